import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { prepared } from '@app/platform/database/prepared.js';
import type { NoticeMode, OwnMailKind, Person } from '@app/notifications/notifications.types.js';
import type { NewDelivery, OwnMail } from './reminders.types.js';

export type HealthReader = Pick<Person, 'firmId' | 'userId' | 'role' | 'timeZone' | 'createdAt'>;

/** Makes reminders and the deliveries owed for them. */
@Injectable()
export class PlanningRepository {
  async now(db: Transaction): Promise<Date> {
    const [row] = await db.query('select now()');
    return row.now;
  }

  async firms(db: Transaction): Promise<string[]> {
    const rows: { id: string }[] = await db.query('select id from firm order by id');
    return rows.map((row) => row.id);
  }

  /** Whether what is in it is there to be looked at, and concerns nobody. */
  async isSample(db: Transaction, firmId: string): Promise<boolean> {
    const rows: unknown[] = await db.query('select 1 from firm where id = $1 and sample_of is not null', [firmId]);
    return rows.length > 0;
  }

  /** Whether more searches than this wait for a sweep. */
  async areMoreDue(db: Transaction, firmId: string, count: number): Promise<boolean> {
    const rows: unknown[] = await db.query(
      `select 1 from search_check where firm_id = $1 and next_check_at <= now() offset $2 limit 1`,
      [firmId, count],
    );
    return rows.length > 0;
  }

  /** Putting reminders into mails reads before it writes, so two planners of one firm take turns. */
  async takeTurn(tx: Transaction, firmId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('reminders ' || $1, 0))`, [firmId]);
  }

  /**
   * Statements are planned for the reminders there were, and each session keeps its plans: planned for none, one of them
   * compares every new reminder with every other. Autovacuum comes a minute too late.
   */
  async learnSize(connection: Transaction): Promise<void> {
    await connection.query('analyze reminder');
  }

  /** Makes reminders of what is due and what its recipient has none of yet: of so many things at most. */
  async insertOwed(
    tx: Transaction,
    firmId: string,
    defaults: Readonly<Record<string, NoticeMode>>,
    depth: number,
    limit: number,
  ): Promise<number> {
    const rows = await prepared(
      tx,
      'reminders_owed',
      `with made as (
       insert into reminder (firm_id, id, kind, recipient_id, contact_id, subject_type, subject_id, search_id,
                             occurrence_key, due_at, mode)
       select n.firm_id, new_id(), n.kind, n.recipient_id, n.contact_id, n.subject_type, n.subject_id,
              n.search_id, n.occurrence_key, n.due_at, coalesce(p.mode, k.mode)
       from owed_notice($1, $4, $5) n
       join unnest($2::text[], $3::text[]) as k (kind, mode) on k.kind = n.kind
       left join reminder_preference p on p.firm_id = n.firm_id and p.user_id = n.recipient_id and p.kind = n.kind
       on conflict do nothing
       returning id, kind, subject_id, recipient_id
       ), told as (
         update stall_flag f set told_to = made.recipient_id from made
         where made.kind = 'flag_raised' and f.firm_id = $1 and f.id = made.subject_id
       )
       select id from made`,
      [firmId, Object.keys(defaults), Object.values(defaults), depth, limit],
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

  /** Client contacts who are to be asked something that is in no mail yet, search by search. */
  async waitingContacts(tx: Transaction, firmId: string): Promise<{ contactId: string; searchId: string }[]> {
    return tx.query(
      `select distinct contact_id as "contactId", search_id as "searchId" from reminder
       where firm_id = $1 and contact_id is not null and mode = 'immediate' and delivery_id is null and cancelled_at is null`,
      [firmId],
    );
  }

  /** A client is asked once a day at most, and for everybody of one search together. */
  async insertContactMails(
    tx: Transaction,
    firmId: string,
    mails: readonly { id: string; messageId: string; contactId: string; searchId: string }[],
    seconds: { gather: number; pause: number },
  ): Promise<void> {
    await tx.query(
      `with mail as (
         select m.*, greatest(now() + make_interval(secs => $6), (
                  select max(d.not_before) + make_interval(secs => $7) from delivery d
                  where d.firm_id = $1 and d.form = 'client_feedback' and d.contact_id = m.contact_id
                    and d.due_at > now() - interval '7 days' and d.state not in ('cancelled', 'missed'))) as due_at
         from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) as m (id, contact_id, search_id, message_id)
       ), made as (
         insert into delivery (firm_id, id, form, contact_id, message_id, due_at, not_before)
         select $1, id, 'client_feedback', contact_id, message_id, due_at, due_at from mail
       )
       select id from mail`,
      [
        firmId,
        mails.map((mail) => mail.id),
        mails.map((mail) => mail.contactId),
        mails.map((mail) => mail.searchId),
        mails.map((mail) => mail.messageId),
        seconds.gather,
        seconds.pause,
      ],
    );
    await tx.query(
      `update reminder r set delivery_id = m.id
       from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as m (id, contact_id, search_id)
       where r.firm_id = $1 and r.contact_id = m.contact_id and r.search_id = m.search_id and r.mode = 'immediate'
         and r.delivery_id is null and r.cancelled_at is null`,
      [firmId, mails.map((mail) => mail.id), mails.map((mail) => mail.contactId), mails.map((mail) => mail.searchId)],
    );
  }

  /** People with something to read in their next digest. */
  async waitingForDigest(db: Transaction, firmId: string): Promise<string[]> {
    const rows: { recipientId: string }[] = await db.query(
      `select distinct recipient_id as "recipientId" from reminder
       where firm_id = $1 and recipient_id is not null and mode = 'digest' and delivery_id is null and cancelled_at is null`,
      [firmId],
    );
    return rows.map((row) => row.recipientId);
  }

  async fillDigests(tx: Transaction, firmId: string, mails: readonly NewDelivery[]): Promise<void> {
    await tx.query(
      `update reminder r set delivery_id = m.delivery_id
       from unnest($2::uuid[], $3::uuid[]) as m (recipient_id, delivery_id)
       where r.firm_id = $1 and r.recipient_id = m.recipient_id and r.mode = 'digest' and r.delivery_id is null
         and r.cancelled_at is null`,
      [firmId, mails.map((mail) => mail.recipientId), mails.map((mail) => mail.id)],
    );
  }

  async healthReaders(db: Transaction): Promise<HealthReader[]> {
    return db.query(
      `select firm_id as "firmId", user_id as "userId", role, time_zone as "timeZone", created_at as "createdAt"
       from mail_recipient m where role in ('partner', 'admin')
         and not exists (select 1 from firm f where f.id = m.firm_id and f.sample_of is not null)`,
    );
  }

  /** A mail that is there already stays as it is. Whose were made now. */
  async insertOwnMails(
    tx: Transaction,
    firmId: string,
    kind: OwnMailKind,
    mails: readonly OwnMail[],
  ): Promise<string[]> {
    const rows: { recipientId: string }[] = await tx.query(
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
       returning recipient_id as "recipientId"`,
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
    return rows.map((row) => row.recipientId);
  }
}
