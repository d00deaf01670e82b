import { Injectable } from '@nestjs/common';
import { limitOf, POLICY_LAYERS } from '@app/limits/layers.sql.js';
import type { Transaction } from '@app/platform/database/database.js';
import { cursorMoment } from '@app/platform/lists/page.js';
import { prepared } from '@app/platform/database/prepared.js';
import type { NoticeDetails, PersonKey } from '@app/notifications/notifications.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import type { DueDelivery, DueReminder, MyReminderRow } from './reminders.types.js';

type DeliveryKey = Pick<DueDelivery, 'firmId' | 'id'>;
export type ToldDetails = NoticeDetails & { readonly deliveryId: string; readonly now: Date };

/** What a reminder is about: every kind's subject beside it, whichever there is. */
const DETAILS = (from = 'reminder r'): string => `
  select r.delivery_id as "deliveryId", now() as now, r.id, r.kind, r.subject_id as "subjectId", r.due_at as "dueAt", r.search_id as "searchId",
         s.title as "searchTitle", cl.name as "clientName", c.id as "candidacyId", p.name as "candidateName",
         g.by_name as "handedOnBy", g.at as "handedOnAt", g.reason as "handedOnReason", f.severity, f.sentence, f.next_step as "nextStep",
         coalesce(t.title, mu.name) as title, l.candidate_id as "candidateId", l.contact_id as "contactId",
         coalesce(f.deadline, t.due_at, i.starts_at, o.expires_at - interval '1 ms', start_of_day(w.closes_on, w.time_zone),
                  start_of_day(k.due_on, so.time_zone), start_of_day(a.last_day, so.time_zone)) as at,
         coalesce(w.closes_on, k.due_on, a.last_day)::text as "on",
         i.ends_at as "endsAt", i.place, (i.cancelled_at is not null or i.called_off_at is not null) as "isOff",
         case when r.kind in ('interview_changed', 'interview_cancelled') then exists (
           select 1 from search_reader v where v.firm_id = r.firm_id and v.search_id = r.search_id and v.user_id = r.recipient_id)
         else true end as "mayRead",
         coalesce(i.version, k.day, a.people, w.closes_on - (now() at time zone w.time_zone)::date)::int as number
  from ${from}
  left join search s on s.firm_id = r.firm_id and s.id = r.search_id
  left join office so on so.firm_id = s.firm_id and so.id = s.office_id
  left join client cl on cl.firm_id = s.firm_id and cl.id = s.client_id
  left join stall_flag f on r.subject_type = 'flag' and f.firm_id = r.firm_id and f.id = r.subject_id
  left join task t on r.subject_type = 'task' and t.firm_id = r.firm_id and t.id = r.subject_id
  left join interview i on r.subject_type = 'interview' and i.firm_id = r.firm_id and i.id = r.subject_id
  left join candidacy_offer o on r.subject_type = 'offer' and o.firm_id = r.firm_id and o.id = r.subject_id
  left join check_in k on r.subject_type = 'check_in' and k.firm_id = r.firm_id and k.id = r.subject_id
  left join window_end w on r.subject_type = 'candidacy' and w.firm_id = r.firm_id and w.candidacy_id = r.subject_id
  left join activity l on r.subject_type = 'activity' and l.firm_id = r.firm_id and l.id = r.subject_id
  left join mention m on m.firm_id = l.firm_id and m.activity_id = l.id and m.user_id = r.recipient_id
  left join firm_user mu on mu.firm_id = m.firm_id and mu.id = m.by_user_id
  left join lateral (
    select count(distinct d.candidate_id)::int as people, d.last_day from article14_day d
    where r.kind = 'article14_due' and d.firm_id = r.firm_id and d.search_id = r.subject_id
      and r.occurrence_key = 'article14/' || d.search_id || '/' || d.last_day
    group by d.last_day
  ) a on true
  left join lateral (
    select h.by_name, h.at, h.reason from flag_handed_on h
    where r.kind = 'flag_raised' and f.assigned_to = r.recipient_id
      and h.firm_id = r.firm_id and h.flag_id = r.subject_id
    order by h.at desc limit 1
  ) g on true
  left join candidacy c on c.firm_id = r.firm_id
    and c.id = coalesce(f.candidacy_id, i.candidacy_id, o.candidacy_id, k.candidacy_id, w.candidacy_id)
  left join candidate p on p.firm_id = r.firm_id and p.id = coalesce(c.candidate_id, t.candidate_id, l.candidate_id)`;

