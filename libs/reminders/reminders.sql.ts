import { visibleSearch } from '@app/identity/visible.sql.js';
import { limitOf, POLICY_LAYERS } from '@app/limits/layers.sql.js';
import { func, view } from '@app/platform/database/definitions.sql.js';

/** `search_reader` of one search and one person: joined, the view would be every person beside every search. */
const mayRead = (user: string): string => visibleSearch('s', { all: 'false', user });
/** Of the person on duty for the lead, if that person may see the search. */
const TO_LEAD = `
  join duty_now d on d.firm_id = s.firm_id and d.user_id = s.lead_user_id and ${mayRead('d.duty_user_id')}`;
/** What the warnings before a window closes say better. */
const SAID_BY_WINDOW = (flag: string): string => `
  (${flag}.rule = 'window_closing' and exists (
    select 1 from window_end n where n.firm_id = ${flag}.firm_id and n.candidacy_id = ${flag}.candidacy_id
      and n.closes_on - (now() at time zone n.time_zone)::date <= 7))`;
const NOT_SNOOZED = 'f.acknowledged_at is null and (f.snoozed_until is null or f.snoozed_until <= now())';

export const REMINDERS_SQL = [
  // The last of the warnings that has fallen due: 7, 3 and 1 days before the window closes, at 08:00.
  view(
    'window_warning',
    `
      select w.*, w.closes_on::timestamp at time zone w.time_zone as closes_at, n.days,
             'window/' || w.candidacy_id || '/' || w.window_key || '/' || n.days as occurrence_key,
             (w.closes_on - n.days + time '08:00') at time zone w.time_zone as due_at
      from window_end w
      cross join lateral (select w.closes_on - ((now() at time zone w.time_zone) - interval '8 hours')::date as left_days) l
      cross join lateral (select case when l.left_days <= 1 then 1 when l.left_days <= 3 then 3 else 7 end as days) n
      where l.left_days <= 7 and w.closes_on > (now() at time zone w.time_zone)::date
    `,
  ),
  // The last working day before, at 09:00.
  view(
    'interview_eve',
    `
      select i.firm_id, i.id as interview_id, i.search_id, i.starts_at, i.set_by, o.time_zone,
             'interview/' || i.id || '/' || extract(epoch from i.starts_at)::bigint as occurrence_key,
             greatest(i.created_at, (coalesce(e.day, (i.starts_at at time zone o.time_zone)::date - 1) + time '09:00')
                                      at time zone o.time_zone) as due_at
      from interview i
      join candidacy c on c.firm_id = i.firm_id and c.id = i.candidacy_id and c.outcome is null
      join search s on s.firm_id = i.firm_id and s.id = i.search_id
      join office o on o.firm_id = s.firm_id and o.id = s.office_id
      cross join lateral (
        select max(x.day) as day
        from (select (i.starts_at at time zone o.time_zone)::date - g as day from generate_series(1, 5) g) x
        where extract(isodow from x.day)::int = any (o.working_days)
          and not exists (select 1 from holiday h where h.firm_id = o.firm_id and h.office_id = o.id and h.date = x.day)
      ) e
      where i.cancelled_at is null
        and (i.starts_at at time zone o.time_zone)::date >= (now() at time zone o.time_zone)::date
    `,
  ),
  // Everything somebody is to hear of now, from wherever it is known, whether or not it has been told.
  view(
    'due_notice',
    `
      select o.firm_id, 'flag_raised' as kind, w.user_id as recipient_id, null::uuid as contact_id, 'flag' as subject_type,
             o.id as subject_id, o.search_id, 'flag/' || o.id as occurrence_key,
             greatest(o.raised_at, f.snoozed_until, case when f.assigned_to is not null then (
               select max(a.at) from flag_action a
               where a.firm_id = f.firm_id and a.flag_id = f.id and a.action = 'assigned') end) as due_at
      from open_flag o
      join stall_flag f on f.firm_id = o.firm_id and f.id = o.id
      join search s on s.firm_id = o.firm_id and s.id = o.search_id
      join flag_owner w on w.firm_id = o.firm_id and w.flag_id = o.id
      where ${NOT_SNOOZED} and ${mayRead('w.user_id')}
        and not ${SAID_BY_WINDOW('o')}
      union all
      select o.firm_id, 'flag_escalated', d.duty_user_id, null, 'flag', o.id, o.search_id, 'escalation/' || o.id,
             f.escalated_at
      from open_flag o
      join stall_flag f on f.firm_id = o.firm_id and f.id = o.id
      join search s on s.firm_id = o.firm_id and s.id = o.search_id
      cross join lateral (
        select p.user_id from search_partner p where p.firm_id = s.firm_id and p.search_id = s.id offset 0) p
      join duty_now d on d.firm_id = s.firm_id and d.user_id = p.user_id
      where f.escalated_at is not null and ${NOT_SNOOZED} and ${mayRead('d.duty_user_id')}
      union all
      select o.firm_id, 'client_feedback_due', null, k.id, 'flag', o.id, o.search_id, 'feedback/' || o.id, o.raised_at
      from open_flag o
      join stall_flag f on f.firm_id = o.firm_id and f.id = o.id
      join search s on s.firm_id = o.firm_id and s.id = o.search_id
      join contact k on k.firm_id = s.firm_id and k.client_id = s.client_id and k.role = 'decision_maker' and k.email is not null
      ${POLICY_LAYERS}
      where o.rule = 'client_silent' and ${NOT_SNOOZED} and ${limitOf('mailClientForFeedback', 'false')} = 'true'
      union all
      select w.firm_id, 'window_closing', d.duty_user_id, null, 'candidacy', w.candidacy_id, w.search_id,
             w.occurrence_key, w.due_at
      from window_warning w
      join search s on s.firm_id = w.firm_id and s.id = w.search_id
      ${TO_LEAD}
      union all
      select t.firm_id, 'task_due', d.duty_user_id, null, 'task', t.id, t.search_id,
             'task/' || t.id || '/' || extract(epoch from t.due_at)::bigint, t.due_at
      from task t
      join duty_now d on d.firm_id = t.firm_id and d.user_id = t.assignee_id
      where t.done_at is null
        and (t.search_id is null or exists (
          select 1 from search s where s.firm_id = t.firm_id and s.id = t.search_id and ${mayRead('d.duty_user_id')}))
      union all
      select i.firm_id, 'interview_tomorrow', d.duty_user_id, null, 'interview', i.interview_id, i.search_id,
             i.occurrence_key, i.due_at
      from interview_eve i
      join search s on s.firm_id = i.firm_id and s.id = i.search_id
      cross join lateral (select s.lead_user_id as user_id union select i.set_by where i.set_by is not null) w
      join duty_now d on d.firm_id = i.firm_id and d.user_id = w.user_id and ${mayRead('d.duty_user_id')}
      union all
      select f.firm_id, 'offer_expiring', d.duty_user_id, null, 'offer', f.id, f.search_id,
             'offer/' || f.id || '/' || extract(epoch from f.expires_at)::bigint, f.expires_at - interval '2 days'
      from offer f
      join search s on s.firm_id = f.firm_id and s.id = f.search_id
      ${TO_LEAD}
      where f.decided_at is null and f.expires_at > now()
      union all
      select k.firm_id, 'check_in_due', d.duty_user_id, null, 'check_in', k.id, k.search_id,
             'check_in/' || k.id || '/' || k.due_on, (k.due_on + time '08:00') at time zone o.time_zone
      from check_in k
      join search s on s.firm_id = k.firm_id and s.id = k.search_id
      join office o on o.firm_id = s.firm_id and o.id = s.office_id
      ${TO_LEAD}
      where k.done_at is null
        and not exists (select 1 from offer f where f.firm_id = k.firm_id and f.id = k.offer_id and f.taken_back_at is not null)
      union all
      select distinct a.firm_id, 'article14_due', d.duty_user_id, null::uuid, 'search', a.search_id, a.search_id,
             'article14/' || a.search_id || '/' || a.last_day, (a.last_day - 5 + time '08:00') at time zone a.time_zone
      from article14_day a
      join search s on s.firm_id = a.firm_id and s.id = a.search_id
      ${TO_LEAD}
    `,
  ),
  // What of it nobody has been planned to hear yet. First, from indexes, what may be due; then only of that the truth.
  // What changes by the day is looked at when asked for: depth 1 adds windows and interviews, 2 Article 14.
  func(
    'owed_notice',
    `(p_firm uuid, p_depth int, p_limit int) returns setof due_notice
        language plpgsql stable set plan_cache_mode = force_generic_plan as $fn$
        begin return query with maybe as materialized (
          select 'flag_raised' as kind, f.id as subject_id
          from stall_flag f
          join flag_owner w on w.firm_id = f.firm_id and w.flag_id = f.id
          where f.firm_id = p_firm and f.state = 'open' and ${NOT_SNOOZED}
            and (f.rule <> 'window_closing' or f.raised_at > now() - case when p_depth >= 1 then interval '1 day' else interval '5 minutes' end)
            and f.told_to is distinct from w.user_id
            and not ${SAID_BY_WINDOW('f')}
          union all
          select 'flag_escalated', f.id
          from stall_flag f
          where f.firm_id = p_firm and f.state = 'open' and f.escalated_at is not null and ${NOT_SNOOZED}
            and not exists (select 1 from reminder r where r.firm_id = p_firm and r.kind = 'flag_escalated' and r.subject_id = f.id)
          union all
          select 'client_feedback_due', f.id
          from stall_flag f
          where f.firm_id = p_firm and f.state = 'open' and f.rule = 'client_silent' and ${NOT_SNOOZED}
            and exists (select 1 from stall_policy p where p.firm_id = p_firm and p.settings ->> 'mailClientForFeedback' = 'true')
            and not exists (select 1 from reminder r where r.firm_id = p_firm and r.kind = 'client_feedback_due' and r.subject_id = f.id)
          union all
          select 'window_closing', w.candidacy_id
          from window_warning w
          join search s on s.firm_id = p_firm and s.id = w.search_id
          join duty_now d on d.firm_id = p_firm and d.user_id = s.lead_user_id
          where p_depth >= 1 and w.firm_id = p_firm
            and w.window_opened_at < now() - make_interval(days => (
              select least(28, min((p.settings ->> 'windowCloseDay')::int)) - 8 from stall_policy p where p.firm_id = p_firm))
            and w.window_opened_at > now() - make_interval(days => (
              select greatest(28, max((p.settings ->> 'windowCloseDay')::int)) + 1 from stall_policy p where p.firm_id = p_firm))
            and not exists (select 1 from reminder r where r.firm_id = p_firm and r.kind = 'window_closing'
                            and r.subject_id = w.candidacy_id and r.occurrence_key = w.occurrence_key
                            and r.recipient_id = d.duty_user_id)
          union all
          select 'task_due', t.id
          from task t
          join duty_now d on d.firm_id = p_firm and d.user_id = t.assignee_id
          where t.firm_id = p_firm and t.done_at is null and t.due_at <= now()
            and not exists (select 1 from reminder r where r.firm_id = p_firm and r.kind = 'task_due' and r.subject_id = t.id
                            and r.occurrence_key = 'task/' || t.id || '/' || extract(epoch from t.due_at)::bigint
                            and r.recipient_id = d.duty_user_id)
          union all
          select 'interview_tomorrow', i.interview_id
          from interview_eve i
          where p_depth >= 1 and i.firm_id = p_firm and i.starts_at > now() - interval '1 day' and i.starts_at < now() + interval '6 days'
            and i.due_at <= now()
            and not exists (select 1 from reminder r where r.firm_id = p_firm and r.kind = 'interview_tomorrow'
                            and r.subject_id = i.interview_id and r.occurrence_key = i.occurrence_key)
          union all
          select 'offer_expiring', f.id
          from offer f
          where f.firm_id = p_firm and f.decided_at is null and f.expires_at > now() and f.expires_at <= now() + interval '2 days'
            and not exists (select 1 from reminder r where r.firm_id = p_firm and r.kind = 'offer_expiring' and r.subject_id = f.id
                            and r.occurrence_key = 'offer/' || f.id || '/' || extract(epoch from f.expires_at)::bigint)
          union all
          select 'check_in_due', k.id
          from check_in k
          where k.firm_id = p_firm and k.done_at is null and k.due_on <= current_date + 1
            and not exists (select 1 from reminder r where r.firm_id = p_firm and r.kind = 'check_in_due' and r.subject_id = k.id
                            and r.occurrence_key = 'check_in/' || k.id || '/' || k.due_on)
          union all
          select distinct 'article14_due', a.search_id
          from article14_day a
          where p_depth >= 2 and a.firm_id = p_firm
            and a.created_at > now() - interval '1 month 8 days' and a.created_at < now() - interval '1 month' + interval '7 days'
            and not exists (select 1 from reminder r where r.firm_id = p_firm and r.kind = 'article14_due'
                            and r.subject_id = a.search_id and r.occurrence_key = 'article14/' || a.search_id || '/' || a.last_day)
        )
        select n.* from maybe m
        cross join lateral (
          select * from due_notice n
          where n.firm_id = p_firm and n.kind = m.kind and n.subject_id = m.subject_id and n.due_at <= now() offset 0
        ) n
        where not exists (
          select 1 from reminder r where r.firm_id = p_firm and r.kind = n.kind
            and coalesce(r.recipient_id, r.contact_id) = coalesce(n.recipient_id, n.contact_id)
            and r.occurrence_key = n.occurrence_key)
          -- a month that was over long ago falls due with nobody
          and (n.kind <> 'article14_due' or n.due_at > now() - interval '13 days')
        -- of what is told, not of what may be: things that nobody is to hear of would stand in the way for good
        limit p_limit;
        end
      $fn$`,
  ),
  // Which reminders of these deliveries still have their reason. Planning that takes longer than running it: once a session.
  func(
    'standing_reminder',
    `(p_firms uuid[], p_deliveries uuid[]) returns setof uuid
        language plpgsql stable set plan_cache_mode = force_generic_plan as $fn$
        begin return query
        select r.id
        from unnest(p_firms, p_deliveries) as d (firm_id, id)
        join reminder r on r.firm_id = d.firm_id and r.delivery_id = d.id and r.cancelled_at is null
        where r.mode = 'own' or exists (
          select 1 from due_notice n
          where n.firm_id = r.firm_id and n.kind = r.kind and n.subject_id = r.subject_id
            and n.occurrence_key = r.occurrence_key
            and coalesce(n.recipient_id, n.contact_id) = coalesce(r.recipient_id, r.contact_id) offset 0);
        end
      $fn$`,
  ),
];
