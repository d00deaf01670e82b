import { func } from '@app/platform/migrate/definitions.sql.js';
import { ASKS_CLIENT_ONCE_MET, oneOf } from '@app/stages/stages.types.js';

/**
 * Where every candidacy stood at a moment, derived from the append-only facts. The columns of the same names on `candidacy`
 * hold what this returns for now.
 *
 * Facts of one moment stand in the order of the process: moves by the position of their stages, then interviews, then
 * feedback. Whoever has no move at all stands in the first stage in use since the search was opened. After a reopening a window
 * is opened, and stopped, by what happens in the new episode only.
 */
export const CANDIDACY_CLOCK = func(
  'candidacy_clock',
  `(
      p_firm uuid, p_at timestamptz, p_search uuid default null, p_candidacy uuid default null, p_live boolean default false
    )
    returns table (
      candidacy_id uuid, search_id uuid, candidate_id uuid, stage_id uuid, stage_since timestamptz, stage_key uuid,
      last_progress_at timestamptz, progress_key uuid, window_opened_at timestamptz, window_key uuid,
      offer_extended_at timestamptz, client_turn_at timestamptz, client_turn_key uuid, presented_at timestamptz, presented_key uuid,
      assessed_at timestamptz, assessed_key uuid, outcome text, ended_at timestamptz
    )
    language plpgsql stable set work_mem = '32MB' set enable_nestloop = on as $fn$
    -- The text is put together per call, so that every call gets the plan that fits what it asks for. p_live leaves out
    -- whatever had ended by then, before it is sorted and not after.
    declare
      of_candidacy text := case
        when p_candidacy is not null then 'and %1$s.%2$s = $4'
        when p_search is not null then 'and %1$s.%2$s in (select x.id from candidacy x where x.firm_id = $1 and x.search_id = $3)'
        when p_live then 'and %1$s.%2$s in (select x.id from candidacy x where x.firm_id = $1 and (x.ended_at is null or x.ended_at > $2))'
        else '' end;
      of_search text := case
        when p_candidacy is not null
          then 'and (a.search_id, a.candidate_id) = (select x.search_id, x.candidate_id from candidacy x where x.firm_id = $1 and x.id = $4)'
        when p_search is not null then 'and a.search_id = $3'
        else 'and a.search_id is not null' end;
      of_episode text := case
        when p_candidacy is not null then 'and e.search_id = (select x.search_id from candidacy x where x.firm_id = $1 and x.id = $4)'
        when p_search is not null then 'and e.search_id = $3'
        else '' end;
    begin
      -- For a whole firm the planner may believe that few moves survive the anti-join, and then goes through all
      -- conversations once per candidacy. The setting ends with the function, whose header names it.
      if p_search is null and p_candidacy is null then
        perform set_config('enable_nestloop', 'off', true);
      end if;
      return query execute format($q$
        with episode as (
          select distinct on (e.search_id) e.search_id,
                 case when count(*) over (partition by e.search_id) > 1 then e.opened_at else '-infinity' end as begun
          from search_episode e
          where e.firm_id = $1 and e.opened_at <= $2 %5$s
          order by e.search_id, e.opened_at desc
        ), effective as (
          select m.candidacy_id, m.id, m.at, m.to_stage_id, st.position, st.kind,
                 coalesce(p.begun, '-infinity') as begun,
                 lag(st.position) over (partition by m.candidacy_id order by m.at, st.position, m.id) as previous
          from stage_move m
          join stage st on st.firm_id = m.firm_id and st.id = m.to_stage_id
          left join episode p on p.search_id = m.search_id
          where m.firm_id = $1 and m.voids_id is null and m.at <= $2 %1$s
            and not exists (
              select 1 from stage_move v
              where v.firm_id = $1 and v.voids_id is not null and v.voids_id = m.id and v.at <= $2)
          union all
          select c.id, c.id, s.opened_at, st.id, st.position, 'sourcing', '-infinity', null
          from candidacy c
          join search s on s.firm_id = $1 and s.id = c.search_id and s.opened_at <= $2
          cross join (select f.id, f.position from stage f where f.firm_id = $1
                      order by f.archived_at is not null, f.position, f.id limit 1) st
          where c.firm_id = $1 and c.stage_key = c.id %6$s
            and (select m.id from stage_move m
                 where m.firm_id = $1 and m.candidacy_id = c.id and m.voids_id is null
                   and (select v.id from stage_move v where v.firm_id = $1 and v.voids_id = m.id) is null
                 limit 1) is null
        ), moved as (
          select e.candidacy_id, max(e.begun) as begun,
                 array_agg(e.id order by e.at, e.position, e.id) as keys,
                 array_agg(e.to_stage_id order by e.at, e.position, e.id) as stages,
                 array_agg(e.kind order by e.at, e.position, e.id) as kinds,
                 max(e.at) as stage_since,
                 array_agg(e.id order by e.at, e.position, e.id) filter (where e.position > coalesce(e.previous, e.position - 1)) as forwards,
                 max(e.at) filter (where e.position > coalesce(e.previous, e.position - 1)) as forward_at,
                 min(e.at) filter (where e.kind <> 'sourcing') as first_contact_at,
                 array_agg(e.id order by e.at, e.position, e.id) filter (where e.kind <> 'sourcing' and e.at >= e.begun) as contacts,
                 min(e.at) filter (where e.kind <> 'sourcing' and e.at >= e.begun) as contact_at,
                 min(e.at) filter (where e.kind in ('offer', 'placed') and e.at >= e.begun) as offer_at,
                 array_agg(e.id order by e.at, e.position, e.id) filter (where reaches_presented(e.kind)) as presentations,
                 min(e.at) filter (where reaches_presented(e.kind)) as presented_at,
                 array_agg(e.id order by e.at, e.position, e.id) filter (where reaches_assessed(e.kind)) as assessments,
                 min(e.at) filter (where reaches_assessed(e.kind)) as assessed_at
          from effective e
          group by e.candidacy_id
        ), talked as (
          select distinct on (a.search_id, a.candidate_id) a.search_id, a.candidate_id, a.at, a.id
          from activity a
          where a.firm_id = $1 and a.candidate_id is not null and is_progress_activity(a.kind) and a.at <= $2 %2$s
          order by a.search_id, a.candidate_id, a.at desc, a.id desc
        ), talked_again as (
          select distinct on (a.search_id, a.candidate_id) a.search_id, a.candidate_id, a.at, a.id
          from activity a
          join episode p on p.search_id = a.search_id and p.begun > '-infinity' and a.at >= p.begun
          where a.firm_id = $1 and a.candidate_id is not null and is_talk_with_candidate(a.kind) and a.at <= $2 %2$s
          order by a.search_id, a.candidate_id, a.at, a.id
        ), met as (
          select distinct on (a.search_id, a.candidate_id) a.search_id, a.candidate_id, a.at, a.id, a.kind
          from activity a
          where a.firm_id = $1 and a.candidate_id is not null and a.kind in ('interview', 'client_feedback') and a.at <= $2 %2$s
          order by a.search_id, a.candidate_id, a.at desc, a.kind = 'client_feedback' desc, a.id desc
        ), offer_fact as (
          select o.candidacy_id, o.extended_at as at, o.id as key, o.extended_at >= coalesce(p.begun, '-infinity') as in_episode from candidacy_offer o
          left join episode p on p.search_id = o.search_id
          where o.firm_id = $1 and o.extended_at <= $2 %3$s
          union all
          select o.candidacy_id, o.decided_at, offer_decision_key(o.id), false from candidacy_offer o
          where o.firm_id = $1 and o.decided_at <= $2 %3$s
        ), offered as (
          select f.candidacy_id, min(f.at) filter (where f.in_episode) as extended_at, max(f.at) as at,
                 (array_agg(f.key order by f.at desc, f.key desc))[1] as key
          from offer_fact f
          group by f.candidacy_id
        )
        select c.id, c.search_id, c.candidate_id,
               m.stages[cardinality(m.stages)], m.stage_since, m.keys[cardinality(m.keys)],
               case latest.source when 'talked' then t.at when 'offered' then o.at else m.forward_at end,
               case latest.source when 'talked' then t.id when 'offered' then o.key else m.forwards[cardinality(m.forwards)] end,
               case when contact.at is not null
                    then least(contact.at, case when p.in_market_since is not null then (
                      select market_since(p.in_market_since, x.time_zone, nullif(m.begun, '-infinity'))
                      from search s join office x on x.firm_id = $1 and x.id = s.office_id
                      where s.firm_id = $1 and s.id = c.search_id) end) end,
               contact.key,
               coalesce(o.extended_at, m.offer_at),
               case turn.source when 'met' then i.at when 'moved' then m.stage_since end,
               case turn.source when 'met' then i.id when 'moved' then m.keys[cardinality(m.keys)] end,
               m.presented_at, m.presentations[1], m.assessed_at, m.assessments[1],
               case when c.ended_at <= $2 then c.outcome end,
               case when c.ended_at <= $2 then c.ended_at end
        from moved m
        join candidacy c on c.firm_id = $1 and c.id = m.candidacy_id
        join candidate p on p.firm_id = $1 and p.id = c.candidate_id
        left join talked t on t.search_id = c.search_id and t.candidate_id = c.candidate_id
        left join offered o on o.candidacy_id = c.id
        cross join lateral (
          select case
            when (o.at, o.key) > (m.forward_at, m.forwards[cardinality(m.forwards)])
              and ((o.at, o.key) > (t.at, t.id)) is not false then 'offered'
            when (t.at, t.id) > (m.forward_at, m.forwards[cardinality(m.forwards)]) then 'talked'
            else 'moved' end as source
        ) latest
        left join talked_again g on g.search_id = c.search_id and g.candidate_id = c.candidate_id
          and m.first_contact_at < m.begun and g.at < coalesce(m.contact_at, 'infinity')
        cross join lateral (select coalesce(g.at, m.contact_at) as at, coalesce(g.id, m.contacts[1]) as key) contact
        left join met i on i.search_id = c.search_id and i.candidate_id = c.candidate_id
        cross join lateral (
          select case
            when i.at >= m.stage_since
              then case when i.kind = 'interview' and m.kinds[cardinality(m.kinds)] in (${oneOf(ASKS_CLIENT_ONCE_MET)}) then 'met' end
            when asks_client(m.kinds[cardinality(m.kinds)]) then 'moved' end as source
        ) turn
        %4$s
      $q$, format(of_candidacy, 'm', 'candidacy_id'), of_search, format(of_candidacy, 'o', 'candidacy_id'),
           case when p_live then 'where c.ended_at is null or c.ended_at > $2' else '' end,
           of_episode, format(of_candidacy, 'c', 'id'))
      using p_firm, p_at, p_search, p_candidacy;
    end $fn$`,
);
