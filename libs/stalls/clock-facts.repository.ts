import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Database, Transaction } from '@app/platform/database/database.js';
import { queryPatiently } from '@app/platform/database/outage.js';
import { prepared } from '@app/platform/database/prepared.js';
import type {
  ArrivalsRow,
  CandidacyRow,
  ClientCalendarRow,
  HoldRow,
  OfferRow,
  OfficeRow,
  SearchRow,
  StageRow,
} from './stalls.types.js';

/**
 * Milliseconds since 1970, cut off as the driver cuts off a timestamp: reading numbers costs a third of reading dates. The
 * half microsecond makes up for what a double of seconds is short of.
 */
const ms = (moment: string) => `floor(date_part('epoch', ${moment}) * 1000 + 0.0005)`;

const CANDIDACY_COLUMNS = `
  k.search_id as "searchId", k.stage_id as "stageId", ${ms('k.stage_since')} as "stageSince", k.stage_key as "stageKey",
  ${ms('k.window_opened_at')} as "windowOpenedAt", k.window_key as "windowKey", ${ms('k.offer_extended_at')} as "offerExtendedAt",
  ${ms('k.client_turn_at')} as "clientTurnAt", k.client_turn_key as "clientTurnKey", ${ms('k.presented_at')} as "presentedAt"`;

const SEARCH_COLUMNS = `
  s.id as "searchId", s.ref as "searchRef", s.office_id as "officeId", s.client_id as "clientId", s.role_key as "roleKey",
  s.status, s.target_date::text as "targetDate", s.episode_id as "episodeId", s.episode_opened_at as "episodeOpenedAt",
  s.opened_at < s.episode_opened_at as reopened,
  s.last_progress_at as "lastProgressAt", s.progress_key as "progressKey", s.decision_maker_at as "decisionMakerAt",
  s.decision_maker_key as "decisionMakerKey"`;

/** What the clocks of searches run on, now or as of a moment. */
@Injectable()
export class ClockFactsRepository {
  /** Locks some searches that are due; what another sweeper or a progress holds is left to the next look. */
  lockDue(tx: Transaction, firmId: string, limit: number): Promise<SearchRow[]> {
    return prepared(
      tx,
      'stalls_lock_due',
      `select ${SEARCH_COLUMNS}
       from search_check k join search s on s.firm_id = k.firm_id and s.id = k.search_id
       where k.firm_id = $1 and k.next_check_at <= now()
       order by k.next_check_at limit $2 for no key update skip locked`,
      [firmId, limit],
    );
  }

  /**
   * Without their refs: a sweep reads a hundred times as many people as it writes flags of, and a flag keeps no ref. Half
   * of them are in sourcing, where no clock of their own runs: one row with the last moment stands for all. Whoever has
   * had an offer stands for themselves, whatever their stage.
   */
  liveCandidacies(
    tx: Transaction,
    firmId: string,
    searchIds: readonly string[],
    sourcing: readonly string[],
  ): Promise<CandidacyRow[]> {
    const live = 'k.firm_id = $1 and k.search_id = any ($2) and k.outcome is null';
    const quiet = `k.stage_id = any ($3) and coalesce(k.window_key, k.client_turn_key) is null and k.presented_at is null
      and k.offer_extended_at is null`;
    return prepared(
      tx,
      'stalls_live_candidacies',
      `select k.id as "candidacyId", null as "candidateRef", ${CANDIDACY_COLUMNS}, 0 as more
       from candidacy k where ${live} and not (${quiet})
       union all
       select (array_agg(k.id))[1], null, k.search_id, k.stage_id, ${ms('max(k.stage_since)')}, (array_agg(k.stage_key))[1],
              null, null, null, null, null, null, count(*)::int - 1
       from candidacy k where ${live} and ${quiet} group by k.search_id, k.stage_id`,
      [firmId, searchIds, sourcing],
    );
  }

