import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import type { DueDelivery, FlagNotice, Recipient } from './reminders.types.js';

type DeliveryKey = Pick<DueDelivery, 'firmId' | 'id'>;

/** What deliveries are about, and whether that still holds. */
@Injectable()
export class RemindersRepository {
  /** Reminders of these deliveries whose reason still stands, counted by delivery. */
  async standing(tx: Transaction, due: readonly DeliveryKey[]): Promise<Map<string, number>> {
    const rows: { id: string; count: number }[] = await tx.query(
      `select r.delivery_id as id, count(*)::int as count
       from unnest($1::uuid[], $2::uuid[]) as d (firm_id, id)
       join reminder r on r.firm_id = d.firm_id and r.delivery_id = d.id and r.cancelled_at is null
       cross join lateral (
         select 1 from due_notice n
         where n.firm_id = r.firm_id and n.kind = r.kind and n.subject_id = r.subject_id
           and n.occurrence_key = r.occurrence_key
           and coalesce(n.recipient_id, n.contact_id) = coalesce(r.recipient_id, r.contact_id)
         limit 1
       ) reason
       group by r.delivery_id`,
      [due.map((row) => row.firmId), due.map((row) => row.id)],
    );
    return new Map(rows.map((row) => [row.id, row.count]));
  }

  async recipient(reader: Transaction, firmId: string, userId: string): Promise<Recipient | null> {
    const [row]: Recipient[] = await reader.query(
      `select user_id as "userId", name, email, role, time_zone as "timeZone", created_at as "createdAt",
              firm_name as "firmName", simulated
       from mail_recipient where firm_id = $1 and user_id = $2`,
      [firmId, userId],
    );
    return row ?? null;
  }

  /** Flags of this delivery that are still to be told, the worst first. */
  async flags(reader: Transaction, { firmId, id }: DeliveryKey): Promise<FlagNotice[]> {
    return reader.query(
      `select n.severity, n.sentence, n.next_step as "nextStep", n.search_id as "searchId",
              n.search_title as "searchTitle", n.client_name as "clientName", n.candidacy_id as "candidacyId",
              n.candidate_name as "candidateName"
       from reminder r
       join flag_notice n on n.firm_id = r.firm_id and n.flag_id = r.subject_id
       join search_reader v on v.firm_id = n.firm_id and v.search_id = n.search_id and v.user_id = r.recipient_id
       where r.firm_id = $1 and r.delivery_id = $2 and r.kind = 'flag_raised' and r.cancelled_at is null
       order by n.severity, n.deadline, n.flag_id`,
      [firmId, id],
    );
  }
}
