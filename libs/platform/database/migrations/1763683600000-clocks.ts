import type { MigrationInterface, QueryRunner } from 'typeorm';

export const CANDIDACY_CLOCK = `
  -- The text is put together per call, so that every call gets the plan that fits what it asks for. p_live leaves out
  -- whatever had ended by then, before it is sorted and not after.
  create function candidacy_clock(
    p_firm uuid, p_at timestamptz, p_search uuid default null, p_candidacy uuid default null, p_live boolean default false
  )
  returns table (
    candidacy_id uuid, search_id uuid, candidate_id uuid, stage_id uuid, stage_since timestamptz, stage_key uuid,
    last_progress_at timestamptz, progress_key uuid, window_opened_at timestamptz, window_key uuid,
    offer_extended_at timestamptz, outcome text, ended_at timestamptz
  )
  language plpgsql stable set work_mem = '32MB' set enable_nestloop = on as $fn$
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
               max(e.at) as stage_since,
               array_agg(e.id order by e.at, e.id) filter (where e.position > coalesce(e.previous, e.position - 1)) as forwards,
               max(e.at) filter (where e.position > coalesce(e.previous, e.position - 1)) as forward_at,
               array_agg(e.id order by e.at, e.id) filter (where e.kind <> 'sourcing') as contacts,
               min(e.at) filter (where e.kind <> 'sourcing') as contact_at,
               min(e.at) filter (where e.kind in ('offer', 'placed')) as offer_at
        from effective e
        group by e.candidacy_id
      ), talked as (
        select distinct on (a.search_id, a.candidate_id) a.search_id, a.candidate_id, a.at, a.id
        from activity a
        where a.firm_id = $1 and a.candidate_id is not null and is_progress_activity(a.kind) and a.at <= $2 %2$s
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
      %4$s
    $q$, format(of_candidacy, 'm', 'candidacy_id'), of_search, format(of_candidacy, 'o', 'candidacy_id'),
         case when p_live then 'where c.ended_at is null or c.ended_at > $2' else '' end)
    using p_firm, p_at, p_search, p_candidacy;
  end $fn$;
`;

export const SEARCH_CLOCK = `
  create function search_clock(p_firm uuid, p_at timestamptz, p_search uuid default null)
  returns table (
    search_id uuid, status text, episode_id uuid, episode_opened_at timestamptz, last_progress_at timestamptz, progress_key uuid
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
        where h.firm_id = $1 and h.started_at <= $2 and (h.ended_at is null or h.ended_at > $2) %2$s
      ), offering as (
        select distinct o.search_id from offer o
        join candidacy c on c.firm_id = $1 and c.id = o.candidacy_id and (c.ended_at is null or c.ended_at > $2)
        where o.firm_id = $1 and o.extended_at <= $2 and (o.decided_at is null or o.decided_at > $2) %3$s
      ), fact as (
        select k.search_id, k.last_progress_at as at, k.progress_key as key
        from candidacy_clock($1, $2, $3, null, true) k
        union all
        select a.search_id, a.at, a.id from activity a
        where a.firm_id = $1 and a.search_id is not null and a.candidate_id is null and is_progress_activity(a.kind) and a.at <= $2 %4$s
      ), latest as (
        select distinct on (f.search_id) f.search_id, f.at, f.key from fact f
        order by f.search_id, f.at desc, f.key desc
      )
      select e.search_id,
             case when e.closed and e.close_reason = 'placed' then 'placed'
                  when e.closed then 'closed'
                  when h.search_id is not null then 'on_hold'
                  when o.search_id is not null then 'offer'
                  else 'open' end,
             e.id, e.opened_at,
             case when (l.at, l.key) > (e.opened_at, e.id) then l.at else e.opened_at end,
             case when (l.at, l.key) > (e.opened_at, e.id) then l.key else e.id end
      from episode e
      left join held h on h.search_id = e.search_id
      left join offering o on o.search_id = e.search_id
      left join latest l on l.search_id = e.search_id
    $q$, format(of_search, 'e'), format(of_search, 'h'), format(of_search, 'o'), format(of_search, 'a'))
    using p_firm, p_at, p_search;
  end $fn$;
`;

export const CANDIDATE_MARKET_MOVED = `
  create or replace function candidate_market_moved() returns trigger language plpgsql as $fn$
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
    update search s set next_check_at = '-infinity'
    where s.firm_id = new.firm_id
      and s.id in (select c.search_id from candidacy c where c.firm_id = new.firm_id and c.candidate_id = new.id);
    return null;
  end $fn$;
`;

/**
 * The clocks of candidacies and searches as functions of the append-only facts, as of any moment. The columns of the
 * same names on candidacy and search hold what these return for now. Published: any room may read them.
 */
export class Clocks1763683600000 implements MigrationInterface {
  name = 'Clocks1763683600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Two facts share an offer's row. Its id names the extension, this the decision.
      create function offer_decision_key(offer_id uuid) returns uuid
        language sql immutable strict parallel safe
        as $$ select md5('decided:' || offer_id)::uuid $$;

      -- Two-way conversations. A mail or a note may have met with silence. Not strict, so that it is inlined.
      create function is_progress_activity(kind text) returns boolean
        language sql immutable parallel safe
        as $$ select kind in ('call', 'meeting', 'interview', 'client_feedback') $$;

      ${CANDIDACY_CLOCK}
      ${SEARCH_CLOCK}
      -- A candidate who says since when they are on the market moves the windows of every search they are in.
      ${CANDIDATE_MARKET_MOVED}
      create trigger candidate_market_moved after update of in_market_since on candidate
        for each row when (old.in_market_since is distinct from new.in_market_since)
        execute function candidate_market_moved();

      -- Offers as other rooms may read them.
      create view candidacy_offer as
      select o.firm_id, o.id, o.candidacy_id, o.search_id, o.extended_at, o.expires_at, o.decided_at, o.decision,
             o.currency, o.base, o.bonus, o.equity_value, o.vesting_months, o.sign_on, o.relocation, o.start_date, o.version
      from offer o;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view candidacy_offer;
      drop trigger candidate_market_moved on candidate;
      drop function candidate_market_moved();
      drop function search_clock(uuid, timestamptz, uuid);
      drop function candidacy_clock(uuid, timestamptz, uuid, uuid, boolean);
      drop function is_progress_activity(text);
      drop function offer_decision_key(uuid);
    `);
  }
}