  /** Every running search of a firm, or the one asked for, and everybody in it, by the clocks on the rows. */
  async runningNow(
    db: EntityManager,
    firmId: string,
    searchId: string | null = null,
  ): Promise<[SearchRow[], CandidacyRow[]]> {
    return [
      await db.query(
        `select ${SEARCH_COLUMNS} from search s
         where s.firm_id = $1 and s.status in ('open', 'offer', 'on_hold') and ($2::uuid is null or s.id = $2)
         order by s.episode_opened_at, s.id`,
        [firmId, searchId],
      ),
      await db.query(
        `select k.id as "candidacyId", cd.ref as "candidateRef", ${CANDIDACY_COLUMNS}
         from candidacy k
         join search s on s.firm_id = k.firm_id and s.id = k.search_id and s.status in ('open', 'offer', 'on_hold')
         join candidate cd on cd.firm_id = k.firm_id and cd.id = k.candidate_id
         where k.firm_id = $1 and k.outcome is null and ($2::uuid is null or k.search_id = $2)`,
        [firmId, searchId],
      ),
    ];
  }

  /** The same as of a moment, by the append-only facts. */
  async runningAt(
    database: Database,
    firmId: string,
    at: Date,
    patience: number,
  ): Promise<[SearchRow[], CandidacyRow[]]> {
    // the one slow question there is: seconds for a million moves, so the two halves are asked side by side
    return Promise.all([
      queryPatiently<SearchRow[]>(
        database,
        `select k.search_id as "searchId", s.ref as "searchRef", s.office_id as "officeId", s.client_id as "clientId",
                s.role_key as "roleKey", k.status, s.target_date::text as "targetDate", k.episode_id as "episodeId",
                k.episode_opened_at as "episodeOpenedAt", s.opened_at < k.episode_opened_at as reopened, k.last_progress_at as "lastProgressAt", k.progress_key as "progressKey",
                k.decision_maker_at as "decisionMakerAt", k.decision_maker_key as "decisionMakerKey"
         from search_clock($1, $2) k join search s on s.firm_id = $1 and s.id = k.search_id
         where k.status in ('open', 'offer', 'on_hold')
         order by k.episode_opened_at, k.search_id`,
        [firmId, at],
        patience,
      ),
      queryPatiently<CandidacyRow[]>(
        database,
        `select k.candidacy_id as "candidacyId", cd.ref as "candidateRef", ${CANDIDACY_COLUMNS}
         from candidacy_clock($1, $2, null, null, true) k
         join candidate cd on cd.firm_id = $1 and cd.id = k.candidate_id`,
        [firmId, at],
        patience,
      ),
    ]);
  }

  holds(db: EntityManager, firmId: string, searchIds: string[], at: Date | null): Promise<HoldRow[]> {
    return db.query(
      `select search_id as "searchId", started_at as "from",
              case when $3::timestamptz is null or ended_at <= $3 then ended_at end as "to"
       from search_hold where firm_id = $1 and search_id = any ($2) and ($3::timestamptz is null or started_at <= $3)
       order by started_at`,
      [firmId, searchIds, at],
    );
  }

  offices(db: EntityManager, firmId: string): Promise<OfficeRow[]> {
    return db.query(
      `select o.id, o.time_zone as zone, o.working_days as "workingDays", o.calendar_version as version,
              coalesce((select json_agg(json_build_object('date', h.date, 'name', h.name) order by h.date)
                        from holiday h where h.firm_id = o.firm_id and h.office_id = o.id), '[]') as holidays
       from office o where o.firm_id = $1`,
      [firmId],
    );
  }

  /** Undecided offers, now or as of a moment. */
  offers(db: EntityManager, firmId: string, searchIds: string[], at: Date | null): Promise<OfferRow[]> {
    return db.query(
      `select id as "offerId", search_id as "searchId", candidacy_id as "candidacyId", extended_at as "extendedAt",
              expires_at as "expiresAt"
       from candidacy_offer where firm_id = $1 and search_id = any ($2)
         and case when $3::timestamptz is null then decided_at is null
                  else extended_at <= $3 and (decided_at is null or decided_at > $3) end
       order by extended_at, id`,
      [firmId, searchIds, at],
    );
  }

