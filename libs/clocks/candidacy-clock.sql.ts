import { func } from '@app/platform/database/definitions.sql.js';

/**
 * Where every candidacy stood at a moment, derived from the append-only facts. The columns of the same names on `candidacy`
 * hold what this returns for now.
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
    begin
      -- For a whole firm the planner may believe that few moves survive the anti-join, and then goes through all
      -- conversations once per candidacy. The setting ends with the function, whose header names it.
      if p_search is null and p_candidacy is null then
        perform set_config('enable_nestloop', 'off', true);
      end if;
      return query execute format($q$
        with effective as (
          select m.candidacy_id, m.id, m.at, m.to_stage_id, st.position, st.kind,
                 lag(st.position) over (partition by m.candidacy_id order by m.at, m.id) as previous
          from stage_move m
          join stage st on st.firm_id = m.firm_id and st.id = m.to_stage_id
          where m.firm_id = $1 and m.voids_id is null and m.at <= $2 %1$s
            and not exists (
              select 1 from stage_move v
              where v.firm_id = $1 and v.voids_id is not null and v.voids_id = m.id and v.at <= $2)
        ), moved as (
          select e.candidacy_id,
                 array_agg(e.id order by e.at, e.id) as keys,
                 array_agg(e.to_stage_id order by e.at, e.id) as stages,
                 array_agg(e.kind order by e.at, e.id) as kinds,
                 max(e.at) as stage_since,
                 array_agg(e.id order by e.at, e.id) filter (where e.position > coalesce(e.previous, e.position - 1)) as forwards,
                 max(e.at) filter (where e.position > coalesce(e.previous, e.position - 1)) as forward_at,
                 array_agg(e.id order by e.at, e.id) filter (where e.kind <> 'sourcing') as contacts,
                 min(e.at) filter (where e.kind <> 'sourcing') as contact_at,
                 min(e.at) filter (where e.kind in ('offer', 'placed')) as offer_at,
                 array_agg(e.id order by e.at, e.id) filter (where reaches_presented(e.kind)) as presentations,
                 min(e.at) filter (where reaches_presented(e.kind)) as presented_at,
                 array_agg(e.id order by e.at, e.id) filter (where reaches_assessed(e.kind)) as assessments,
                 min(e.at) filter (where reaches_assessed(e.kind)) as assessed_at
          from effective e
          group by e.candidacy_id
        ), talked as (
          select distinct on (a.search_id, a.candidate_id) a.search_id, a.candidate_id, a.at, a.id
          from activity a
          where a.firm_id = $1 and a.candidate_id is not null and is_progress_activity(a.kind) and a.at <= $2 %2$s
          order by a.search_id, a.candidate_id, a.at desc, a.id desc
        ), met as (
          select distinct on (a.search_id, a.candidate_id) a.search_id, a.candidate_id, a.at, a.id, a.kind
          from activity a
          where a.firm_id = $1 and a.candidate_id is not null and a.kind in ('interview', 'client_feedback') and a.at <= $2 %2$s
          order by a.search_id, a.candidate_id, a.at desc, a.id desc
        ), offer_fact as (
          select o.candidacy_id, o.extended_at as at, o.id as key from offer o
          where o.firm_id = $1 and o.extended_at <= $2 %3$s
          union all
          select o.candidacy_id, o.decided_at, offer_decision_key(o.id) from offer o
          where o.firm_id = $1 and o.decided_at <= $2 %3$s
        ), offered as (
          select f.candidacy_id, min(f.at) as extended_at, max(f.at) as at,
                 (array_agg(f.key order by f.at desc, f.key desc))[1] as key
          from offer_fact f
          group by f.candidacy_id
        )
        select c.id, c.search_id, c.candidate_id,
               m.stages[cardinality(m.stages)], m.stage_since, m.keys[cardinality(m.keys)],
               case latest.source when 'talked' then t.at when 'offered' then o.at else m.forward_at end,
               case latest.source when 'talked' then t.id when 'offered' then o.key else m.forwards[cardinality(m.forwards)] end,
               case when m.contact_at is not null then least(m.contact_at, p.in_market_since) end,
               m.contacts[1],
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
        left join met i on i.search_id = c.search_id and i.candidate_id = c.candidate_id
        cross join lateral (
          select case
            when (i.at, i.id) > (m.stage_since, m.keys[cardinality(m.keys)])
              then case when i.kind = 'interview' and m.kinds[cardinality(m.kinds)] in ('presented', 'client_interview', 'finalist') then 'met' end
            when asks_client(m.kinds[cardinality(m.kinds)]) then 'moved' end as source
        ) turn
        %4$s
      $q$, format(of_candidacy, 'm', 'candidacy_id'), of_search, format(of_candidacy, 'o', 'candidacy_id'),
           case when p_live then 'where c.ended_at is null or c.ended_at > $2' else '' end)
      using p_firm, p_at, p_search, p_candidacy;
    end $fn$`,
);