/** What deliveries are about, and whether that still holds. */
@Injectable()
export class RemindersRepository {
  /** The reminders of these deliveries, each with whether its reason is still there. */
  async dueReminders(tx: Transaction, due: readonly DeliveryKey[]): Promise<DueReminder[]> {
    return prepared<DueReminder>(
      tx,
      'reminders_due',
      `select r.id, r.delivery_id as "deliveryId", r.kind, r.due_at as "dueAt",
              r.id in (select valid_reminder($1, $2)) as valid
       from unnest($1::uuid[], $2::uuid[]) as d (firm_id, id)
       join reminder r on r.firm_id = d.firm_id and r.delivery_id = d.id and r.cancelled_at is null
       order by r.due_at, r.id`,
      [due.map((row) => row.firmId), due.map((row) => row.id)],
    );
  }

  async now(db: Transaction): Promise<Date> {
    const [row] = await db.query('select now()');
    return row.now;
  }

  async cancel(tx: Transaction, reminderIds: readonly string[]): Promise<void> {
    await tx.query('update reminder set cancelled_at = now() where id = any($1)', [reminderIds]);
  }

  /** These are about to leave, each with the interview as it is now. */
  async noteVersions(tx: Transaction, reminderIds: readonly string[]): Promise<void> {
    await tx.query(
      `update reminder r set calendar_version = i.version from interview i
       where r.id = any($1) and i.firm_id = r.firm_id and i.id = r.subject_id`,
      [reminderIds],
    );
  }

  /** Out of the mail they were in; the next digest takes them up. */
  async putOff(tx: Transaction, reminderIds: readonly string[], missedIds: readonly string[]): Promise<void> {
    await tx.query(
      `update reminder set delivery_id = null, mode = 'digest',
              missed_at = case when id = any($2) then now() else missed_at end
       where id = any($1)`,
      [reminderIds, missedIds],
    );
  }

  /** What is told in these deliveries. */
  async details(db: Transaction, deliveries: readonly DeliveryKey[]): Promise<ToldDetails[]> {
    return prepared<ToldDetails>(
      db,
      'reminders_details',
      // first of the joins: from further back it would not lead to the reminders
      `${DETAILS('unnest($1::uuid[], $2::uuid[]) as q (firm_id, id) join reminder r on r.firm_id = q.firm_id and r.delivery_id = q.id')}
       where r.cancelled_at is null and r.mode <> 'own'
       order by r.due_at, r.id`,
      [deliveries.map((row) => row.firmId), deliveries.map((row) => row.id)],
    );
  }

  async detailsOf(db: Transaction, firmId: string, reminderIds: readonly string[]): Promise<NoticeDetails[]> {
    return prepared<NoticeDetails>(db, 'reminders_details_of', `${DETAILS()} where r.firm_id = $1 and r.id = any($2)`, [
      firmId,
      reminderIds,
    ]);
  }

