import type { Decider } from '@app/vocabulary/vocabulary.types.js';
import type { Outcome } from '@app/vocabulary/vocabulary.types.js';
import { Injectable } from '@nestjs/common';
import { cursorMoment, readCursor } from '@app/platform/lists/page.js';
import { prepared } from '@app/platform/database/prepared.js';
import type { Transaction } from '@app/platform/database/database.js';
import type { Actor } from '@app/identity/identity.types.js';
import { layersOn } from '@app/limits/layers.sql.js';
import type { PolicyLayer } from '@app/limits/limits.types.js';
import { viewer, visibleSearch } from '@app/identity/visible.sql.js';
import type {
  Board,
  CandidateLabel,
  CardFlag,
  EndedCandidacy,
  Move,
  OfferSummary,
  PlacedCandidacy,
} from './pipeline.types.js';
import type { Stage } from '@app/stages/stages.types.js';

/** What all cards of a search share. */
export interface BoardHeader {
  id: string;
  roleKey: string;
  layers: PolicyLayer[];
  title: string;
  status: Board['search']['status'];
  clientId: string;
  clientName: string;
  leadId: string;
  leadName: string;
  timeZone: string;
  episodeOpenedAt: Date;
  closedAt: Date | null;
  health: Board['search']['health'];
  reason: string | null;
  nextStep: string | null;
  endedCount: number;
  placed: PlacedCandidacy[] | null;
  stages: Stage[];
}

export interface CardRow {
  id: string;
  version: number;
  stageId: string;
  stageSince: Date;
  candidateId: string;
  name: string;
  title: string | null;
  employer: string | null;
  windowOpenedAt: Date | null;
  offerExtendedAt: Date | null;
  endedAt: Date | null;
  /** One that nobody has answered. */
  offerOut: boolean;
  flags: CardFlag[] | null;
}

/** A single card with what its search lends it. */
export interface CardInSearch extends CardRow {
  searchId: string;
  roleKey: string;
  layers: PolicyLayer[];
  searchTitle: string;
  searchStatus: Board['search']['status'];
  timeZone: string;
  stages: Stage[];
  outcome: Outcome | null;
  outcomeBy: Decider | null;
  outcomeReason: string | null;
}

/** A candidacy locked for the transaction that will change it. */
export interface LockedCandidacy {
  id: string;
  searchId: string;
  candidateId: string;
  stageId: string;
  outcome: Outcome | null;
  version: number;
  /** The latest move on record, voided or not: no later fact may bear an earlier moment. */
  lastMoveAt: Date | null;
  /** The candidate was erased. */
  erased: boolean;
  stages: Stage[];
}

export type MoveRow = Omit<Move, 'correctable'> & { toStageId: string; byOffer: boolean };

export type EndedRow = EndedCandidacy & { endedKey: string };

const CARD = `c.id, c.version, c.stage_id as "stageId", c.stage_since as "stageSince", p.id as "candidateId", p.name, p.title,
  p.employer, c.window_opened_at as "windowOpenedAt", c.offer_extended_at as "offerExtendedAt", c.ended_at as "endedAt"`;

const FLAGS = `json_agg(json_build_object('id', o.id, 'rule', o.rule, 'severity', o.severity, 'sentence', o.sentence,
  'nextStep', o.next_step) order by o.severity, o.deadline, o.id)`;

const STAGES = `(
  select json_agg(json_build_object('id', st.id, 'key', st.key, 'label', st.label, 'kind', st.kind,
           'position', st.position, 'budgetWorkingDays', st.budget_working_days,
           'archived', st.archived_at is not null) order by st.position, st.id)
  from stage st where st.firm_id = $1)`;

const PLACED = `(
  select json_agg(json_build_object('id', c.id, 'stageId', c.stage_id, 'placedAt', c.ended_at, 'candidate',
           json_build_object('id', p.id, 'name', p.name, 'title', p.title, 'employer', p.employer)) order by c.ended_at, c.id)
  from candidacy c
  join candidate p on p.firm_id = c.firm_id and p.id = c.candidate_id
  where c.firm_id = $1 and c.search_id = $4 and c.outcome = 'placed')`;

