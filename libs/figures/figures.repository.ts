import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@app/identity/identity.types.js';
import { viewer, visibleSearch } from '@app/identity/visible.sql.js';
import type { Practice } from '@app/role-templates/role-templates.types.js';
import { STAGE_KINDS } from '@app/stages/stages.types.js';
import { inSlice, ofRoles, openedWithin, populationValues } from '@app/vocabulary/slice.sql.js';
import type { Population } from '@app/vocabulary/vocabulary.types.js';
import { type FigureSearch, type LostFound, MOST_NAMED, type OffersFound, type StageSpells } from './figures.types.js';

/** Parameters: those of a viewer, the moment, those of a population, then whatever else. */
const FIRST_OF_POPULATION = 5;
const NEXT = FIRST_OF_POPULATION + 7;

/**
 * The episodes that are counted, each with the time whose facts are its: from its opening (the first of a search from ever)
 * to the next one.
 */
const COUNTED = `counted as materialized (
       select e.search_id, e.opened_at, e.closed_at, e.from_at, e.until_at, f.time_zone
       from (
         select e.search_id, e.opened_at, case when e.closed_at <= $4 then e.closed_at end as closed_at,
                case when row_number() over w = 1 then '-infinity' else e.opened_at end as from_at,
                coalesce(lead(e.opened_at) over w, 'infinity') as until_at
         from search_episode e
         where e.firm_id = $1 and e.opened_at <= $4
         window w as (partition by e.search_id order by e.opened_at, e.id)
       ) e
       join search s on s.firm_id = $1 and s.id = e.search_id
       join office f on f.firm_id = $1 and f.id = s.office_id
       where ${visibleSearch('s')} and ${inSlice('s', FIRST_OF_POPULATION)} and ${ofRoles('s', FIRST_OF_POPULATION + 4)}
         and ${openedWithin('e', 'f.time_zone', FIRST_OF_POPULATION + 5)}
     )`;

/** Which searches the rows of a table are of. */
const originOf = (rows: string): string =>
  `(select count(*)::int from (select distinct search_id from ${rows}) of_them) as searches,
       coalesce((select array_agg(newest.search_id order by newest.opened_at desc, newest.search_id) from (
          select distinct x.search_id, s.opened_at from ${rows} x
          join search s on s.firm_id = $1 and s.id = x.search_id
          order by s.opened_at desc, x.search_id limit ${MOST_NAMED}) newest), '{}') as "searchIds"`;

@Injectable()
export class FiguresRepository {
  /** How often candidates stood in a kind of stage for so many hours, and what became of it. */
  async stageSpells(db: EntityManager, actor: Actor, at: Date, of: Population): Promise<StageSpells> {
    const [found] = await db.query<StageSpells[]>(
      `with ${COUNTED}, kinds as materialized (
         select st.id, st.position, array_position($${NEXT}::text[], st.kind) as rank from stage st where st.firm_id = $1
       ), moved as (
         select m.candidacy_id, m.search_id, e.opened_at, e.closed_at, m.at, m.id, k.position, k.rank,
                lag(k.rank) over w is distinct from k.rank as arrived
         from counted e
         join stage_move m on m.firm_id = $1 and m.search_id = e.search_id and m.voids_id is null
           and m.at <= $4 and m.at >= e.from_at and m.at < e.until_at
         join kinds k on k.id = m.to_stage_id
         where m.id not in (
           select v.voids_id from stage_move v where v.firm_id = $1 and v.voids_id is not null and v.at <= $4)
         window w as (partition by m.candidacy_id, e.opened_at order by m.at, k.position, m.id)
       ), stood as (
         select m.candidacy_id, m.search_id, m.closed_at, m.at, m.rank,
                lead(m.rank) over w as next_rank, lead(m.at) over w as next_at
         from moved m
         where m.arrived
         window w as (partition by m.candidacy_id, m.opened_at order by m.at, m.position, m.id)
       ), spell as (
         select m.search_id, m.rank, ended.fate,
                greatest(0, floor(extract(epoch from ended.at - m.at) / 3600))::int as hours
         from stood m
         left join candidacy c on c.firm_id = $1 and c.id = m.candidacy_id and c.ended_at <= $4 and m.next_at is null
         cross join lateral (
           select case when m.next_rank > m.rank or c.outcome = 'placed' then 'passed'
                       when m.next_at is not null or c.id is not null or m.closed_at is not null then 'ended'
                       else 'waiting' end as fate,
                  coalesce(m.next_at, least(c.ended_at, m.closed_at), $4) as at
         ) ended
         where ($${NEXT}::text[])[m.rank] <> 'placed' and (m.closed_at is null or m.at <= m.closed_at)
       ), summed as materialized (
         select rank, fate, hours, search_id, count(*)::int as spells
         from spell group by grouping sets ((rank, fate, hours), (rank, search_id))
       ), of_kind as materialized (
         select ($${NEXT}::text[])[rank] as kind, search_id from summed where search_id is not null
       )
       select coalesce((select json_agg(k) from (
                select ($${NEXT}::text[])[rank] as kind, fate, hours, spells from summed where search_id is null) k), '[]') as spells,
              coalesce((select json_agg(k) from (
                select kind, count(*)::int as searches from of_kind group by kind) k), '[]') as "searchesByKind",
              ${originOf('of_kind')}`,
      [...viewer(actor), at, ...populationValues(of), STAGE_KINDS],
    );
    return found ?? { spells: [], searchesByKind: [], searches: 0, searchIds: [] };
  }

