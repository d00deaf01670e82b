import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { recipientJson, withDates } from './planning.repository.js';
import type { ClaimedDelivery, DueDelivery, FlagNotice, NextState } from './reminders.types.js';

/**
 * The state of every delivery. Each change is one conditional update: it names the fence it was claimed under, so a
 * holder that woke up after losing its lease changes nothing.
 */
@Injectable()
export class DeliveriesRepository {
  /** Locks deliveries that have fallen due and that nobody else is claiming, with what is still to be told in them. */
  async lockDue(tx: Transaction, limit: number): Promise<DueDelivery[]> {
    const rows: Omit<DueDelivery, 'flags'>[] = await tx.query(
      `select d.firm_id as "firmId", d.id, d.reminder_id as "reminderId", d.message_id as "messageId", d.fence, d.attempts,
              r.kind, r.due_at as "dueAt", now() as now, ${recipientJson} as recipient
       from delivery d
       join reminder r on r.firm_id = d.firm_id and r.id = d.reminder_id
       join mail_recipient m on m.firm_id = r.firm_id and m.user_id = r.recipient_id
       where d.state = 'pending' and d.not_before <= now()
       order by d.not_before
       limit $1
       for update of d skip locked`,
      [limit],
    );
    const flags = await this.tellableFlags(tx, rows);
    return rows.map((row) => ({
      ...row,
      recipient: withDates(row.recipient),
      flags: flags.filter((flag) => flag.reminderId === row.reminderId),
    }));
  }

  async claim(tx: Transaction, due: readonly DueDelivery[], leaseSeconds: number): Promise<ClaimedDelivery[]> {
    await tx.query(
      `update delivery set state = 'claimed', fence = fence + 1, attempts = attempts + 1,
              lease_until = now() + make_interval(secs => $3), data_started_at = null
       where (firm_id, id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
      [...keysOf(due), leaseSeconds],
    );
    return due.map((row) => ({ ...row, fence: row.fence + 1, attempts: row.attempts + 1 }));
  }

  async settle(tx: Transaction, due: readonly DueDelivery[], state: 'cancelled' | 'missed'): Promise<void> {
    await tx.query(
      `update delivery set state = $3, finished_at = now()
       where (firm_id, id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
      [...keysOf(due), state],
    );
  }

  /** True when this holder still holds the delivery; from here on the mail may be on its way. */
  async markDataStarted(tx: Transaction, held: ClaimedDelivery): Promise<boolean> {
    const [, affected]: [unknown, number] = await tx.query(
      `update delivery set data_started_at = now()
       where firm_id = $1 and id = $2 and fence = $3 and state = 'claimed' and lease_until > now() and data_started_at is null`,
      [held.firmId, held.id, held.fence],
    );
    return affected === 1;
  }

  /**
   * Also out of `uncertain`, if the lease ran out while the answer was on its way: the fence proves that nobody claimed
   * the delivery in between, and now the answer is known.
   */
  async finish(tx: Transaction, held: ClaimedDelivery, next: NextState): Promise<boolean> {
    const again = next.state === 'pending' ? next : null;
    const [, affected]: [unknown, number] = await tx.query(
      `update delivery set state = $4, response = $5, lease_until = null, attempts = coalesce($7, attempts),
              not_before = case when $4 = 'pending' then now() + make_interval(secs => $6) else not_before end,
              data_started_at = case when $4 = 'pending' then null else data_started_at end,
              finished_at = case when $4 = 'pending' then null else now() end
       where firm_id = $1 and id = $2 and fence = $3 and state in ('claimed', 'uncertain')`,
      [
        held.firmId,
        held.id,
        held.fence,
        next.state,
        next.response,
        again?.waitSeconds ?? null,
        again?.attempts ?? null,
      ],
    );
    return affected === 1;
  }

  /** Leases that ran out: provably unsent ones are owed again, the others may have arrived and are never sent again. */
  async releaseExpired(tx: Transaction): Promise<{ state: 'pending' | 'uncertain'; count: number }[]> {
    return tx.query(`
      with released as (
        update delivery
        set state = case when data_started_at is null then 'pending' else 'uncertain' end,
            finished_at = case when data_started_at is null then null else now() end,
            lease_until = null
        where state = 'claimed' and lease_until <= now()
        returning state
      )
      select state, count(*)::int from released group by state`);
  }

  /** Flags of these reminders that are still open and that the recipient may see, the worst first. */
  private async tellableFlags(
    tx: Transaction,
    rows: readonly Pick<DueDelivery, 'firmId' | 'reminderId' | 'kind' | 'recipient'>[],
  ): Promise<(FlagNotice & { reminderId: string })[]> {
    const telling = rows.filter((row) => row.kind === 'flag_raised');
    if (telling.length === 0) return [];
    return tx.query(
      `select f.reminder_id as "reminderId", n.severity, n.sentence, n.next_step as "nextStep", n.search_id as "searchId",
              n.search_title as "searchTitle", n.client_name as "clientName", n.candidacy_id as "candidacyId",
              n.candidate_name as "candidateName"
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as d (firm_id, reminder_id, recipient_id)
       join reminder_flag f on f.firm_id = d.firm_id and f.reminder_id = d.reminder_id
       join flag_notice n on n.firm_id = f.firm_id and n.flag_id = f.flag_id
       join search_reader v on v.firm_id = n.firm_id and v.search_id = n.search_id and v.user_id = d.recipient_id
       order by n.severity, n.deadline, n.flag_id`,
      [
        telling.map((row) => row.firmId),
        telling.map((row) => row.reminderId),
        telling.map((row) => row.recipient.userId),
      ],
    );
  }
}

const keysOf = (rows: readonly DueDelivery[]): [string[], string[]] => [
  rows.map((row) => row.firmId),
  rows.map((row) => row.id),
];
