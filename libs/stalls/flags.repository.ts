import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@app/identity/identity.types.js';
import type { OpenFlag, TodayItem } from './stalls.types.js';

const OWN = `exists (select 1 from search_team m where m.firm_id = s.firm_id and m.search_id = s.id and m.user_id = $2)`;

const NOT_CONFIDENTIAL = `not exists (
  select 1 from search s where s.firm_id = f.firm_id and s.id = f.search_id and s.confidential)`;

export type TodayRow = Omit<TodayItem, 'windowClosesAt'> & { zone: string };

/** Reads of open flags for the screen, through published views. */
@Injectable()
export class FlagsRepository {
  /** The searches this person leads or is on the team of. */
  async ownSearches(reader: EntityManager, actor: Actor): Promise<string[]> {
    const rows: { id: string }[] = await reader.query(
      'select m.search_id as id from search_team m where m.firm_id = $1 and m.user_id = $2',
      [actor.firmId, actor.userId],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Open flags in the order the windows run out, of some searches or of all others that are not confidential. A flag on a
   * search counts with the window that runs out first among its live candidates; a window ends with an offer. Names are
   * looked up only for the flags that are shown.
   */
  today(
    reader: EntityManager,
    firmId: string,
    { searchIds, others, limit }: { searchIds: readonly string[]; others: boolean; limit: number },
  ): Promise<TodayRow[]> {
    return reader.query(
      `with top as (
         select f.id, f.search_id, f.candidacy_id, f.rule, f.severity, f.sentence, f.next_step, f.since, f.deadline,
                case when f.candidacy_id is null then first_window.opened_at
                     when c.offer_extended_at is null then c.window_opened_at end as window_opened_at
         from open_flag f
         left join candidacy c on c.firm_id = f.firm_id and c.id = f.candidacy_id
         left join lateral (
           select min(x.window_opened_at) as opened_at from candidacy x
           where f.candidacy_id is null
             and x.firm_id = $1 and x.search_id = f.search_id and x.outcome is null and x.offer_extended_at is null
         ) first_window on true
         where f.firm_id = $1 and ${others ? `f.search_id <> all ($2) and ${NOT_CONFIDENTIAL}` : 'f.search_id = any ($2)'}
         order by window_opened_at asc nulls last, f.deadline, f.id
         limit $3
       )
       select t.id as "flagId", t.rule, t.severity, t.sentence, t.next_step as "nextStep", t.since, t.deadline,
              json_build_object('id', s.id, 'title', s.title, 'clientName', s.client_name) as search,
              case when c.id is not null then json_build_object('id', c.id, 'candidateName', c.candidate_name) end as candidacy,
              t.window_opened_at as "windowOpenedAt", s.time_zone as zone
       from top t
       join search_header s on s.firm_id = $1 and s.id = t.search_id
       left join candidacy_card c on c.firm_id = $1 and c.id = t.candidacy_id
       order by t.window_opened_at asc nulls last, t.deadline, t.id`,
      [firmId, searchIds, limit],
    );
  }

  async maySee(reader: EntityManager, actor: Actor, searchId: string): Promise<boolean> {
    const rows: unknown[] = await reader.query(
      `select 1 from search_header s where s.firm_id = $1 and s.id = $3 and (not s.confidential or ${OWN})`,
      [actor.firmId, actor.userId, searchId],
    );
    return rows.length > 0;
  }

  ofSearch(reader: EntityManager, firmId: string, searchId: string): Promise<OpenFlag[]> {
    return reader.query(
      `select f.id, f.rule, f.severity, f.candidacy_id as "candidacyId", c.candidate_name as "candidateName", f.since,
              f.deadline, f.basis, f.evidence, f.sentence, f.next_step as "nextStep"
       from open_flag f
       left join candidacy_card c on c.firm_id = f.firm_id and c.id = f.candidacy_id
       where f.firm_id = $1 and f.search_id = $2
       order by f.severity, f.deadline, f.id`,
      [firmId, searchId],
    );
  }
}
