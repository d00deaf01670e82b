import { WINDOW_SOON_DAYS, WINDOW_WARNING_DAYS } from '@app/limits/limits.types.js';
import { func, view } from '@app/platform/migrate/definitions.sql.js';
import { NOTICE_KIND_SPECS } from '@app/notifications/notice-kinds.sql.js';
import type { NoticeKindSpec } from '@app/notifications/notifications.types.js';

const due = ({ kind, to, row, recipientId, ...spec }: NoticeKindSpec): string => `
      select ${row}.firm_id, '${kind}' as kind, ${to === 'user' ? recipientId : 'null::uuid'} as recipient_id,
             ${to === 'contact' ? recipientId : 'null::uuid'} as contact_id, '${spec.subjectType}' as subject_type,
             ${spec.subjectId} as subject_id, ${row}.search_id, ${spec.occurrence} as occurrence_key, ${spec.dueAt} as due_at
      from ${spec.source}
      where ${spec.when}`;
const maybe = ({ kind, maybe: { depth, subjectId, source, when } }: NoticeKindSpec): string => `
          select '${kind}' as kind, ${subjectId} as subject_id
          from ${source}
          where ${depth > 0 ? `p_depth >= ${depth} and ` : ''}${when}`;
const lapsed = ({ kind, lapsesAfter }: NoticeKindSpec): string =>
  lapsesAfter ? `and (n.kind <> '${kind}' or n.due_at > now() - interval '${lapsesAfter}')` : '';

/** Of the days of the warnings, the fewest that are as many as are left. */
const LAST_WARNING = `case ${[...WINDOW_WARNING_DAYS]
  .reverse()
  .map((days) => `when l.left_days <= ${days} then ${days}`)
  .join(' ')} end`;

export const REMINDERS_SQL = [
  // The last of the warnings that has fallen due, at 08:00 so many days before the window closes.
  view(
    'window_warning',
    `
      select w.*, start_of_day(w.closes_on, w.time_zone) as closes_at, n.days,
             'window/' || w.candidacy_id || '/' || w.window_key || '/' || n.days as occurrence_key,
             (w.closes_on - n.days + time '08:00') at time zone w.time_zone as due_at
      from window_end w
      cross join lateral (select w.closes_on - ((now() at time zone w.time_zone) - interval '8 hours')::date as left_days) l
      cross join lateral (select ${LAST_WARNING} as days) n
      where l.left_days <= ${WINDOW_SOON_DAYS} and w.closes_on > (now() at time zone w.time_zone)::date
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
      where i.cancelled_at is null and i.called_off_at is null
        and (i.starts_at at time zone o.time_zone)::date >= (now() at time zone o.time_zone)::date
    `,
  ),
  // Who has an interview in a calendar: from a mail that went out, or taken from its page.
  view(
    'calendar_holder',
    `
      select c.firm_id, c.interview_id, c.user_id, min(c.version) as first_version, max(c.version) as version
      from (
        select r.firm_id, r.subject_id as interview_id, r.recipient_id as user_id, r.calendar_version as version
        from reminder r
        join delivery d on d.firm_id = r.firm_id and d.id = r.delivery_id and d.state in ('sent', 'uncertain')
        where r.calendar_version is not null
        union all
        select k.firm_id, k.interview_id, k.user_id, unnest(array[k.first_version, k.version]) from calendar_copy k
      ) c
      group by c.firm_id, c.interview_id, c.user_id
    `,
  ),
  // Everything somebody is to hear of now, from wherever it is known, whether or not it has been told.
  view(
    'due_notice',
    `${NOTICE_KIND_SPECS.map(due).join('\n      union all')}
    `,
  ),
  // What of it nobody has been planned to hear yet. First, from indexes, what may be due; then only of that the truth.
  // What changes by the day is looked at when asked for: depth 1 adds windows and interviews, 2 Article 14.
  func(
    'owed_notice',
    `(p_firm uuid, p_depth int, p_limit int) returns setof due_notice
        language plpgsql stable set plan_cache_mode = force_generic_plan as $fn$
        begin return query with maybe as materialized (${NOTICE_KIND_SPECS.map(maybe).join('\n          union all')}
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
          ${NOTICE_KIND_SPECS.map(lapsed).join('')}
        -- of what is told, not of what may be: things that nobody is to hear of would stand in the way for good
        limit p_limit;
        end
      $fn$`,
  ),
  // Which reminders of these deliveries still have their reason. Planning that takes longer than running it: once a session.
  func(
    'valid_reminder',
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
  // Which of these reminders still say something that holds: the others are shown as over.
  func(
    'current_reminder',
    `(p_firm uuid, p_reminders uuid[]) returns setof uuid
        language plpgsql stable set plan_cache_mode = force_generic_plan as $fn$
        begin return query
        select r.id
        from unnest(p_reminders) as p (id)
        join reminder r on r.firm_id = p_firm and r.id = p.id
        where r.mode = 'own' or exists (
          select 1 from due_notice n
          where n.firm_id = r.firm_id and n.kind = r.kind and n.subject_id = r.subject_id
            and n.occurrence_key = r.occurrence_key
            and coalesce(n.recipient_id, n.contact_id) = coalesce(r.recipient_id, r.contact_id) offset 0);
        end
      $fn$`,
  ),
];
