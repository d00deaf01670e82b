import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@app/identity/identity.types.js';
import { viewer, visibleSearch } from '@app/identity/visible.sql.js';
import { longestWindow, shortestWindow } from '@app/limits/layers.sql.js';
import { WINDOW_SOON_DAYS } from '@app/limits/limits.types.js';
import { inSlice, sliceValues } from '@app/vocabulary/slice.sql.js';
import type { Slice } from '@app/vocabulary/vocabulary.types.js';
import type { Found, HealthRecord, OpenWindow, RecentSearch, Recipient, SearchSeverities } from './reports.types.js';

const VISIBLE = visibleSearch('s');

/** Reads published views only. */
@Injectable()
export class ReportsRepository {
  /** Every running search this person may see, longest running first. */
  async searches(db: EntityManager, actor: Actor, slice: Slice): Promise<SearchSeverities[]> {
    const searches: Omit<SearchSeverities, 'severities' | 'overdueSince'>[] = await db.query(
      `select s.id, s.status, jsonb_build_object('id', s.lead_user_id, 'name', s.lead_name) as lead,
              jsonb_build_object('id', s.client_id, 'name', s.client_name) as client,
              jsonb_build_object('id', s.office_id, 'name', s.office_key) as office, s.time_zone as zone,
              s.role_key as "roleKey", s.episode_opened_at as "episodeOpenedAt"
       from search_header s
       where s.firm_id = $1 and s.status in ('open', 'offer', 'on_hold') and ${VISIBLE} and ${inSlice('s', 4)}
       order by s.episode_opened_at, s.id`,
      [...viewer(actor), ...sliceValues(slice)],
    );
    // put together here: just after a sweep the planner believes that there are no flags, and loops over them
    const flagged: { searchId: string; severity: SearchSeverities['severities'][number]; deadline: Date }[] =
      await db.query(
        `select f.search_id as "searchId", f.severity, min(f.deadline) as deadline from open_flag f where f.firm_id = $1
         group by f.search_id, f.severity`,
        [actor.firmId],
      );
    const flags = new Map<string, typeof flagged>();
    for (const row of flagged) flags.set(row.searchId, [...(flags.get(row.searchId) ?? []), row]);
    return searches.map((search) => {
      const of = flags.get(search.id) ?? [];
      const deadlines = of.map(({ deadline }) => deadline.getTime());
      return {
        ...search,
        severities: of.map(({ severity }) => severity),
        overdueSince: deadlines.length === 0 ? null : new Date(Math.min(...deadlines)),
      };
    });
  }

  /** The searches that run now or have ended since a moment. */
  recent(db: EntityManager, actor: Actor, slice: Slice, since: Date): Promise<RecentSearch[]> {
    return db.query(
      `select s.id, s.ref, s.title, s.client_name as "clientName", s.lead_name as "leadName", s.status,
              s.episode_opened_at as "episodeOpenedAt", s.closed_at as "closedAt"
       from search_header s
       where s.firm_id = $1 and ${VISIBLE} and ${inSlice('s', 4)}
         and (s.status in ('open', 'offer', 'on_hold') or s.closed_at >= $8)
       order by s.episode_opened_at, s.id`,
      [...viewer(actor), ...sliceValues(slice), since],
    );
  }

  /** What the page says of some searches, in the order of their ids given; a reason that is about somebody says about whom. */
  health(db: EntityManager, firmId: string, searchIds: readonly string[]): Promise<HealthRecord[]> {
    return db.query(
      `select s.id, s.ref, s.title, s.client_name as "clientName", s.lead_name as "leadName",
              s.episode_opened_at as "openedAt", s.time_zone as zone, flags.reasons, flags.next_step as "nextStep"
       from unnest($2::uuid[]) with ordinality as wanted (id, position)
       join search_header s on s.firm_id = $1 and s.id = wanted.id
       cross join lateral (
         select coalesce(array_agg(concat(c.candidate_name || ': ', f.sentence) order by f.severity, f.deadline, f.id), '{}') as reasons,
                (array_agg(f.next_step order by f.severity, f.deadline, f.id))[1] as next_step
         from open_flag f
         left join candidacy_card c on c.firm_id = f.firm_id and c.id = f.candidacy_id
         where f.firm_id = $1 and f.search_id = wanted.id
       ) flags
       order by wanted.position`,
      [firmId, searchIds],
    );
  }

