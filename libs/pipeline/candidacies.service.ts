import { Injectable } from '@nestjs/common';
import { ActivitiesService } from '@app/activities/activities.service.js';
import { mayMakeOffer, mayWorkPipeline } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import { policyLookup } from '@app/limits/limits.rules.js';
import { marketWindow, type WindowLimits } from '@app/limits/market-window.rules.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { DEFAULT_PAGE, pageOf, type Page, type PageRequest } from '@app/platform/lists/page.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { Clock } from '@app/platform/time/clock.js';
import { localDayOf } from '@app/platform/time/zone.js';
import { momentAfter, searchDay } from '@app/searches/searches.rules.js';
import { SearchesService } from '@app/searches/searches.service.js';
import type { LockedSearch, SearchErrorCode } from '@app/searches/searches.types.js';
import {
  CandidaciesRepository,
  type CardInSearch,
  type CardRow,
  type LockedCandidacy,
} from './candidacies.repository.js';
import {
  allowedPerStage,
  correctableMove,
  isRunning,
  NOTHING_ALLOWED,
  type MayDo,
  type Standing,
} from './pipeline.rules.js';
import type {
  AllowedOnCard,
  Board,
  Candidacy,
  Card,
  CardFlag,
  EndedCandidacy,
  PipelineErrorCode,
} from './pipeline.types.js';
import type { Stage } from '@app/stages/stages.types.js';

/** A candidacy that nobody else changes before the commit, and the moment the next fact about it bears. */
export interface Locked {
  readonly candidacy: LockedCandidacy;
  readonly search: LockedSearch;
  readonly standing: Standing;
  readonly at: Date;
}

const NO_FLAGS: CardFlag[] = [];

/** Candidacies as people see them: the board of a search, one card, its history. And the lock before one is changed. */
@Injectable()
export class CandidaciesService {
  constructor(
    private readonly database: Database,
    private readonly repository: CandidaciesRepository,
    private readonly searches: SearchesService,
    private readonly activities: ActivitiesService,
    private readonly clock: Clock,
  ) {}

  /** The board of a search in two queries, however many cards are on it. */
  async board(actor: Actor, searchId: string): Promise<Board> {
    const db = this.database.db;
    const header = await this.repository.header(db, actor, searchId);
    if (!header) throw searchNotFound();
    const rows = await this.repository.cards(db, actor.firmId, searchId);
    const limits = policyLookup(header.layers)({ searchId, roleKey: header.roleKey });
    const now = this.clock.now();
    const { stages, status, timeZone } = header;
    const allowed = allowedPerStage(stages, status, mayDo(actor));
    const placed = header.placed ?? [];
    const peopled = new Set([...rows, ...placed].map(({ stageId }) => stageId));
    return {
      search: {
        id: header.id,
        title: header.title,
        status,
        client: { id: header.clientId, name: header.clientName },
        lead: { id: header.leadId, name: header.leadName },
        day: searchDay(header.episodeOpenedAt, header.closedAt ?? now, timeZone),
        health: header.health,
        reason: header.reason,
        nextStep: header.nextStep,
        officeTimeZone: timeZone,
        allowed: { addCandidates: mayWorkPipeline(actor) && isRunning(status) },
      },
      stages: stages.filter(({ id, archived }) => !archived || peopled.has(id)),
      cards: rows.map((row) => cardOf(row, limits, timeZone, now, allowed(row))),
      placed: placed.map((row) => ({ ...row, placedAt: new Date(row.placedAt) })),
      endedCount: header.endedCount,
    };
  }

  async ended(actor: Actor, searchId: string, page: PageRequest): Promise<Page<EndedCandidacy>> {
    const db = this.database.db;
    const limit = page.limit ?? DEFAULT_PAGE;
    if (!(await this.repository.header(db, actor, searchId))) throw searchNotFound();
    const rows = await this.repository.ended(db, actor.firmId, searchId, limit, page.after);
    const { items, next } = pageOf(rows, limit, ({ endedKey, id }) => [endedKey, id]);
    return { items: items.map(({ endedKey: _, ...row }) => row), next };
  }

  find(actor: Actor, candidacyId: string): Promise<Candidacy> {
    return this.candidacy(this.database.db, actor, candidacyId);
  }

  async card(db: Transaction, actor: Actor, candidacyId: string): Promise<Card> {
    return this.cardInSearch(await this.row(db, actor, candidacyId), actor);
  }