/** Candidacies as people see them, and the rows to lock before one is changed. */
@Injectable()
export class CandidaciesRepository {
  async whoIsIn(db: Transaction, firmId: string, searchId: string, candidateIds: readonly string[]): Promise<string[]> {
    const rows = await db.query<{ id: string }[]>(
      `select candidate_id as id from candidacy where firm_id = $1 and search_id = $2 and candidate_id = any ($3::uuid[])`,
      [firmId, searchId, candidateIds],
    );
    return rows.map(({ id }) => id);
  }

  /** The archived ones too: whoever stood in one may still stand there. */
  async stages(db: Transaction, firmId: string): Promise<Stage[]> {
    const [row] = await db.query<{ stages: Stage[] | null }[]>(`select ${STAGES} as stages`, [firmId]);
    return row?.stages ?? [];
  }

  async header(db: Transaction, actor: Actor, searchId: string): Promise<BoardHeader | null> {
    const [row] = await prepared<BoardHeader>(
      db,
      'board_header',
      `select s.id, s.role_key as "roleKey", ${layersOn('s')} as layers, s.title, s.status, s.client_id as "clientId", s.client_name as "clientName",
              s.lead_user_id as "leadId", s.lead_name as "leadName", s.time_zone as "timeZone",
              s.episode_opened_at as "episodeOpenedAt", s.closed_at as "closedAt",
              h.health, h.sentences[1] as reason, h.next_step as "nextStep", ${STAGES} as stages,
              (select count(*)::int from candidacy c
               where c.firm_id = $1 and c.search_id = $4 and c.outcome is not null) as "endedCount",
              case when s.status = 'placed' then ${PLACED} end as placed
       from search_header s
       left join search_health h on h.firm_id = s.firm_id and h.search_id = s.id
       where s.firm_id = $1 and s.id = $4 and ${visibleSearch('s')}`,
      [...viewer(actor), searchId],
    );
    return row ?? null;
  }

  /** The live cards of a search, the longest in their stage first. */
  cards(db: Transaction, firmId: string, searchId: string): Promise<CardRow[]> {
    return prepared(
      db,
      'board_cards',
      `select ${CARD}, f.flags,
              c.id in (select o.candidacy_id from candidacy_offer o
                where o.firm_id = $1 and o.search_id = $2 and o.decided_at is null) as "offerOut"
       from candidacy c
       join candidate p on p.firm_id = c.firm_id and p.id = c.candidate_id
       left join (
         select o.candidacy_id, ${FLAGS} as flags from open_flag o
         where o.firm_id = $1 and o.search_id = $2 and o.candidacy_id is not null group by o.candidacy_id
       ) f on f.candidacy_id = c.id
       where c.firm_id = $1 and c.search_id = $2 and c.outcome is null
       order by c.stage_since, c.id`,
      [firmId, searchId],
    );
  }

  async card(db: Transaction, actor: Actor, candidacyId: string): Promise<CardInSearch | null> {
    const [row] = await prepared<CardInSearch>(
      db,
      'candidacy_card',
      `select ${CARD}, c.outcome, c.outcome_by as "outcomeBy", c.outcome_reason as "outcomeReason",
              s.id as "searchId", s.role_key as "roleKey", ${layersOn('s')} as layers, s.title as "searchTitle", s.status as "searchStatus", g.time_zone as "timeZone",
              ${STAGES} as stages,
              exists (select 1 from candidacy_offer o
                where o.firm_id = $1 and o.candidacy_id = c.id and o.decided_at is null) as "offerOut",
              (select ${FLAGS} from open_flag o where o.firm_id = $1 and o.search_id = c.search_id and o.candidacy_id = c.id) as flags
       from candidacy c
       join candidate p on p.firm_id = c.firm_id and p.id = c.candidate_id
       join search s on s.firm_id = c.firm_id and s.id = c.search_id
       join office g on g.firm_id = s.firm_id and g.id = s.office_id
       where c.firm_id = $1 and c.id = $4 and ${visibleSearch('s')}`,
      [...viewer(actor), candidacyId],
    );
    return row ?? null;
  }

