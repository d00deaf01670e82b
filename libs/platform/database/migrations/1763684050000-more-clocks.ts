import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CANDIDACY_CLOCK as OLD_CANDIDACY_CLOCK, SEARCH_CLOCK as OLD_SEARCH_CLOCK } from './1763683600000-clocks.js';
import { OPEN_FLAG as OLD_OPEN_FLAG } from './1763683700000-open-flags.js';

/** As before, with whose turn it is, when somebody was first assessed and presented, and who spoke with the decision maker. */
const CANDIDACY_CLOCK = `
  -- The text is put together per call, so that every call gets the plan that fits what it asks for. p_live leaves out
  -- whatever had ended by then, before it is sorted and not after.
  create function candidacy_clock(
    p_firm uuid, p_at timestamptz, p_search uuid default null, p_candidacy uuid default null, p_live boolean default false
  )
  returns table (
    candidacy_id uuid, search_id uuid, candidate_id uuid, stage_id uuid, stage_since timestamptz, stage_key uuid,
    last_progress_at timestamptz, progress_key uuid, window_opened_at timestamptz, window_key uuid,
    offer_extended_at timestamptz, client_turn_at timestamptz, client_turn_key uuid, presented_at timestamptz, presented_key uuid,
    assessed_at timestamptz, assessed_key uuid, outcome text, ended_at timestamptz
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
  end $fn$;
`;

const SEARCH_CLOCK = `
  create function search_clock(p_firm uuid, p_at timestamptz, p_search uuid default null)
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
      ), decider as (
        select distinct on (x.id) x.id as search_id, a.at, a.id
        from activity a
        join contact p on p.firm_id = $1 and p.id = a.contact_id and p.role = 'decision_maker'
        join search x on x.firm_id = $1 and x.client_id = p.client_id and (a.search_id is null or a.search_id = x.id)
        where a.firm_id = $1 and a.contact_id is not null and is_progress_activity(a.kind) and a.at <= $2 %5$s
        order by x.id, a.at desc, a.id desc
      )
      select e.search_id,
             case when e.closed and e.close_reason = 'placed' then 'placed'
                  when e.closed then 'closed'
                  when h.search_id is not null then 'on_hold'
                  when o.search_id is not null then 'offer'
                  else 'open' end,
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
  end $fn$;
`;

/** What an episode of a rule runs from, so that progress takes its flag away in the commit that records it. */
const OPEN_FLAG = `
  create or replace view open_flag as
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
          when 'stage_overdue' then c.stage_key = f.episode_key
          when 'window_closing' then c.offer_extended_at is null and c.window_key = f.episode_key
          when 'window_closed' then c.offer_extended_at is null and c.window_key = f.episode_key
          when 'client_silent' then c.client_turn_key = f.episode_key
          when 'offer_pending' then exists (
            select 1 from offer o where o.firm_id = f.firm_id and o.id = f.episode_key and o.decided_at is null)
          when 'slate_late' then f.episode_key = coalesce((
            select x.presented_key from candidacy x
            where x.firm_id = s.firm_id and x.search_id = s.id and x.presented_at >= s.episode_opened_at
            order by x.presented_at desc, x.presented_key desc limit 1), s.episode_id)
          when 'thin_pipeline' then f.episode_key = coalesce((
            select x.assessed_key from candidacy x
            where x.firm_id = s.firm_id and x.search_id = s.id and x.assessed_at >= s.episode_opened_at
            order by x.assessed_at desc, x.assessed_key desc limit 1), s.episode_id)
          when 'decision_maker_silent' then f.episode_key =
            case when s.decision_maker_at > s.episode_opened_at then s.decision_maker_key else s.episode_id end
          when 'pace' then s.status = 'open' and s.episode_id = f.episode_key
          else false
        end;
`;

export const DECISION_MAKER_SPOKE = `
  create or replace function decision_maker_spoke() returns trigger language plpgsql as $fn$
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
    update search s
    set decision_maker_at = latest.at, decision_maker_key = latest.id, next_check_at = '-infinity'
    from (
      select distinct on (x.firm_id, x.id) x.firm_id, x.id as search_id, a.at, a.id from spoken a
      join contact p on p.firm_id = a.firm_id and p.id = a.contact_id and p.role = 'decision_maker'
      join search x on x.firm_id = p.firm_id and x.client_id = p.client_id and (a.search_id is null or a.search_id = x.id)
      where is_progress_activity(a.kind)
      order by x.firm_id, x.id, a.at desc, a.id desc
    ) latest
    where s.firm_id = latest.firm_id and s.id = latest.search_id
      and (s.decision_maker_at is null or (s.decision_maker_at, s.decision_maker_key) < (latest.at, latest.id));
    return null;
  end $fn$;
`;

