import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import type { NewDelivery, NoticeMode, OwnMail, Recipient, ReminderKind } from './reminders.types.js';

const RECIPIENT = `json_build_object('userId', m.user_id, 'name', m.name, 'email', m.email, 'role', m.role,
  'timeZone', m.time_zone, 'createdAt', m.created_at, 'firmName', m.firm_name, 'simulated', m.simulated)`;

/** Makes reminders and the deliveries owed for them. */
@Injectable()
export class PlanningRepository {
  async now(reader: Transaction): Promise<Date> {
    const [row] = await reader.query('select now()');
    return row.now;
  }

  async firms(reader: Transaction): Promise<string[]> {
    const rows: { id: string }[] = await reader.query('select id from firm order by id');
    return rows.map((row) => row.id);
  }

  /** Putting reminders into mails reads before it writes, so two planners of one firm take turns. */
  async takeTurn(tx: Transaction, firmId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('reminders ' || $1, 0))`, [firmId]);
  }

  /** Makes a reminder of everything that is due and that its recipient has none of yet. */
  async insertOwed(tx: Transaction, firmId: string, defaults: Readonly<Record<string, NoticeMode>>): Promise<number> {
    const rows: unknown[] = await tx.query(
      `insert into reminder (firm_id, id, kind, recipient_id, contact_id, subject_type, subject_id, search_id,
                             occurrence_key, due_at, mode)
       select n.firm_id, gen_random_uuid(), n.kind, n.recipient_id, n.contact_id, n.subject_type, n.subject_id,
              n.search_id, n.occurrence_key, n.due_at, coalesce(p.mode, k.mode)
       from due_notice n
       join unnest($2::text[], $3::text[]) as k (kind, mode) on k.kind = n.kind
       left join reminder_preference p on p.firm_id = n.firm_id and p.user_id = n.recipient_id and p.kind = n.kind
       where n.firm_id = $1 and n.due_at <= now()
         and not exists (
           select 1 from reminder r where r.firm_id = n.firm_id and r.kind = n.kind
             and coalesce(r.recipient_id, r.contact_id) = coalesce(n.recipient_id, n.contact_id)
             and r.occurrence_key = n.occurrence_key)
       on conflict do nothing
       returning id`,
      [firmId, Object.keys(defaults), Object.values(defaults)],
    );
    return rows.length;
  }

  /** Who is to hear of something at once that is in no mail yet. */
  async waitingRecipients(tx: Transaction, firmId: string): Promise<string[]> {
    const rows: { recipientId: string }[] = await tx.query(
      `select distinct recipient_id as "recipientId" from reminder
       where firm_id = $1 and recipient_id is not null and mode = 'immediate' and delivery_id is null and cancelled_at is null`,
      [firmId],
    );
    return rows.map((row) => row.recipientId);
  }

  /** Mails of these people that nobody has claimed yet. Locked, so that nobody does meanwhile. */
  async openNotices(tx: Transaction, firmId: string, recipientIds: readonly string[]): Promise<Map<string, string>> {
    const rows: { recipientId: string; id: string }[] = await tx.query(
      `select recipient_id as "recipientId", id from delivery
       where firm_id = $1 and form = 'notices' and recipient_id = any($2) and state = 'pending' and attempts = 0
       for update`,
      [firmId, recipientIds],
    );
    return new Map(rows.map((row) => [row.recipientId, row.id]));
  }

  /** Due once things of the same moment had time to gather, and not sooner than `pause` after the last such mail. */
  async insertNotices(
    tx: Transaction,
    firmId: string,
    mails: readonly NewDelivery[],
    seconds: { gather: number; pause: number },
  ): Promise<void> {
    await tx.query(
      `with mail as (
         select m.*, greatest(now() + make_interval(secs => $5), (
                  select max(coalesce(d.finished_at, d.not_before)) + make_interval(secs => $6)
                  from delivery d
                  where d.firm_id = $1 and d.form = 'notices' and d.recipient_id = m.recipient_id
                    and d.due_at > now() - interval '7 days' and d.state not in ('cancelled', 'missed'))) as due_at
         from unnest($2::uuid[], $3::uuid[], $4::text[]) as m (id, recipient_id, message_id)
       )
       insert into delivery (firm_id, id, form, recipient_id, message_id, due_at, not_before)
       select $1, id, 'notices', recipient_id, message_id, due_at, due_at from mail`,
      [
        firmId,
        mails.map((mail) => mail.id),
        mails.map((mail) => mail.recipientId),
        mails.map((mail) => mail.messageId),
        seconds.gather,
        seconds.pause,
      ],
    );
  }

  /** Puts what these people are to hear at once into their mails. */
  async fillNotices(tx: Transaction, firmId: string, mails: ReadonlyMap<string, string>): Promise<void> {
    await tx.query(
      `update reminder r set delivery_id = m.delivery_id
       from unnest($2::uuid[], $3::uuid[]) as m (recipient_id, delivery_id)
       where r.firm_id = $1 and r.recipient_id = m.recipient_id and r.mode = 'immediate' and r.delivery_id is null
         and r.cancelled_at is null`,
      [firmId, [...mails.keys()], [...mails.values()]],
    );
  }

  async healthReaders(reader: Transaction): Promise<{ firmId: string; recipient: Recipient }[]> {
    const rows: { firmId: string; recipient: Recipient }[] = await reader.query(
      `select m.firm_id as "firmId", ${RECIPIENT} as recipient from mail_recipient m where m.role in ('partner', 'admin')`,
    );
    return rows.map(({ firmId, recipient }) => ({ firmId, recipient: withDates(recipient) }));
  }

  /** A mail that is there already stays as it is. */
  async insertOwnMails(
    tx: Transaction,
    firmId: string,
    kind: ReminderKind & ('daily_digest' | 'pipeline_health'),
    mails: readonly OwnMail[],
  ): Promise<number> {
    const rows: unknown[] = await tx.query(
      `with wanted as (
         select m.* from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::timestamptz[])
           as m (id, reminder_id, recipient_id, occurrence_key, message_id, due_at)
         where not exists (
           select 1 from reminder r where r.firm_id = $1 and r.kind = $2
             and coalesce(r.recipient_id, r.contact_id) = m.recipient_id and r.occurrence_key = m.occurrence_key)
       ), mail as (
         insert into delivery (firm_id, id, form, recipient_id, message_id, due_at, not_before)
         select $1, id, $2, recipient_id, message_id, due_at, due_at from wanted
         returning id
       )
       insert into reminder (firm_id, id, kind, recipient_id, subject_type, subject_id, occurrence_key, due_at, mode, delivery_id)
       select $1, w.reminder_id, $2, w.recipient_id, 'user', w.recipient_id, w.occurrence_key, w.due_at, 'own', mail.id
       from mail join wanted w on w.id = mail.id
       returning id`,
      [
        firmId,
        kind,
        mails.map((mail) => mail.id),
        mails.map((mail) => mail.reminderId),
        mails.map((mail) => mail.recipientId),
        mails.map((mail) => mail.occurrenceKey),
        mails.map((mail) => mail.messageId),
        mails.map((mail) => mail.dueAt),
      ],
    );
    return rows.length;
  }
}

/** JSON has no dates. */
const withDates = (recipient: Recipient): Recipient => ({ ...recipient, createdAt: new Date(recipient.createdAt) });