  /** What became of the offers on record. */
  async offers(db: EntityManager, actor: Actor, at: Date, of: Population): Promise<OffersFound> {
    const [found] = await db.query<OffersFound[]>(
      `with ${COUNTED}, offered as materialized (
         select o.search_id, case when o.decided_at <= $4 then o.decision end as decision, o.taken_back_at <= $4 as taken_back
         from candidacy_offer o
         join counted e on e.search_id = o.search_id and o.extended_at >= e.opened_at and o.extended_at < e.until_at
           and (e.closed_at is null or o.extended_at <= e.closed_at)
         where o.firm_id = $1 and o.extended_at <= $4
       )
       select (count(*) filter (where decision = 'accepted'))::int as accepted,
              (count(*) filter (where decision = 'declined'))::int as declined,
              (count(*) filter (where decision = 'expired'))::int as expired,
              (count(*) filter (where decision = 'rescinded'))::int as rescinded,
              (count(*) filter (where decision is null))::int as pending,
              (count(*) filter (where taken_back))::int as "takenBack",
              ${originOf('offered')}
       from offered`,
      [...viewer(actor), at, ...populationValues(of)],
    );
    return (
      found ?? {
        accepted: 0,
        declined: 0,
        expired: 0,
        rescinded: 0,
        pending: 0,
        takenBack: 0,
        searches: 0,
        searchIds: [],
      }
    );
  }

  /** Who went elsewhere, by the day of their market window. */
  async lost(db: EntityManager, actor: Actor, at: Date, of: Population): Promise<LostFound> {
    const [found] = await db.query<LostFound[]>(
      `with ${COUNTED}, lost as materialized (
         select c.search_id, (c.ended_at at time zone e.time_zone)::date - (c.window_opened_at at time zone e.time_zone)::date as day
         from candidacy c
         join counted e on e.search_id = c.search_id and c.ended_at >= e.from_at and c.ended_at < e.until_at
         where c.firm_id = $1 and c.outcome = 'withdrawn' and c.ended_at <= $4
           and replace(lower(trim(c.outcome_reason)), ' ', '_') in ('took_another_offer', 'no_longer_available')
       )
       select coalesce((select json_agg(k) from (
                select day, count(*)::int as candidates from lost group by day order by day) k), '[]') as days,
              ${originOf('lost')}`,
      [...viewer(actor), at, ...populationValues(of)],
    );
    return found ?? { days: [], searches: 0, searchIds: [] };
  }

  /** What some searches are called. */
  names(db: EntityManager, firmId: string, ids: readonly string[]): Promise<FigureSearch[]> {
    return db.query(
      `select s.id, s.ref, s.title, s.client_name as "clientName", s.lead_name as "leadName"
       from unnest($2::uuid[]) as wanted (id)
       join search_header s on s.firm_id = $1 and s.id = wanted.id`,
      [firmId, ids],
    );
  }

  /** The roles that belong to a practice. */
  async roleKeys(db: EntityManager, firmId: string, practice: Practice): Promise<string[]> {
    const rows: { key: string }[] = await db.query(
      'select r.key from search_role r where r.firm_id = $1 and r.family = $2',
      [firmId, practice],
    );
    return rows.map(({ key }) => key);
  }

  /** How many people each of some searches has in play: live, and beyond sourcing. */
  inPlay(
    db: EntityManager,
    firmId: string,
    searchIds: readonly string[],
  ): Promise<{ searchId: string; people: number }[]> {
    return db.query(
      `select c.search_id as "searchId", count(*)::int as people
       from unnest($2::uuid[]) as wanted (id)
       join live_candidacy c on c.firm_id = $1 and c.search_id = wanted.id
       join stage st on st.firm_id = $1 and st.id = c.stage_id and st.kind <> 'sourcing'
       group by c.search_id`,
      [firmId, searchIds],
    );
  }
}
