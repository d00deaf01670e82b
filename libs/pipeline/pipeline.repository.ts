import type { Decider } from '@app/vocabulary/vocabulary.types.js';
import type { Outcome } from '@app/vocabulary/vocabulary.types.js';
import { Injectable } from '@nestjs/common';
import { prepared } from '@app/platform/database/prepared.js';
import type { Transaction } from '@app/platform/database/database.js';
import { lookAgain, progress } from '@app/searches/searches.sql.js';
import type { Stage } from '@app/stages/stages.types.js';

export interface NewCandidacy {
  id: string;
  firmId: string;
  searchId: string;
  candidateId: string;
  stageId: string;
  moveId: string;
  at: Date;
  byUserId: string | null;
  windowOpenedAt: Date | null;
}

export interface NewMove {
  id: string;
  firmId: string;
  candidacyId: string;
  searchId: string;
  fromStageId: string;
  to: Stage;
  forward: boolean;
  at: Date;
  byUserId: string | null;
  reason: string | null;
}

export interface NewCorrection {
  id: string;
  firmId: string;
  candidacyId: string;
  searchId: string;
  fromStageId: string;
  toStageId: string;
  voidsId: string;
  at: Date;
  byUserId: string | null;
  reason: string;
}

/** A move that still stands. */
export interface EffectiveMoveRow {
  id: string;
  toStageId: string;
  byOffer: boolean;
}

/** What `candidacy_clock` says, in the columns of the same names. */
const CLOCK = [
  ...['stage_id', 'stage_since', 'stage_key', 'last_progress_at', 'progress_key', 'window_opened_at', 'window_key'],
  ...['offer_extended_at', 'client_turn_at', 'client_turn_key', 'presented_at', 'presented_key'],
  ...['assessed_at', 'assessed_key'],
];

/** Of the statement of a move. */
const SEARCH = { firm: '$1', search: '$4' };

/** All that is written on candidacies and their moves. */
@Injectable()
export class PipelineRepository {
  /** The candidacy of a candidate in a search, and from when on the candidate's day on the market counts in it; null: no such candidate. */
  async candidateOf(
    tx: Transaction,
    firmId: string,
    searchId: string,
    candidateId: string,
  ): Promise<{ candidacyId: string | null; inMarketSince: Date | null } | null> {
    const [row] = await tx.query<{ candidacyId: string | null; inMarketSince: Date | null }[]>(
      `select c.id as "candidacyId",
              market_since(p.in_market_since, o.time_zone,
                           case when s.episode_opened_at > s.opened_at then s.episode_opened_at end) as "inMarketSince"
       from candidate p
       join search s on s.firm_id = p.firm_id and s.id = $2
       join office o on o.firm_id = s.firm_id and o.id = s.office_id
       left join candidacy c on c.firm_id = p.firm_id and c.candidate_id = p.id and c.search_id = $2
       where p.firm_id = $1 and p.id = $3 and p.erased_at is null for key share of p`,
      [firmId, searchId, candidateId],
    );
    return row ?? null;
  }

  /** Locks the candidacy of a candidate in a search that is locked already. */
  async lockOf(tx: Transaction, firmId: string, searchId: string, candidateId: string): Promise<{ id: string } | null> {
    const [row] = await tx.query<{ id: string }[]>(
      `select id from candidacy where firm_id = $1 and search_id = $2 and candidate_id = $3 for no key update`,
      [firmId, searchId, candidateId],
    );
    return row ?? null;
  }

  async insert(tx: Transaction, candidacy: NewCandidacy): Promise<number> {
    const { id, firmId, searchId, candidateId, stageId, moveId, at, byUserId, windowOpenedAt } = candidacy;
    const [row] = await tx.query<[{ version: number }]>(
      `with begun as (
         insert into stage_move (firm_id, id, candidacy_id, search_id, from_stage_id, to_stage_id, at, by_user_id)
         values ($1, $6, $2, $3, null, $5, $7, $8)
       )
       insert into candidacy (firm_id, id, search_id, candidate_id, stage_id, stage_since, stage_key, last_progress_at,
                              progress_key, window_opened_at, window_key, client_turn_at, client_turn_key,
                              presented_at, presented_key, assessed_at, assessed_key)
       select $1, $2, $3, $4, $5, $7, $6, $7, $6, $9, case when $9::timestamptz is not null then $6::uuid end,
              case when asks_client(st.kind) then $7::timestamptz end, case when asks_client(st.kind) then $6::uuid end,
              case when reaches_presented(st.kind) then $7::timestamptz end, case when reaches_presented(st.kind) then $6::uuid end,
              case when reaches_assessed(st.kind) then $7::timestamptz end, case when reaches_assessed(st.kind) then $6::uuid end
       from stage st where st.firm_id = $1 and st.id = $5 returning version`,
      [firmId, id, searchId, candidateId, stageId, moveId, at, byUserId, windowOpenedAt],
    );
    return row.version;
  }