  /** What a client's contact is asked for. */
  async feedbackAsked(
    db: Transaction,
    { firmId, id }: DeliveryKey,
  ): Promise<{
    searchTitle: string;
    people: number;
    presentedOn: Date;
    windowDays: number;
    leadName: string;
    leadEmail: string;
    firmName: string;
    simulated: boolean;
    timeZone: string;
    now: Date;
  } | null> {
    const [row] = await db.query(
      `select s.title as "searchTitle", count(distinct f.candidacy_id)::int as people, min(f.since) as "presentedOn",
              ${limitOf('windowCloseDay')}::int as "windowDays",
              u.name as "leadName", u.email as "leadEmail", m.name as "firmName", m.simulated, o.time_zone as "timeZone", now() as now
       from reminder r
       join stall_flag f on f.firm_id = r.firm_id and f.id = r.subject_id
       join search s on s.firm_id = r.firm_id and s.id = r.search_id
       join office o on o.firm_id = s.firm_id and o.id = s.office_id
       join duty_now d on d.firm_id = s.firm_id and d.user_id = s.lead_user_id
       join firm_user u on u.firm_id = s.firm_id and u.id = d.duty_user_id
       join firm m on m.id = r.firm_id
       ${POLICY_LAYERS}
       where r.firm_id = $1 and r.delivery_id = $2 and r.cancelled_at is null
       group by s.firm_id, s.id, s.title, ps.settings, pr.settings, pf.settings, u.name, u.email, m.name, m.simulated, o.time_zone`,
      [firmId, id],
    );
    return row ?? null;
  }

  /** The calendar of the office a client's contact is written to from. */
  async officeOfDelivery(
    db: Transaction,
    { firmId, id }: DeliveryKey,
  ): Promise<{
    zone: string;
    workingDays: number[];
    holidays: { date: LocalDate; name: null }[];
    version: number;
  } | null> {
    const [row] = await db.query(
      `select o.time_zone as zone, o.working_days as "workingDays", o.calendar_version as version,
              coalesce((select json_agg(json_build_object('date', h.date, 'name', null)) from holiday h
                        where h.firm_id = o.firm_id and h.office_id = o.id and h.date >= current_date - 2), '[]') as holidays
       from reminder r
       join search s on s.firm_id = r.firm_id and s.id = r.search_id
       join office o on o.firm_id = s.firm_id and o.id = s.office_id
       where r.firm_id = $1 and r.delivery_id = $2 limit 1`,
      [firmId, id],
    );
    return row ?? null;
  }

  /** A person's reminders, the latest first. */
  async reminders(
    db: Transaction,
    { firmId, userId }: PersonKey,
    limit: number,
    after: readonly string[] | null,
  ): Promise<MyReminderRow[]> {
    return db.query(
      `select r.id, r.kind, r.mode, r.due_at as "dueAt", ${cursorMoment('r.due_at')} as key, r.seen_at as "seenAt",
              r.cancelled_at as "cancelledAt", r.missed_at as "missedAt", d.state as "deliveryState"
       from reminder r
       left join delivery d on d.firm_id = r.firm_id and d.id = r.delivery_id
       where r.firm_id = $1 and r.recipient_id = $2 and r.mode <> 'own'
         and (r.search_id is null or exists (
           select 1 from search_reader v where v.firm_id = r.firm_id and v.search_id = r.search_id and v.user_id = $2))
         ${after ? 'and (r.due_at, r.id) < ($4::timestamptz, $5::uuid)' : ''}
       order by r.due_at desc, r.id desc limit $3`,
      [firmId, userId, limit, ...(after ?? [])],
    );
  }

  /** Those of them that still hold. */
  async current(db: Transaction, firmId: string, reminderIds: readonly string[]): Promise<Set<string>> {
    const rows: { id: string }[] = await db.query('select id from current_reminder($1, $2) as c (id)', [
      firmId,
      reminderIds,
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  async unseen(db: Transaction, { firmId, userId }: PersonKey): Promise<number> {
    const [row] = await db.query(
      `select count(*)::int as count from current_reminder($1, array(
         select r.id from reminder r
         where r.firm_id = $1 and r.recipient_id = $2 and r.mode <> 'own' and r.seen_at is null and r.cancelled_at is null
           and (r.search_id is null or exists (
             select 1 from search_reader v where v.firm_id = r.firm_id and v.search_id = r.search_id and v.user_id = $2))
         limit 1000)) counted`,
      [firmId, userId],
    );
    return row.count;
  }

  async markSeen(tx: Transaction, { firmId, userId }: PersonKey, ids: readonly string[] | null): Promise<void> {
    await tx.query(
      `update reminder set seen_at = now()
       where firm_id = $1 and recipient_id = $2 and seen_at is null and ($3::uuid[] is null or id = any($3))`,
      [firmId, userId, ids],
    );
  }
}
