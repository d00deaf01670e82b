import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@app/identity/identity.types.js';
import { viewer, visibleSearch } from '@app/identity/visible.sql.js';
import { inSlice, ofRoles, openedWithin, populationValues } from '@app/vocabulary/slice.sql.js';
import type { Population } from '@app/vocabulary/vocabulary.types.js';
import type { EpisodeRow, LeftOut } from './metrics.types.js';

/**
 * Every offer known by a moment; a candidacy without offers on record has one from each move that says so. Only candidacies
 * whose clock knows an offer, whose search was reopened, or of which something was corrected, can have such a move.
 */
const OFFERED = `offered as (
       select o.search_id, null::uuid as moved, o.extended_at as at, case when o.decision = 'accepted' and o.decided_at <= $4 then o.decided_at end as accepted_at
       from candidacy_offer o where o.firm_id = $1 and o.extended_at <= $4
       union all
       select m.search_id, m.candidacy_id, m.at, null
       from (
         select c.id from candidacy c
         where c.firm_id = $1
           and (c.offer_extended_at is not null or c.search_id in (
             select e.search_id from search_episode e where e.firm_id = $1 group by e.search_id having count(*) > 1))
           and not exists (select 1 from candidacy_offer o where o.firm_id = $1 and o.candidacy_id = c.id and o.extended_at <= $4)
         union
         select v.candidacy_id from stage_move v
         where v.firm_id = $1 and v.voids_id is not null
           and not exists (select 1 from candidacy_offer o where o.firm_id = $1 and o.candidacy_id = v.candidacy_id and o.extended_at <= $4)
       ) without_offer
       join stage_move m on m.firm_id = $1 and m.candidacy_id = without_offer.id and m.voids_id is null and m.at <= $4
       join stage st on st.firm_id = $1 and st.id = m.to_stage_id and st.kind in ('offer', 'placed')
       where not exists (
         select 1 from stage_move v where v.firm_id = $1 and v.voids_id is not null and v.voids_id = m.id and v.at <= $4)
       )`;

@Injectable()
export class MetricsRepository {
  /**
   * Every episode of every search this actor may see, as of a moment: what came after it is not known. Its first offer is
   * the first one extended before it closed.
   */
  episodes(db: EntityManager, actor: Actor, at: Date, of: Population): Promise<EpisodeRow[]> {
    return db.query(
      `with ${OFFERED}, held as (
         select h.search_id, json_agg(json_build_object('from', h.started_at, 'to', case when h.ended_at <= $4 then h.ended_at end)) as holds
         from search_hold h where h.firm_id = $1 and h.started_at <= $4 group by h.search_id
       )
       select e.search_id as "searchId", e.id as "episodeId", e.opened_at as "openedAt",
              (e.opened_at at time zone f.time_zone)::date::text as "openedOn",
              case when e.closed_at <= $4 then e.closed_at end as "closedAt",
              case when e.closed_at <= $4 then e.close_reason end as "closeReason",
              min(o.at) as "firstOfferAt",
              min(o.accepted_at) filter (where e.closed_at is null or o.accepted_at <= e.closed_at) as "acceptedAt",
              coalesce(min(h.holds::text)::json, '[]') as holds
       from search_episode e
       join search s on s.firm_id = e.firm_id and s.id = e.search_id
       join office f on f.firm_id = s.firm_id and f.id = s.office_id
       left join offered o on o.search_id = e.search_id
         and o.at >= e.opened_at and (e.closed_at is null or o.at <= e.closed_at)
       left join held h on h.search_id = e.search_id
       where e.firm_id = $1 and e.opened_at <= $4
         and ${visibleSearch('s')} and ${inSlice('s', 5)} and ${ofRoles('s', 9)}
         and ${openedWithin('e', 'f.time_zone', 10)}
       group by e.search_id, e.id, e.opened_at, e.closed_at, e.close_reason, f.time_zone
       order by e.opened_at, e.id`,
      [...viewer(actor), at, ...populationValues(of)],
    );
  }

  /** The offers of the same searches that lie in none of their episodes; of moves that stand for one, the first. */
  async leftOut(db: EntityManager, actor: Actor, at: Date, of: Population): Promise<LeftOut> {
    const [counts] = await db.query<LeftOut[]>(
      `with ${OFFERED}
       select (count(*) filter (where o.at < first.opened_at))::int as "beforeOpening",
              (count(*) filter (where o.at >= first.opened_at))::int as "afterClosing"
       from offered o
       join search s on s.firm_id = $1 and s.id = o.search_id
       join office f on f.firm_id = $1 and f.id = s.office_id
       cross join lateral (
         select min(e.opened_at) as opened_at from search_episode e where e.firm_id = $1 and e.search_id = s.id) first
       where ${visibleSearch('s')} and ${inSlice('s', 5)} and ${ofRoles('s', 9)}
         and exists (
           select 1 from search_episode e
           where e.firm_id = $1 and e.search_id = s.id and ${openedWithin('e', 'f.time_zone', 10)})
         and not exists (select 1 from offered earlier where earlier.moved = o.moved and earlier.at < o.at)
         and not exists (
         select 1 from search_episode e
         where e.firm_id = $1 and e.search_id = s.id and o.at >= e.opened_at and (e.closed_at is null or o.at <= e.closed_at))`,
      [...viewer(actor), at, ...populationValues(of)],
    );
    return counts ?? { beforeOpening: 0, afterClosing: 0 };
  }
}
