import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@app/identity/identity.types.js';
import type { EpisodeRow } from './metrics.types.js';

@Injectable()
export class MetricsRepository {
  /**
   * Every episode of every search this actor may see, as of a moment: what came after it is not known.
   * The first offer is the first one extended within the episode.
   */
  episodes(reader: EntityManager, actor: Actor, at: Date): Promise<EpisodeRow[]> {
    return reader.query(
      `select e.search_id as "searchId", e.opened_at as "openedAt",
              case when e.closed_at <= $2 then e.closed_at end as "closedAt",
              case when e.closed_at <= $2 then e.close_reason end as "closeReason",
              min(k.offer_extended_at) as "firstOfferAt",
              coalesce((select json_agg(json_build_object('from', h.started_at, 'to', case when h.ended_at <= $2 then h.ended_at end))
                        from search_hold h
                        where h.firm_id = $1 and h.search_id = e.search_id and h.started_at <= $2), '[]') as holds
       from search_episode e
       join search_header s on s.firm_id = e.firm_id and s.id = e.search_id
       left join candidacy_clock($1, $2) k on k.search_id = e.search_id
         and k.offer_extended_at >= e.opened_at and (e.closed_at is null or k.offer_extended_at <= e.closed_at)
       where e.firm_id = $1 and e.opened_at <= $2
         and ($4 or not s.confidential or exists (
           select 1 from search_team m where m.firm_id = s.firm_id and m.search_id = s.id and m.user_id = $3))
       group by e.firm_id, e.search_id, e.id, e.opened_at, e.closed_at, e.close_reason`,
      [actor.firmId, at, actor.userId, actor.role === 'system'],
    );
  }
}