  /**
   * The windows that close soon by the limits of their searches, first to close first. The days
   * that the shortest and the longest window leave are turned into moments once per office: a local date for each of ten
   * thousand windows would cost more than everything else.
   */
  windows(db: EntityManager, actor: Actor, slice: Slice, at: Date): Promise<{ id: string; searchId: string }[]> {
    return db.query(
      `with opened as materialized (
         select o.id as office_id,
                start_of_day(($4::timestamptz at time zone o.time_zone)::date - ${longestWindow('$1')} + 1, o.time_zone) as first,
                start_of_day(($4::timestamptz at time zone o.time_zone)::date - ${shortestWindow('$1')} + ${WINDOW_SOON_DAYS + 1}, o.time_zone) as until
         from office o where o.firm_id = $1
       )
       select c.id, c.search_id as "searchId"
       from candidacy_card c
       join search_header s on s.firm_id = c.firm_id and s.id = c.search_id
       join opened on opened.office_id = s.office_id
       cross join lateral (
         -- one at a time: the planner takes the windows between two days for few, and would go through all for each of them
         select w.closes_on, w.time_zone from window_end w where w.firm_id = c.firm_id and w.candidacy_id = c.id offset 0) w
       where c.firm_id = $1 and ${VISIBLE} and ${inSlice('s', 5)} and c.outcome is null and c.offer_extended_at is null
         and c.search_status in ('open', 'offer', 'on_hold')
         and c.window_opened_at >= (select min(first) from opened) and c.window_opened_at < (select max(until) from opened)
         and c.window_opened_at >= opened.first and c.window_opened_at < opened.until
         and w.closes_on - ($4::timestamptz at time zone w.time_zone)::date between 1 and ${WINDOW_SOON_DAYS}
       order by w.closes_on, c.window_opened_at, c.id`,
      [...viewer(actor), at, ...sliceValues(slice)],
    );
  }

  /** What the page says of some windows, in the order of their candidacies given. */
  windowsOf(db: EntityManager, firmId: string, candidacyIds: readonly string[]): Promise<OpenWindow[]> {
    return db.query(
      `select c.id as "candidacyId", c.search_id as "searchId", c.search_title as "searchTitle",
              c.candidate_name as "candidateName", c.stage_label as "stageLabel", c.window_opened_at as "openedAt",
              c.time_zone as zone, s.role_key as "roleKey"
       from unnest($2::uuid[]) with ordinality as wanted (id, position)
       join candidacy_card c on c.firm_id = $1 and c.id = wanted.id
       join search_header s on s.firm_id = $1 and s.id = c.search_id
       order by wanted.position`,
      [firmId, candidacyIds],
    );
  }

  async recipient(db: EntityManager, { firmId, userId }: Actor): Promise<Recipient | null> {
    const [row]: Recipient[] = await db.query(
      `select firm_name as "firmName", simulated, time_zone as "timeZone"
       from mail_recipient where firm_id = $1 and user_id = $2`,
      [firmId, userId],
    );
    return row ?? null;
  }

  async roleTitle(db: EntityManager, firmId: string, roleKey: string): Promise<string | null> {
    const [row]: { title: string }[] = await db.query('select title from search_role where firm_id = $1 and key = $2', [
      firmId,
      roleKey,
    ]);
    return row?.title ?? null;
  }

  /** The best few of each kind; a client is found by the people there too, who are found themselves. */
  find(db: EntityManager, actor: Actor, query: string): Promise<Found[]> {
    return db.query(
      `(select 'search' as type, s.id, s.title as label, s.client_name as detail
        from search_header s
        where s.firm_id = $1 and ${VISIBLE}
          and s.id in (select x.search_id from search_words x where x.firm_id = $1 and x.words @@ asked_words($4))
        order by s.closed_at is not null, s.opened_at desc, s.id limit 5)
       union all
       (select 'candidate', p.id, p.name, concat_ws(', ', p.title, p.employer)
        from (select c.* from candidate c
              where c.firm_id = $1 and c.erased_at is null and c.words @@ asked_words($4) limit 200) p
        order by p.name, p.id limit 5)
       union all
       (select 'client', c.id, c.name, coalesce(k.names, c.industry, '')
        from client c
        left join (select k.client_id, string_agg(k.name, ', ' order by k.name, k.id) as names from contact k
                   where k.firm_id = $1 and k.erased_at is null and k.words @@ asked_words($4) group by k.client_id) k
          on k.client_id = c.id
        where c.firm_id = $1 and (c.words @@ asked_words($4) or k.client_id is not null)
        order by c.name, c.id limit 5)
       union all
       (select 'contact', k.id, k.name, c.name
        from contact k join client c on c.firm_id = k.firm_id and c.id = k.client_id
        where k.firm_id = $1 and k.erased_at is null and k.words @@ asked_words($4)
        order by k.name, k.id limit 5)`,
      [...viewer(actor), query],
    );
  }
}