  /**
   * Appends the move and brings the clocks on the row up to it, as candidacy_clock() would say, and those of the search,
   * which is locked: in one round trip.
   */
  async move(tx: Transaction, move: NewMove): Promise<void> {
    const { id, firmId, candidacyId, searchId, fromStageId, to, forward, at, byUserId, reason } = move;
    await prepared(
      tx,
      'candidacy_move',
      `with moved as (
         insert into stage_move (firm_id, id, candidacy_id, search_id, from_stage_id, to_stage_id, at, by_user_id, reason)
         values ($1, $3, $2, $4, $5, $6, $7, $8, $9)
       ),
       again as (${lookAgain(SEARCH)}),
       progressed as (${progress({ ...SEARCH, at: '$7', key: '$3' }, 'and $10')})
       update candidacy c
       set stage_id = $6, stage_since = $7, stage_key = $3, version = c.version + 1,
           last_progress_at = case when $10 and (c.last_progress_at, c.progress_key) < ($7, $3) then $7 else c.last_progress_at end,
           progress_key = case when $10 and (c.last_progress_at, c.progress_key) < ($7, $3) then $3 else c.progress_key end,
           window_opened_at = case when c.window_key is null and $11
             then least($7, market_since(p.in_market_since, o.time_zone,
                                         case when s.episode_opened_at > s.opened_at then s.episode_opened_at end))
             else c.window_opened_at end,
           window_key = case when c.window_key is null and $11 then $3 else c.window_key end,
           client_turn_at = case when asks_client($12) then $7 end,
           client_turn_key = case when asks_client($12) then $3 end,
           presented_at = case when c.presented_key is null and reaches_presented($12) then $7 else c.presented_at end,
           presented_key = case when c.presented_key is null and reaches_presented($12) then $3 else c.presented_key end,
           assessed_at = case when c.assessed_key is null and reaches_assessed($12) then $7 else c.assessed_at end,
           assessed_key = case when c.assessed_key is null and reaches_assessed($12) then $3 else c.assessed_key end
       from candidate p, search s, office o
       where c.firm_id = $1 and c.id = $2 and p.firm_id = $1 and p.id = c.candidate_id and s.firm_id = $1 and s.id = c.search_id
         and o.firm_id = $1 and o.id = s.office_id`,
      [
        firmId,
        candidacyId,
        id,
        searchId,
        fromStageId,
        to.id,
        at,
        byUserId,
        reason,
        forward,
        to.kind !== 'sourcing',
        to.kind,
      ],
    );
  }