  /** How far people came in the running episode of each search, by the clocks on the rows. */
  arrivals(db: EntityManager, firmId: string, searchIds: string[]): Promise<ArrivalsRow[]> {
    const latest = (of: string) =>
      `(array_agg(x.${of}_key order by x.${of}_at desc, x.${of}_key desc) filter (where x.${of}_at >= s.episode_opened_at))[1]`;
    return db.query(
      `select s.id as "searchId", ${latest('presented')} as "presentedKey", ${latest('assessed')} as "assessedKey",
              (count(*) filter (where x.presented_at >= s.episode_opened_at and x.outcome is not null))::int as "presentedAndGone"
       from search s
       join candidacy x on x.firm_id = $1 and x.search_id = s.id and x.assessed_at is not null
       where s.firm_id = $1 and s.id = any ($2) group by s.id`,
      [firmId, searchIds],
    );
  }

  /** The same as of a moment, by the moves that stood then. */
  arrivalsAt(database: Database, firmId: string, at: Date, patience: number): Promise<ArrivalsRow[]> {
    return queryPatiently(
      database,
      `with arrival as (
         select m.search_id, m.candidacy_id, (array_agg(m.id order by m.at, st.position, m.id))[1] as assessed_key, min(m.at) as assessed_at,
                (array_agg(m.id order by m.at, st.position, m.id) filter (where reaches_presented(st.kind)))[1] as presented_key,
                min(m.at) filter (where reaches_presented(st.kind)) as presented_at
         from stage_move m
         join stage st on st.firm_id = $1 and st.id = m.to_stage_id and reaches_assessed(st.kind)
         where m.firm_id = $1 and m.voids_id is null and m.at <= $2
           and not exists (select 1 from stage_move v
                           where v.firm_id = $1 and v.voids_id is not null and v.voids_id = m.id and v.at <= $2)
         group by m.search_id, m.candidacy_id
       ), episode as (
         select distinct on (e.search_id) e.search_id, e.opened_at from search_episode e
         where e.firm_id = $1 and e.opened_at <= $2 order by e.search_id, e.opened_at desc
       )
       select a.search_id as "searchId",
              (array_agg(a.presented_key order by a.presented_at desc, a.presented_key desc)
                filter (where a.presented_at >= e.opened_at))[1] as "presentedKey",
              (array_agg(a.assessed_key order by a.assessed_at desc, a.assessed_key desc)
                filter (where a.assessed_at >= e.opened_at))[1] as "assessedKey",
              (count(*) filter (where a.presented_at >= e.opened_at and c.ended_at <= $2))::int as "presentedAndGone"
       from arrival a
       join episode e on e.search_id = a.search_id
       join candidacy c on c.firm_id = $1 and c.id = a.candidacy_id
       group by a.search_id`,
      [firmId, at],
      patience,
    );
  }

  async officeAndClientOf(
    db: EntityManager,
    firmId: string,
    searchId: string,
  ): Promise<Pick<SearchRow, 'searchId' | 'officeId' | 'clientId'>> {
    const [row] = await db.query<Pick<SearchRow, 'searchId' | 'officeId' | 'clientId'>[]>(
      'select id as "searchId", office_id as "officeId", client_id as "clientId" from search where firm_id = $1 and id = $2',
      [firmId, searchId],
    );
    if (!row) throw new Error(`there is no search ${searchId}`);
    return row;
  }

  clientCalendars(db: EntityManager, firmId: string): Promise<ClientCalendarRow[]> {
    return db.query(
      `select c.id as "clientId", c.calendar_version as version,
              json_agg(json_build_object('date', h.date, 'name', h.name) order by h.date) as holidays
       from client_holiday h join client c on c.firm_id = h.firm_id and c.id = h.client_id
       where h.firm_id = $1 group by c.firm_id, c.id`,
      [firmId],
    );
  }

  stages(db: EntityManager, firmId: string): Promise<StageRow[]> {
    return db.query(
      `select id, kind, label, budget_working_days as "budgetDays", archived_at is not null as archived
       from stage where firm_id = $1 order by position, id`,
      [firmId],
    );
  }
}
