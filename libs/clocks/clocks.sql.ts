import { func, triggerFunction } from '@app/platform/migrate/definitions.sql.js';
import { CANDIDACY_CLOCK } from './candidacy-clock.sql.js';

export const CLOCKS_SQL = [
  // From when on "in the market since" opens a window: the beginning of that day at the search's office. In an episode that
  // is not the first (`reopened`, null in the first), a day before its own says nothing.
  func(
    'market_since',
    `(day date, zone text, reopened timestamptz) returns timestamptz language sql immutable parallel safe as $$
       select case when reopened is null then start_of_day(day, zone)
                   when day >= (reopened at time zone zone)::date then greatest(start_of_day(day, zone), reopened) end $$`,
  ),
  CANDIDACY_CLOCK,
  // Where every search stood at a moment. The columns of the same names on `search` hold what this returns for now. Progress of
  // everybody who was ever in it counts, and an offer to whoever came in later. The end of a hold is the one fact that may lie
  // ahead: the hold lasts until then.
  func(
    'search_clock',
    `(p_firm uuid, p_at timestamptz, p_search uuid default null)
      returns table (
        search_id uuid, status text, episode_id uuid, episode_opened_at timestamptz, last_progress_at timestamptz, progress_key uuid,
        decision_maker_at timestamptz, decision_maker_key uuid
      )
      language plpgsql stable set work_mem = '32MB' set enable_nestloop = on as $fn$
      declare
        of_search text := case when p_search is not null then 'and %1$s.search_id = $3' else '' end;
      begin
        if p_search is null then
          perform set_config('enable_nestloop', 'off', true);
        end if;
        return query execute format($q$
          with episode as (
            select distinct on (e.search_id) e.search_id, e.id, e.opened_at,
                   e.closed_at <= $2 as closed, e.close_reason
            from search_episode e
            where e.firm_id = $1 and e.opened_at <= $2 %1$s
            order by e.search_id, e.opened_at desc
          ), held as (
            select distinct h.search_id from search_hold h
            where h.firm_id = $1 and h.started_at <= $2 and (h.ended_at is null or h.ended_at > case when $2 = 'infinity' then now() else $2 end) %2$s
          ), offering as (
            select distinct o.search_id from candidacy_offer o
            join candidacy c on c.firm_id = $1 and c.id = o.candidacy_id and (c.ended_at is null or c.ended_at > $2)
            where o.firm_id = $1 and o.extended_at <= $2 and (o.decided_at is null or o.decided_at > $2) %3$s
          ), fact as (
            select k.search_id, k.last_progress_at as at, k.progress_key as key
            from candidacy_clock($1, $2, $3) k
            union all
            select a.search_id, a.at, a.id from activity a
            where a.firm_id = $1 and a.search_id is not null and is_progress_activity(a.kind) and a.at <= $2 %4$s
            union all
            select o.search_id, o.extended_at, o.id from candidacy_offer o where o.firm_id = $1 and o.extended_at <= $2 %3$s
            union all
            select o.search_id, o.decided_at, offer_decision_key(o.id) from candidacy_offer o
            where o.firm_id = $1 and o.decided_at <= $2 %3$s
          ), latest as (
            select distinct on (f.search_id) f.search_id, f.at, f.key from fact f
            order by f.search_id, f.at desc, f.key desc
          ), decider as (
            select distinct on (x.id) x.id as search_id, a.at, a.id
            from activity a
            join contact p on p.firm_id = $1 and p.id = a.contact_id and p.role = 'decision_maker'
            join search x on x.firm_id = $1 and x.client_id = p.client_id and (a.search_id is null or a.search_id = x.id)
            where a.firm_id = $1 and a.contact_id is not null and is_progress_activity(a.kind) and a.at <= $2 %5$s
            order by x.id, a.at desc, a.id desc
          )
          select e.search_id,
                 search_status(e.closed, e.close_reason, h.search_id is not null, o.search_id is not null),
                 e.id, e.opened_at,
                 case when (l.at, l.key) > (e.opened_at, e.id) then l.at else e.opened_at end,
                 case when (l.at, l.key) > (e.opened_at, e.id) then l.key else e.id end,
                 d.at, d.id
          from episode e
          left join held h on h.search_id = e.search_id
          left join offering o on o.search_id = e.search_id
          left join latest l on l.search_id = e.search_id
          left join decider d on d.search_id = e.search_id
        $q$, format(of_search, 'e'), format(of_search, 'h'), format(of_search, 'o'), format(of_search, 'a'),
             case when p_search is not null then 'and x.id = $3' else '' end)
        using p_firm, p_at, p_search;
      end $fn$`,
  ),
  // What opened, or stopped, a window in an earlier episode says nothing in the new one.
  triggerFunction(
    'search_reopened',
    `
      begin
        update candidacy c
        set window_opened_at = k.window_opened_at, window_key = k.window_key, offer_extended_at = k.offer_extended_at
        from opened o
        cross join lateral candidacy_clock(o.firm_id, 'infinity', o.search_id) k
        where exists (select 1 from search_episode e
                      where e.firm_id = o.firm_id and e.search_id = o.search_id and e.opened_at < o.opened_at)
          and c.firm_id = o.firm_id and c.id = k.candidacy_id;
        return null;
      end
    `,
  ),
  // A candidate who says since when they are on the market moves the windows of every search they are in.
  triggerFunction(
    'candidate_market_moved',
    `
      begin
        perform 1 from search s
        where s.firm_id = new.firm_id
          and s.id in (select c.search_id from candidacy c where c.firm_id = new.firm_id and c.candidate_id = new.id)
        order by s.id for no key update;
        update candidacy c set window_opened_at = k.window_opened_at, window_key = k.window_key
        from candidacy of_candidate
        cross join lateral candidacy_clock(new.firm_id, now(), null, of_candidate.id) k
        where of_candidate.firm_id = new.firm_id and of_candidate.candidate_id = new.id
          and c.firm_id = new.firm_id and c.id = k.candidacy_id;
        update search_check k set next_check_at = '-infinity'
        where k.firm_id = new.firm_id
          and k.search_id in (select c.search_id from candidacy c where c.firm_id = new.firm_id and c.candidate_id = new.id);
        return null;
      end
    `,
  ),
  // The days on which candidates came to the market begin at another moment.
  triggerFunction(
    'office_zone_moved',
    `
      begin
        perform 1 from search s where s.firm_id = new.firm_id and s.office_id = new.id order by s.id for no key update;
        update candidacy c set window_opened_at = k.window_opened_at
        from (
          select x.id from candidacy x
          join search s on s.firm_id = x.firm_id and s.id = x.search_id and s.office_id = new.id
          join candidate p on p.firm_id = x.firm_id and p.id = x.candidate_id and p.in_market_since is not null
          where x.firm_id = new.firm_id
        ) moved
        cross join lateral candidacy_clock(new.firm_id, now(), null, moved.id) k
        where c.firm_id = new.firm_id and c.id = k.candidacy_id
          and c.window_opened_at is distinct from k.window_opened_at;
        return null;
      end
    `,
  ),
  // The same where a search goes to another office.
  triggerFunction(
    'search_office_moved',
    `
      begin
        update candidacy c set window_opened_at = k.window_opened_at
        from candidacy_clock(new.firm_id, now(), new.id) k
        where c.firm_id = new.firm_id and c.id = k.candidacy_id
          and c.window_opened_at is distinct from k.window_opened_at;
        return null;
      end
    `,
  ),
  // A conversation with a decision maker counts for the search it was about, or for all of the client's.
  triggerFunction(
    'decision_maker_spoke',
    `
      begin
        if not exists (select 1 from spoken a where a.contact_id is not null) then
          return null;
        end if;
        perform 1 from search s
        where (s.firm_id, s.id) in (
          select x.firm_id, x.id from spoken a
          join contact p on p.firm_id = a.firm_id and p.id = a.contact_id and p.role = 'decision_maker'
          join search x on x.firm_id = p.firm_id and x.client_id = p.client_id and (a.search_id is null or a.search_id = x.id)
          where is_progress_activity(a.kind))
        order by s.firm_id, s.id for no key update;
        with heard as (
          update search s
          set decision_maker_at = latest.at, decision_maker_key = latest.id
          from (
            select distinct on (x.firm_id, x.id) x.firm_id, x.id as search_id, a.at, a.id from spoken a
            join contact p on p.firm_id = a.firm_id and p.id = a.contact_id and p.role = 'decision_maker'
            join search x on x.firm_id = p.firm_id and x.client_id = p.client_id and (a.search_id is null or a.search_id = x.id)
            where is_progress_activity(a.kind)
            order by x.firm_id, x.id, a.at desc, a.id desc
          ) latest
          where s.firm_id = latest.firm_id and s.id = latest.search_id
            and (s.decision_maker_at is null or (s.decision_maker_at, s.decision_maker_key) < (latest.at, latest.id))
          returning s.firm_id, s.id
        )
        update search_check k set next_check_at = '-infinity' from heard
        where k.firm_id = heard.firm_id and k.search_id = heard.id;
        return null;
      end
    `,
  ),
  // Whoever becomes a decision maker, or ceases to be one, changes who was last spoken with.
  triggerFunction(
    'decision_maker_changed',
    `
      begin
        perform 1 from search s
        where s.firm_id = new.firm_id and s.client_id in (old.client_id, new.client_id)
        order by s.id for no key update;
        update search s set decision_maker_at = k.decision_maker_at, decision_maker_key = k.decision_maker_key
        from search of_client
        cross join lateral search_clock(new.firm_id, 'infinity', of_client.id) k
        where of_client.firm_id = new.firm_id and of_client.client_id in (old.client_id, new.client_id)
          and s.firm_id = new.firm_id and s.id = of_client.id;
        update search_check k set next_check_at = '-infinity' from search s
        where s.firm_id = new.firm_id and s.client_id in (old.client_id, new.client_id)
          and k.firm_id = new.firm_id and k.search_id = s.id;
        return null;
      end
    `,
  ),
];