  /** Appends the fact that a move was a mistake. The clocks are refreshed by the caller. */
  async correct(tx: Transaction, correction: NewCorrection): Promise<void> {
    await tx.query(
      `insert into stage_move (firm_id, id, candidacy_id, search_id, from_stage_id, to_stage_id, at, by_user_id, reason, voids_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        correction.firmId,
        correction.id,
        correction.candidacyId,
        correction.searchId,
        correction.fromStageId,
        correction.toStageId,
        correction.at,
        correction.byUserId,
        correction.reason,
        correction.voidsId,
      ],
    );
  }

  /** The moves that still stand, in the order they were made. */
  effectiveMoves(tx: Transaction, firmId: string, candidacyId: string): Promise<EffectiveMoveRow[]> {
    return tx.query(
      `select m.id, m.to_stage_id as "toStageId",
              st.kind in ('offer', 'placed') and exists (
                select 1 from candidacy_offer o where o.firm_id = $1 and o.candidacy_id = $2) as "byOffer"
       from stage_move m join stage st on st.firm_id = m.firm_id and st.id = m.to_stage_id
       where m.firm_id = $1 and m.candidacy_id = $2 and m.voids_id is null and not exists (
         select 1 from stage_move v where v.firm_id = $1 and v.voids_id = m.id)
       order by m.at, st.position, m.id`,
      [firmId, candidacyId],
    );
  }

  /** Writes what the facts say into the clocks of a candidacy. */
  async refreshClock(tx: Transaction, firmId: string, candidacyId: string): Promise<void> {
    await tx.query(
      `update candidacy c
       set stage_id = k.stage_id, stage_since = k.stage_since, stage_key = k.stage_key,
           last_progress_at = k.last_progress_at, progress_key = k.progress_key,
           window_opened_at = k.window_opened_at, window_key = k.window_key,
           offer_extended_at = k.offer_extended_at, client_turn_at = k.client_turn_at, client_turn_key = k.client_turn_key,
           presented_at = k.presented_at, presented_key = k.presented_key,
           assessed_at = k.assessed_at, assessed_key = k.assessed_key, version = c.version + 1
       from candidacy_clock($1, 'infinity', null, $2) k
       where c.firm_id = $1 and c.id = $2`,
      [firmId, candidacyId],
    );
  }

  /** The same for everybody in the firm, where it differs; what a person looks at has not been changed by anybody. */
  async refreshClocks(tx: Transaction, firmId: string): Promise<void> {
    const of = (row: string): string => CLOCK.map((column) => `${row}.${column}`).join(', ');
    await tx.query(
      `update candidacy c set (${CLOCK.join(', ')}) = row(${of('k')})
       from candidacy_clock($1, 'infinity') k
       where c.firm_id = $1 and c.id = k.candidacy_id and (${of('c')}) is distinct from (${of('k')})`,
      [firmId],
    );
  }

  async recordProgress(tx: Transaction, firmId: string, candidacyId: string, at: Date, key: string): Promise<void> {
    await tx.query(
      `update candidacy set last_progress_at = $3, progress_key = $4
       where firm_id = $1 and id = $2 and (last_progress_at, progress_key) < ($3::timestamptz, $4::uuid)`,
      [firmId, candidacyId, at, key],
    );
  }

  /** After something was said: whose turn it is now, and the window that it opens in a search that was reopened. */
  async refreshTurn(tx: Transaction, firmId: string, candidacyId: string): Promise<void> {
    await tx.query(
      `update candidacy c
       set client_turn_at = k.client_turn_at, client_turn_key = k.client_turn_key,
           window_opened_at = k.window_opened_at, window_key = k.window_key
       from candidacy_clock($1, 'infinity', null, $2) k where c.firm_id = $1 and c.id = $2`,
      [firmId, candidacyId],
    );
  }

  async hasUndecidedOffer(tx: Transaction, firmId: string, candidacyId: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      'select 1 from candidacy_offer where firm_id = $1 and candidacy_id = $2 and decided_at is null limit 1',
      [firmId, candidacyId],
    );
    return rows.length > 0;
  }

  async end(
    tx: Transaction,
    firmId: string,
    candidacyId: string,
    ending: { outcome: Outcome; by: Decider; reason: string | null; at: Date },
  ): Promise<void> {
    await tx.query(
      `update candidacy set outcome = $3, outcome_by = $4, outcome_reason = $5, ended_at = $6, version = version + 1
       where firm_id = $1 and id = $2`,
      [firmId, candidacyId, ending.outcome, ending.by, ending.reason, ending.at],
    );
  }

  /** Of a candidacy that has ended, and still ended when it did. */
  async changeOutcome(
    tx: Transaction,
    firmId: string,
    candidacyId: string,
    { outcome, by, reason }: { outcome: Outcome; by: Decider; reason: string },
  ): Promise<void> {
    await tx.query(
      `update candidacy set outcome = $3, outcome_by = $4, outcome_reason = $5, version = version + 1
       where firm_id = $1 and id = $2`,
      [firmId, candidacyId, outcome, by, reason],
    );
  }

  async reactivate(tx: Transaction, firmId: string, candidacyId: string): Promise<void> {
    await tx.query(
      `update candidacy set outcome = null, outcome_by = null, outcome_reason = null, ended_at = null, version = version + 1
       where firm_id = $1 and id = $2`,
      [firmId, candidacyId],
    );
  }

  /** A conversation with a decision maker counts for every search of their client. */
  async searchesOfContact(tx: Transaction, firmId: string, contactId: string | null): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select s.id from contact k join search_header s on s.firm_id = k.firm_id and s.client_id = k.client_id
       where k.firm_id = $1 and k.id = $2 and k.role = 'decision_maker' order by s.id`,
      [firmId, contactId],
    );
    return rows.map(({ id }) => id);
  }
}