export const DECISION_MAKER_CHANGED = `
  create or replace function decision_maker_changed() returns trigger language plpgsql as $fn$
  begin
    perform 1 from search s
    where s.firm_id = new.firm_id and s.client_id in (old.client_id, new.client_id)
    order by s.id for no key update;
    update search s
    set decision_maker_at = k.decision_maker_at, decision_maker_key = k.decision_maker_key, next_check_at = '-infinity'
    from search of_client
    cross join lateral search_clock(new.firm_id, 'infinity', of_client.id) k
    where of_client.firm_id = new.firm_id and of_client.client_id in (old.client_id, new.client_id)
      and s.firm_id = new.firm_id and s.id = of_client.id;
    return null;
  end $fn$;
`;

/** Whose turn it is, who was assessed and presented, and the decision maker's last word, as clocks on the rows. */
export class MoreClocks1763684050000 implements MigrationInterface {
  name = 'MoreClocks1763684050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function reaches_assessed(kind text) returns boolean language sql immutable parallel safe
        as $$ select kind in ('assessed', 'presented', 'client_interview', 'finalist', 'offer', 'placed') $$;
      create function reaches_presented(kind text) returns boolean language sql immutable parallel safe
        as $$ select kind in ('presented', 'client_interview', 'finalist', 'offer', 'placed') $$;
      -- stages in which the next word is the client's
      create function asks_client(kind text) returns boolean language sql immutable parallel safe
        as $$ select kind in ('presented', 'client_interview') $$;

      alter table candidacy
        -- the fact after which the client owes an answer; null once it is given
        add column client_turn_at timestamptz,
        add column client_turn_key uuid,
        -- the first arrival at a stage of that kind or later
        add column presented_at timestamptz,
        add column presented_key uuid,
        add column assessed_at timestamptz,
        add column assessed_key uuid,
        add check ((client_turn_key is null) = (client_turn_at is null)),
        add check ((presented_key is null) = (presented_at is null)),
        add check ((assessed_key is null) = (assessed_at is null));
      create index candidacy_presented on candidacy (firm_id, search_id, presented_at desc, presented_key desc)
        where presented_at is not null;
      create index candidacy_assessed on candidacy (firm_id, search_id, assessed_at desc, assessed_key desc)
        where assessed_at is not null;
      alter table search
        -- the last two-way contact with a decision maker of the client, also before the running episode
        add column decision_maker_at timestamptz,
        add column decision_maker_key uuid,
        add check ((decision_maker_key is null) = (decision_maker_at is null));
      create index activity_contact on activity (firm_id, contact_id, at desc) where contact_id is not null;
      create index offer_undecided on offer (firm_id, search_id) where decided_at is null;

      drop function search_clock(uuid, timestamptz, uuid);
      drop function candidacy_clock(uuid, timestamptz, uuid, uuid, boolean);
      ${CANDIDACY_CLOCK}
      ${SEARCH_CLOCK}

      -- A conversation with a decision maker counts for the search it was about, or for all of the client's.
      ${DECISION_MAKER_SPOKE}
      create trigger decision_maker_spoke after insert on activity
        referencing new table as spoken for each statement execute function decision_maker_spoke();

      -- Whoever becomes a decision maker, or ceases to be one, changes who was last spoken with.
      ${DECISION_MAKER_CHANGED}
      create trigger decision_maker_changed after update of role, client_id on contact
        for each row when ((old.role = 'decision_maker' or new.role = 'decision_maker')
          and (old.role, old.client_id) is distinct from (new.role, new.client_id))
        execute function decision_maker_changed();

      update candidacy c
      set client_turn_at = k.client_turn_at, client_turn_key = k.client_turn_key,
          presented_at = k.presented_at, presented_key = k.presented_key,
          assessed_at = k.assessed_at, assessed_key = k.assessed_key
      from firm f cross join lateral candidacy_clock(f.id, 'infinity') k
      where c.firm_id = f.id and c.id = k.candidacy_id and k.assessed_at is not null;
      update search s
      set decision_maker_at = k.decision_maker_at, decision_maker_key = k.decision_maker_key
      from firm f cross join lateral search_clock(f.id, 'infinity') k
      where s.firm_id = f.id and s.id = k.search_id and k.decision_maker_at is not null;
      update search set next_check_at = '-infinity' where status in ('open', 'offer', 'on_hold');

      ${OPEN_FLAG}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${OLD_OPEN_FLAG}
      drop trigger decision_maker_changed on contact;
      drop function decision_maker_changed();
      drop trigger decision_maker_spoke on activity;
      drop function decision_maker_spoke();
      drop function search_clock(uuid, timestamptz, uuid);
      drop function candidacy_clock(uuid, timestamptz, uuid, uuid, boolean);
      ${OLD_CANDIDACY_CLOCK}
      ${OLD_SEARCH_CLOCK}
      drop index offer_undecided, activity_contact, candidacy_assessed, candidacy_presented;
      alter table search drop column decision_maker_at, drop column decision_maker_key;
      alter table candidacy drop column client_turn_at, drop column client_turn_key, drop column presented_at,
        drop column presented_key, drop column assessed_at, drop column assessed_key;
      drop function asks_client(text);
      drop function reaches_presented(text);
      drop function reaches_assessed(text);
    `);
  }
}
