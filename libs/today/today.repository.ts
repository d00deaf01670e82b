import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@app/identity/identity.types.js';
import { visibleAmong } from '@app/identity/visible.sql.js';
import { HANDED_ON, SNOOZED_UNTIL } from '@app/flags/flags.sql.js';
import type { DueFlag, TodayItem } from './today.types.js';

/**
 * $2: one's searches and those of whom one stands in for, $3: the flags that were given to them. What was given to
 * somebody else is theirs.
 */
const MINE = `((h.assigned_to is null and f.search_id = any ($2)) or f.id = any ($3))`;
/** $4: the searches one is on the team of. */
const VISIBLE_TO_TEAM = visibleAmong('s', '$4');

export type DueFlagRow = Omit<DueFlag, 'window'> & {
  windowOpenedAt: Date | null;
  zone: string;
  roleKey: string;
  asleep: boolean;
};
export type TodayRow = Omit<TodayItem, 'window' | 'group' | 'ways'>;

export interface TodayOf {
  readonly searchIds: readonly string[];
  readonly flagIds: readonly string[];
  readonly teamOf: readonly string[];
  /** of their office */
  readonly zone: string;
}

@Injectable()
export class TodayRepository {
  /**
   * What comes to this person at the moment: their searches, what they were given, and both of whom they stand in for.
   * null: they, or their firm, are gone since they were let in.
   */
  async todayOf(db: EntityManager, { firmId, userId }: Actor): Promise<TodayOf | null> {
    const [row] = await db.query<TodayOf[]>(
      `with acts_for as materialized (
         select $2::uuid as user_id union
         select a.user_id from absence a where a.firm_id = $1 and on_duty($1, a.user_id, now()) = $2
       ), team as materialized (
         select m.search_id from search_team m where m.firm_id = $1 and m.user_id = $2
       )
       select array(select search_id from team) as "teamOf",
              array(select search_id from team union
                    select s.id from search s join acts_for a on a.user_id = s.lead_user_id where s.firm_id = $1)
                as "searchIds",
              array(select f.id from stall_flag f join acts_for a on a.user_id = f.assigned_to
                    where f.firm_id = $1 and f.state = 'open') as "flagIds",
              o.time_zone as zone
         from firm_user u join office o on o.firm_id = u.firm_id and o.id = u.office_id
        where u.firm_id = $1 and u.id = $2`,
      [firmId, userId],
    );
    return row ?? null;
  }

  /**
   * Every open flag that is this person's, or that they may see, as far as the order of the day needs it. A flag on a
   * search counts with the window that runs out first among its live candidates; a window ends with an offer.
   */
  due(
    db: EntityManager,
    firmId: string,
    { searchIds, flagIds, teamOf }: TodayOf,
    seesAll: boolean,
  ): Promise<DueFlagRow[]> {
    return db.query(
      `select f.id as "flagId", f.rule, f.search_id as "searchId", f.candidacy_id as "candidacyId", f.deadline,
              case when f.candidacy_id is null then first_window.opened_at
                   when c.offer_extended_at is null then c.window_opened_at end as "windowOpenedAt",
              o.time_zone as zone, s.role_key as "roleKey", h.acknowledged_at is not null as acknowledged,
              ${MINE} as mine, (${SNOOZED_UNTIL}) is not null as asleep
       from open_flag f
       join stall_flag h on h.firm_id = f.firm_id and h.id = f.id
       join search s on s.firm_id = f.firm_id and s.id = f.search_id
       join office o on o.firm_id = f.firm_id and o.id = s.office_id
       left join candidacy c on c.firm_id = f.firm_id and c.id = f.candidacy_id
       left join lateral (
         select min(x.window_opened_at) as opened_at from candidacy x
         where f.candidacy_id is null
           and x.firm_id = $1 and x.search_id = f.search_id and x.outcome is null and x.offer_extended_at is null
       ) first_window on true
       where f.firm_id = $1 and ${VISIBLE_TO_TEAM} and ($5 or ${MINE})
       order by f.deadline, f.search_id, f.id`,
      [firmId, searchIds, flagIds, teamOf, seesAll],
    );
  }

  /** The flags of these ids, in their order, with names. */
  items(db: EntityManager, firmId: string, flagIds: readonly string[]): Promise<TodayRow[]> {
    return db.query(
      `select f.id as "flagId", f.rule, f.severity, f.sentence, f.next_step as "nextStep", f.since, f.deadline,
              json_build_object('id', s.id, 'title', s.title, 'clientName', s.client_name) as search,
              case when c.id is not null
                   then json_build_object('id', c.id, 'candidateId', c.candidate_id, 'candidateName', c.candidate_name)
              end as candidacy,
              h.acknowledged_at is not null as acknowledged, h.escalated_at is not null as escalated,
              ${SNOOZED_UNTIL} as "snoozedUntil",
              case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as "assignedTo",
              ${HANDED_ON} as "handedOn"
       from unnest($2::uuid[]) with ordinality as wanted (id, position)
       join open_flag f on f.firm_id = $1 and f.id = wanted.id
       join stall_flag h on h.firm_id = $1 and h.id = f.id
       join search_header s on s.firm_id = $1 and s.id = f.search_id
       left join candidacy_card c on c.firm_id = $1 and c.id = f.candidacy_id
       left join firm_user u on u.firm_id = $1 and u.id = h.assigned_to
       order by wanted.position`,
      [firmId, flagIds],
    );
  }

  /**
   * Flags that this person has dealt with since a moment, and that have not come back to anybody: acknowledged, put off or
   * handed on by them, or cleared by progress in their searches.
   */
  async doneSince(db: EntityManager, { firmId, userId }: Actor, { searchIds }: TodayOf, since: Date): Promise<number> {
    const [row] = await db.query<[{ count: number }]>(
      `select count(*)::int as count from (
         select h.id from flag_action a join stall_flag h on h.firm_id = $1 and h.id = a.flag_id
         where a.firm_id = $1 and a.by_user_id = $2 and a.at >= $4 and a.action in ('acknowledged', 'snoozed', 'assigned')
           and (h.acknowledged_at is not null or h.snoozed_until > now() or h.assigned_to <> $2 or h.state <> 'open')
         union
         select h.id from stall_flag h
         where h.firm_id = $1 and h.state = 'cleared' and h.cleared_at >= $4
           and h.cleared_reason in ('progress', 'closed') and h.search_id = any ($3)
       ) done`,
      [firmId, userId, searchIds, since],
    );
    return row.count;
  }
}