  /** A candidacy with its whole history, as it stands inside the transaction given. */
  async candidacy(db: Transaction, actor: Actor, candidacyId: string): Promise<Candidacy> {
    const row = await this.row(db, actor, candidacyId);
    const { firmId } = actor;
    const moves = await this.repository.moves(db, firmId, candidacyId);
    const stage = row.stages.find(({ id }) => id === row.stageId);
    const effective = moves.filter(({ voided }) => !voided);
    const correctable =
      stage && mayWorkPipeline(actor)
        ? correctableMove({ stage, outcome: row.outcome, searchStatus: row.searchStatus }, effective)
        : null;
    return {
      card: this.cardInSearch(row, actor),
      search: { id: row.searchId, title: row.searchTitle },
      outcome: row.outcome,
      outcomeBy: row.outcomeBy,
      outcomeReason: row.outcomeReason,
      endedAt: row.endedAt,
      moves: moves.map(({ toStageId: _, byOffer: __, ...move }) => ({ ...move, correctable: move.id === correctable })),
      activities: await this.activities.about(db, actor, row.searchId, row.candidateId),
      offers: await this.repository.offers(db, firmId, candidacyId),
    };
  }

  /** Locks a search and then, as everywhere in this order, one of its candidacies. A stale version is refused with the card as it is. */
  async lock(tx: Transaction, actor: Actor, candidacyId: string, version: number | null): Promise<Locked> {
    const search = await this.searches.lockVisibleOf(tx, actor, candidacyId);
    if (!search) throw candidacyNotFound();
    const candidacy = await this.repository.lock(tx, actor.firmId, candidacyId);
    const stage = candidacy?.stages.find(({ id }) => id === candidacy.stageId);
    if (!candidacy || !stage) throw candidacyNotFound();
    if (candidacy.erased) {
      throw new DomainError<PipelineErrorCode>(
        'candidacy_ended',
        'This person was erased; nothing can be changed here.',
      );
    }
    if (version !== null && candidacy.version !== version) {
      const current = await this.card(tx, actor, candidacyId);
      throw new DomainError('stale_version', 'Somebody changed this candidacy in the meantime.', { current });
    }
    const standing = { stage, outcome: candidacy.outcome, searchStatus: search.status };
    return { candidacy, search, standing, at: momentAfter(candidacy.lastMoveAt, this.clock.now()) };
  }

  /** Who of several people is in a search, ended or not; it is there and seen, or search_not_found. */
  async whoIsIn(db: Transaction, actor: Actor, searchId: string, candidateIds: readonly string[]): Promise<string[]> {
    if (!(await this.repository.header(db, actor, searchId))) throw searchNotFound();
    return this.repository.whoIsIn(db, actor.firmId, searchId, candidateIds);
  }

  /** Locks a search that a candidacy will be added to. */
  async lockSearch(
    tx: Transaction,
    actor: Actor,
    searchId: string,
  ): Promise<{ search: LockedSearch; stages: Stage[]; at: Date }> {
    const search = await this.searches.lockVisible(tx, actor, searchId);
    return { search, stages: await this.repository.stages(tx, actor.firmId), at: this.clock.now() };
  }

  private async row(db: Transaction, actor: Actor, candidacyId: string): Promise<CardInSearch> {
    const row = await this.repository.card(db, actor, candidacyId);
    if (!row) throw candidacyNotFound();
    return row;
  }

  private cardInSearch(row: CardInSearch, actor: Actor): Card {
    const limits = policyLookup(row.layers)(row);
    const allowed = row.endedAt ? undefined : allowedPerStage(row.stages, row.searchStatus, mayDo(actor));
    return cardOf(row, limits, row.timeZone, this.clock.now(), allowed?.(row));
  }
}

export function candidacyNotFound(): DomainError<PipelineErrorCode> {
  return new DomainError(
    'candidacy_not_found',
    'There is no candidacy with this id, or you are not on the team of its search.',
  );
}

// the sentence of the searches room, so that the two cannot be told apart
function searchNotFound(): DomainError<SearchErrorCode> {
  return new DomainError('search_not_found', 'There is no search with this id, or you are not on its team.');
}

const mayDo = (actor: Actor): MayDo => ({ work: mayWorkPipeline(actor), offer: mayMakeOffer(actor) });

function cardOf(
  row: CardRow,
  limits: WindowLimits,
  zone: string,
  now: Date,
  allowed: AllowedOnCard = NOTHING_ALLOWED,
): Card {
  const { id, version, stageId, stageSince, windowOpenedAt: openedAt, offerExtendedAt, endedAt } = row;
  return {
    id,
    version,
    stageId,
    stageSince,
    daysInStage: Math.max(0, localDayOf(endedAt ?? now, zone) - localDayOf(stageSince, zone)),
    candidate: { id: row.candidateId, name: row.name, title: row.title, employer: row.employer },
    window: marketWindow({ openedAt, offerExtendedAt, endedAt }, limits, zone, now),
    flags: row.flags ?? NO_FLAGS,
    allowed,
  };
}