  /** A page of what has ended, latest first; one row more than asked for tells that there is another page. */
  async ended(
    db: Transaction,
    firmId: string,
    searchId: string,
    limit: number,
    after: string | undefined,
  ): Promise<EndedRow[]> {
    const [at, id] = readCursor(after, ['moment', 'uuid']) ?? [null, null];
    const rows = await db.query<(Omit<EndedRow, 'candidate'> & Omit<CandidateLabel, 'id'> & { candidateId: string })[]>(
      `select c.id, p.id as "candidateId", p.name, p.title, p.employer, st.label as "stageLabel", c.outcome,
              c.outcome_by as "outcomeBy", c.outcome_reason as "outcomeReason", c.ended_at as "endedAt", c.version,
              ${cursorMoment('c.ended_at')} as "endedKey"
       from candidacy c
       join candidate p on p.firm_id = c.firm_id and p.id = c.candidate_id
       join stage st on st.firm_id = c.firm_id and st.id = c.stage_id
       where c.firm_id = $1 and c.search_id = $2 and c.outcome is not null
         and ($4::timestamptz is null or (c.ended_at, c.id) < ($4::timestamptz, $5::uuid))
       order by c.ended_at desc, c.id desc limit $3`,
      [firmId, searchId, limit + 1, at, id],
    );
    return rows.map(({ candidateId, name, title, employer, ...row }) => ({
      ...row,
      candidate: { id: candidateId, name, title, employer },
    }));
  }

  /** Every move ever made, in order, also those that were voided. */
  async moves(db: Transaction, firmId: string, candidacyId: string): Promise<MoveRow[]> {
    const rows = await db.query<(Omit<MoveRow, 'by'> & { byId: string | null; byName: string })[]>(
      `select m.id, f.label as "fromStageLabel", g.label as "toStageLabel", m.to_stage_id as "toStageId", m.at,
              u.id as "byId", u.name as "byName", m.reason, v.id is not null as voided,
              g.kind in ('offer', 'placed') and exists (
                select 1 from candidacy_offer o where o.firm_id = $1 and o.candidacy_id = $2) as "byOffer"
       from stage_move m
       join stage g on g.firm_id = m.firm_id and g.id = m.to_stage_id
       left join stage f on f.firm_id = m.firm_id and f.id = m.from_stage_id
       left join firm_user u on u.firm_id = m.firm_id and u.id = m.by_user_id
       left join stage_move v on v.firm_id = m.firm_id and v.voids_id = m.id
       where m.firm_id = $1 and m.candidacy_id = $2 and m.voids_id is null
       order by m.at, g.position, m.id`,
      [firmId, candidacyId],
    );
    return rows.map(({ byId, byName, ...row }) => ({ ...row, by: byId === null ? null : { id: byId, name: byName } }));
  }

  offers(db: Transaction, firmId: string, candidacyId: string): Promise<OfferSummary[]> {
    return db.query(
      `select o.id, o.extended_at as "extendedAt", o.expires_at as "expiresAt", o.decided_at as "decidedAt", o.decision,
              o.currency, o.base::float8, o.bonus::float8, o.equity_value::float8 as "equityValue",
              o.sign_on::float8 as "signOn", o.start_date::text as "startDate", o.taken_back_at as "takenBackAt", o.version
       from candidacy_offer o where o.firm_id = $1 and o.candidacy_id = $2
       order by o.extended_at, o.id`,
      [firmId, candidacyId],
    );
  }

  /** Locks a candidacy; its search must be locked already, as everywhere, so that nobody waits for each other. */
  async lock(tx: Transaction, firmId: string, candidacyId: string): Promise<LockedCandidacy | null> {
    const [row] = await prepared<LockedCandidacy>(
      tx,
      'candidacy_lock',
      `select c.id, c.search_id as "searchId", c.candidate_id as "candidateId", c.stage_id as "stageId", c.outcome, c.version,
              (select max(m.at) from stage_move m
               where m.firm_id = $1 and m.candidacy_id = $2 and m.voids_id is null) as "lastMoveAt",
              exists (select 1 from candidate p
                where p.firm_id = $1 and p.id = c.candidate_id and p.erased_at is not null) as erased,
              ${STAGES} as stages
       from candidacy c where c.firm_id = $1 and c.id = $2 for no key update of c`,
      [firmId, candidacyId],
    );
    return row ?? null;
  }
}
