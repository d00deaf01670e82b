import { triggerFunction, view } from '@app/platform/migrate/definitions.sql.js';

/** SQL for the fact a clock runs from: a reopening of the search starts those from before it anew. */
const KEY = (at: string, key: string): string =>
  `(case when ${at} < s.episode_opened_at and s.opened_at < s.episode_opened_at then s.episode_id else ${key} end)`;

export const STALLS_SQL = [
  // A flag counts only while its subject still stands at the fact that preceded the episode, so that no reader ever sees a
  // flag on something that has moved on, whether or not a sweep has tidied it away yet.
  view(
    'open_flag',
    `
      select f.firm_id, f.id, f.rule, f.severity, f.search_id, f.candidacy_id, f.subject_id, f.episode_key, f.since,
             f.deadline, f.basis, f.evidence, f.sentence, f.next_step, f.raised_at
      from stall_flag f
      join search s on s.firm_id = f.firm_id and s.id = f.search_id
      left join candidacy c on c.firm_id = f.firm_id and c.id = f.candidacy_id
      where f.state = 'open'
        and s.status in ('open', 'offer', 'on_hold')
        and (s.status <> 'on_hold' or f.rule in ('window_closing', 'window_closed'))
        and c.outcome is null
        and case f.rule
              when 'no_progress' then s.progress_key = f.episode_key
              when 'stage_overdue' then ${KEY('c.stage_since', 'c.stage_key')} = f.episode_key and not exists (
                select 1 from candidacy_offer o where o.firm_id = f.firm_id and o.candidacy_id = c.id and o.decided_at is null)
              when 'window_closing' then c.offer_extended_at is null and c.window_key = f.episode_key
              when 'window_closed' then c.offer_extended_at is null and c.window_key = f.episode_key
              when 'client_silent' then ${KEY('c.client_turn_at', 'c.client_turn_key')} = f.episode_key
              when 'offer_pending' then exists (
                select 1 from candidacy_offer o where o.firm_id = f.firm_id and o.id = f.subject_id and o.decided_at is null
                  and ${KEY('o.extended_at', 'o.id')} = f.episode_key)
              when 'slate_late' then s.status = 'open' and f.episode_key = coalesce((
                select x.presented_key from candidacy x
                where x.firm_id = s.firm_id and x.search_id = s.id and x.presented_at >= s.episode_opened_at
                order by x.presented_at desc, x.presented_key desc limit 1), s.episode_id)
              when 'thin_pipeline' then s.status = 'open' and f.episode_key = coalesce((
                select x.assessed_key from candidacy x
                where x.firm_id = s.firm_id and x.search_id = s.id and x.assessed_at >= s.episode_opened_at
                order by x.assessed_at desc, x.assessed_key desc limit 1), s.episode_id)
              when 'decision_maker_silent' then f.episode_key =
                case when s.decision_maker_at > s.episode_opened_at then s.decision_maker_key else s.episode_id end
              when 'pace' then s.status = 'open' and s.episode_id = f.episode_key
              else false
            end
    `,
  ),
  // How a running search does, by its flags.
  view(
    'search_health',
    `
      select s.firm_id, s.id as search_id,
             case when s.status = 'on_hold' then 'on_hold'
                  when flags.stalled > 0 then 'stalled'
                  when flags.total > 0 then 'at_risk'
                  else 'on_track' end as health,
             flags.total as open_flags, flags.sentences, flags.next_step
      from search s
      cross join lateral (
        select count(*)::int as total,
               (count(*) filter (where o.severity = 'stalled'))::int as stalled,
               coalesce(array_agg(o.sentence order by o.severity, o.deadline, o.id), '{}') as sentences,
               (array_agg(o.next_step order by o.severity, o.deadline, o.id))[1] as next_step
        from open_flag o where o.firm_id = s.firm_id and o.search_id = s.id
      ) flags
      where s.status in ('open', 'offer', 'on_hold')
    `,
  ),
  // A new search is looked at, whoever makes it.
  triggerFunction(
    'search_made',
    `
      begin
        insert into search_check (firm_id, search_id) select firm_id, id from made;
        return null;
      end
    `,
  ),
  // The foreign key to search, asked once for all rows of a statement. Searches are never deleted.
  triggerFunction(
    'flags_name_searches',
    `
      begin
        if exists (select 1 from (select distinct firm_id, search_id from raised) r
                   where not exists (select 1 from search s where s.firm_id = r.firm_id and s.id = r.search_id)) then
          raise foreign_key_violation using message = 'a flag names a search that its firm does not have', table = 'stall_flag';
        end if;
        return null;
      end
    `,
  ),
];
