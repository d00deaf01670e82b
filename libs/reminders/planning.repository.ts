import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import type { FlagBundle, HealthReminder, Recipient } from './reminders.types.js';

const RECIPIENT = `json_build_object('userId', m.user_id, 'name', m.name, 'email', m.email, 'role', m.role,
  'timeZone', m.time_zone, 'createdAt', m.created_at, 'firmName', m.firm_name, 'simulated', m.simulated)`;

/** Makes reminders and the deliveries owed for them. */
@Injectable()
export class PlanningRepository {
  async now(reader: Transaction): Promise<Date> {
    const [row] = await reader.query('select now()');
    return row.now;
  }

  async firmsWithUntoldFlags(reader: Transaction): Promise<string[]> {
    const rows: { firm_id: string }[] = await reader.query(`
      select distinct n.firm_id from flag_notice n
      where not exists (select 1 from reminder_flag r where r.firm_id = n.firm_id and r.flag_id = n.flag_id)`);
    return rows.map((row) => row.firm_id);
  }

  /** Bundling reads before it writes, so two planners of one firm take turns. Held until the transaction ends. */
  async takeTurn(tx: Transaction, firmId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('reminders ' || $1, 0))`, [firmId]);
  }

  /** Open flags that are in no reminder yet, with the person to tell: the lead of the search. */
  async untoldFlags(tx: Transaction, firmId: string): Promise<{ flagId: string; recipientId: string }[]> {
    return tx.query(
      `select n.flag_id as "flagId", n.lead_user_id as "recipientId" from flag_notice n
       where n.firm_id = $1
         and not exists (select 1 from reminder_flag r where r.firm_id = n.firm_id and r.flag_id = n.flag_id)
       order by n.raised_at, n.flag_id`,
      [firmId],
    );
  }

  /** Flag reminders of these people whose mail has not been claimed yet. Locked, so that it is not meanwhile. */
  async openBundles(tx: Transaction, firmId: string, recipientIds: string[]): Promise<Map<string, string>> {
    const rows: { recipientId: string; reminderId: string }[] = await tx.query(
      `select r.recipient_id as "recipientId", r.id as "reminderId"
       from delivery d join reminder r on r.firm_id = d.firm_id and r.id = d.reminder_id
       where r.firm_id = $1 and r.kind = 'flag_raised' and r.recipient_id = any($2)
         and d.state = 'pending' and d.attempts = 0
       for update of d`,
      [firmId, recipientIds],
    );
    return new Map(rows.map((row) => [row.recipientId, row.reminderId]));
  }

  /** Due once flags of the same moment had time to gather, and not sooner than `pause` after the last such mail. */
  async insertBundles(
    tx: Transaction,
    firmId: string,
    bundles: readonly FlagBundle[],
    seconds: { gather: number; pause: number },
  ): Promise<void> {
    await this.insert(
      tx,
      firmId,
      'flag_raised',
      bundles,
      `greatest(now() + make_interval(secs => $7), (
         select max(coalesce(d.finished_at, d.not_before)) + make_interval(secs => $8)
         from reminder r join delivery d on d.firm_id = r.firm_id and d.reminder_id = r.id
         where r.firm_id = $1 and r.kind = 'flag_raised' and r.recipient_id = b.recipient_id
           and r.due_at > now() - make_interval(secs => $8) and d.state <> 'cancelled'))`,
      [seconds.gather, seconds.pause],
    );
  }

  async addFlags(
    tx: Transaction,
    firmId: string,
    rows: readonly { id: string; reminderId: string; flagId: string }[],
  ): Promise<void> {
    await tx.query(
      `insert into reminder_flag (firm_id, id, reminder_id, flag_id)
       select $1, id, reminder_id, flag_id from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as f (id, reminder_id, flag_id)`,
      [firmId, rows.map((row) => row.id), rows.map((row) => row.reminderId), rows.map((row) => row.flagId)],
    );
  }

  async healthReaders(reader: Transaction): Promise<{ firmId: string; recipient: Recipient }[]> {
    const rows: { firmId: string; recipient: Recipient }[] = await reader.query(
      `select m.firm_id as "firmId", ${RECIPIENT} as recipient from mail_recipient m where m.role in ('partner', 'admin')`,
    );
    return rows.map(({ firmId, recipient }) => ({ firmId, recipient: withDates(recipient) }));
  }

  /** A reminder that is there already stays as it is. */
  async insertHealthReminders(tx: Transaction, firmId: string, reminders: readonly HealthReminder[]): Promise<number> {
    return this.insert(tx, firmId, 'pipeline_health', reminders, '($7::timestamptz[])[b.position]', [
      reminders.map((reminder) => reminder.dueAt),
    ]);
  }

  private async insert(
    tx: Transaction,
    firmId: string,
    kind: string,
    bundles: readonly FlagBundle[],
    dueAt: string,
    extra: unknown[],
  ): Promise<number> {
    const rows: unknown[] = await tx.query(
      `with bundle as (
         select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[])
           with ordinality as b (id, delivery_id, recipient_id, occurrence_key, message_id, position)
       ), made as (
         insert into reminder (firm_id, id, kind, recipient_id, subject_type, subject_id, occurrence_key, due_at)
         select $1, b.id, '${kind}', b.recipient_id, 'user', b.recipient_id, b.occurrence_key, ${dueAt} from bundle b
         on conflict (firm_id, kind, recipient_id, occurrence_key) do nothing
         returning id, due_at
       )
       insert into delivery (firm_id, id, reminder_id, message_id, not_before)
       select $1, b.delivery_id, b.id, b.message_id, made.due_at from made join bundle b on b.id = made.id
       returning id`,
      [
        firmId,
        bundles.map((bundle) => bundle.id),
        bundles.map((bundle) => bundle.deliveryId),
        bundles.map((bundle) => bundle.recipientId),
        bundles.map((bundle) => bundle.occurrenceKey),
        bundles.map((bundle) => bundle.messageId),
        ...extra,
      ],
    );
    return rows.length;
  }
}

export const recipientJson = RECIPIENT;

/** JSON has no dates. */
export const withDates = (recipient: Recipient): Recipient => ({
  ...recipient,
  createdAt: new Date(recipient.createdAt),
});
