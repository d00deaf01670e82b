import type { Decider } from '@app/vocabulary/vocabulary.types.js';
import { Injectable } from '@nestjs/common';
import { ActivitiesService } from '@app/activities/activities.service.js';
import type { LockedActivity, LogActivity, LoggedActivity, RecordActivity } from '@app/activities/activities.types.js';
import { AuditService } from '@app/audit/audit.service.js';
import { demand } from '@app/platform/errors/demand.js';
import { mayGiveOutcome, mayWorkPipeline } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { SearchesService } from '@app/searches/searches.service.js';
import type { LockedSearch } from '@app/searches/searches.types.js';
import { candidacyNotFound, CandidaciesService, type Locked } from './candidacies.service.js';
import * as facts from './pipeline.events.js';
import { PipelineRepository } from './pipeline.repository.js';
import {
  decideAdding,
  decideCorrection,
  decideMove,
  decideOutcome,
  decideReactivation,
  firstStage,
  isForward,
  stageOfKind,
  windowOpening,
  type Refusal,
} from './pipeline.rules.js';
import type {
  AddCandidacy,
  Candidacy,
  Card,
  CorrectMove,
  EndCandidacy,
  MoveCandidacy,
  PipelineErrorCode,
  ReactivateCandidacy,
} from './pipeline.types.js';
import type { Stage } from '@app/stages/stages.types.js';

/** After an interview the next word is the client's, until they say it. */
const TURNS: ReadonlySet<LoggedActivity['kind']> = new Set(['interview', 'client_feedback']);

/** Where a candidacy is about to begin. */
export interface Opening {
  readonly searchId: string;
  readonly stage: Stage;
  readonly at: Date;
}

const NOT_ALLOWED = 'Only people at the firm can work with candidates.';

/** What happens to candidacies. Every change locks its search first, then the candidacy. */
@Injectable()
export class PipelineService {
  constructor(
    private readonly database: Database,
    private readonly repository: PipelineRepository,
    private readonly candidacies: CandidaciesService,
    private readonly searches: SearchesService,
    private readonly activities: ActivitiesService,
    private readonly audit: AuditService,
  ) {}

  async addCandidacy(actor: Actor, searchId: string, input: AddCandidacy): Promise<Card> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => {
      const opening = await this.openingIn(tx, actor, searchId, input.stageId);
      const { id } = await this.begin(tx, actor, opening, input.candidateId);
      return this.candidacies.card(tx, actor, id);
    });
  }

  /** Where candidacies are about to begin: the search is locked, and one can begin there. */
  async openingIn(tx: Transaction, actor: Actor, searchId: string, stageId?: string): Promise<Opening> {
    const { search, stages, at } = await this.candidacies.lockSearch(tx, actor, searchId);
    const stage = knownStage(stageId ? stages.find(({ id }) => id === stageId) : firstStage(stages));
    refuse(decideAdding(search.status, stage));
    return { searchId, stage, at };
  }

  /** Whoever cannot be added is refused before anything is written. */
  async begin(
    tx: Transaction,
    actor: Actor,
    { searchId, stage, at }: Opening,
    candidateId: string,
  ): Promise<{ id: string; version: number }> {
    const { firmId } = actor;
    const candidate = await this.repository.candidateOf(tx, firmId, searchId, candidateId);
    if (!candidate) throw refusal('unknown_candidate', 'There is no candidate with this id.');
    if (candidate.candidacyId) throw refusal('already_in_search', 'This candidate is already in this search.');
    const [id, moveId] = [newId(), newId()];
    const version = await this.repository.insert(tx, {
      id,
      firmId,
      searchId,
      candidateId,
      stageId: stage.id,
      moveId,
      at,
      byUserId: actor.userId,
      windowOpenedAt: windowOpening(stage.kind, at, candidate.inMarketSince),
    });
    await this.searches.recordProgress(tx, { firmId, searchId, at, key: moveId });
    await this.audit.fact(tx, actor, {
      fact: facts.CANDIDACY_ADDED,
      subject: ['candidacy', id],
      about: searchId,
      detail: { searchId, moveId, stageId: stage.id },
    });
    return { id, version };
  }

  async moveCandidacy(actor: Actor, candidacyId: string, input: MoveCandidacy): Promise<Card> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => {
      const locked = await this.candidacies.lock(tx, actor, candidacyId, input.version);
      const to = knownStage(locked.candidacy.stages.find(({ id }) => id === input.toStageId));
      refuse(decideMove(locked.standing, to));
      await this.move(tx, actor, locked, to, input.reason ?? null);
      return this.candidacies.card(tx, actor, candidacyId);
    });
  }

  async endCandidacy(actor: Actor, candidacyId: string, input: EndCandidacy): Promise<Candidacy> {
    demand(
      mayGiveOutcome(actor, input.by),
      'Only consultants, partners and admins can record an outcome the client decided.',
    );
    return this.database.transaction(async (tx) => {
      const { standing, search, at } = await this.candidacies.lock(tx, actor, candidacyId, input.version);
      const undecided = await this.repository.hasUndecidedOffer(tx, actor.firmId, candidacyId);
      refuse(decideOutcome(standing.outcome, undecided));
      const { outcome, by, reason } = input;
      await this.repository.end(tx, actor.firmId, candidacyId, { outcome, by, reason, at });
      await this.searches.refresh(tx, actor.firmId, search.id);
      await this.audit.fact(tx, actor, {
        fact: facts.CANDIDACY_ENDED,
        subject: ['candidacy', candidacyId],
        about: search.id,
        detail: { searchId: search.id, outcome, by },
      });
      return this.candidacies.candidacy(tx, actor, candidacyId);
    });
  }

  async reactivateCandidacy(actor: Actor, candidacyId: string, input: ReactivateCandidacy): Promise<Candidacy> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => {
      const { standing, search } = await this.candidacies.lock(tx, actor, candidacyId, input.version);
      refuse(decideReactivation(standing));
      await this.repository.reactivate(tx, actor.firmId, candidacyId);
      await this.searches.refresh(tx, actor.firmId, search.id);
      await this.audit.fact(tx, actor, {
        fact: facts.CANDIDACY_REACTIVATED,
        subject: ['candidacy', candidacyId],
        about: search.id,
        detail: { searchId: search.id },
      });
      return this.candidacies.candidacy(tx, actor, candidacyId);
    });
  }

  /** Voids the latest move by a fact of its own: stage and clocks go back to where they stood before it. */
  async correctMove(actor: Actor, candidacyId: string, input: CorrectMove): Promise<Candidacy> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    const { firmId } = actor;
    return this.database.transaction(async (tx) => {
      const { candidacy, standing, search, at } = await this.candidacies.lock(tx, actor, candidacyId, input.version);
      const moves = await this.repository.effectiveMoves(tx, firmId, candidacyId);
      refuse(decideCorrection(standing, moves, input.moveId));
      const id = newId();
      await this.repository.correct(tx, {
        id,
        firmId,
        candidacyId,
        searchId: search.id,
        fromStageId: candidacy.stageId,
        toStageId: moves.at(-2)?.toStageId ?? candidacy.stageId,
        voidsId: input.moveId,
        at,
        byUserId: actor.userId,
        reason: input.reason,
      });
      await this.repository.refreshClock(tx, firmId, candidacyId);
      await this.searches.refresh(tx, firmId, search.id);
      await this.audit.fact(tx, actor, {
        fact: facts.MOVE_CORRECTED,
        subject: ['candidacy', candidacyId],
        about: search.id,
        detail: { searchId: search.id, moveId: input.moveId },
      });
      return this.candidacies.candidacy(tx, actor, candidacyId);
    });
  }

  /** Writes what was said or done and, where both sides spoke, moves the clocks of what it was about. */
  async logActivity(actor: Actor, input: LogActivity): Promise<LoggedActivity> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    const { firmId } = actor;
    const { searchId, candidateId } = input;
    return this.database.transaction(async (tx) => {
      const search = searchId ? await this.searches.lockVisible(tx, actor, searchId) : null;
      const about = search && candidateId ? await this.repository.lockOf(tx, firmId, search.id, candidateId) : null;
      if (search && candidateId && !about) throw candidacyNotFound();
      return this.recordActivity(tx, actor, input, search && about && { ...about, search });
    });
  }

  /** For the corrections room, in its transaction: what was logged is taken back, so clocks are read from the facts again. */
  async turnBack(tx: Transaction, firmId: string, activity: LockedActivity): Promise<void> {
    const { searchId, candidateId, contactId } = activity;
    if (searchId && candidateId) {
      const candidacy = await this.repository.lockOf(tx, firmId, searchId, candidateId);
      if (candidacy) await this.repository.refreshClock(tx, firmId, candidacy.id);
    }
    const searchIds = searchId ? [searchId] : await this.repository.searchesOfContact(tx, firmId, contactId);
    for (const id of searchIds) await this.searches.refresh(tx, firmId, id);
  }

  /** For the room of stages, in its transaction: their order has changed, and with it which moves were progress. */
  async readClocksAgain(tx: Transaction, firmId: string): Promise<void> {
    await this.searches.lockAll(tx, firmId);
    await this.repository.refreshClocks(tx, firmId);
    await this.searches.refreshAll(tx, firmId);
  }

  /** For the interviews room, in its transaction: an interview was set, and stays set on record if it is cancelled. */
  async interviewSet(tx: Transaction, actor: Actor, { candidacy, search }: Locked, text: string): Promise<void> {
    const about = { id: candidacy.id, search };
    const { candidateId } = candidacy;
    await this.recordActivity(tx, actor, { kind: 'interview_set', searchId: search.id, candidateId, text }, about);
  }

  /** For the offers room, in its transaction: an offer went out, so the card goes to the first stage for offers. */
  async offerExtended(tx: Transaction, actor: Actor, locked: Locked): Promise<void> {
    const to = stageOfKind(locked.candidacy.stages, 'offer');
    if (to && isForward(locked.standing.stage, to)) await this.move(tx, actor, locked, to, null);
    await this.offerRecorded(tx, actor, locked);
  }

  /** For the offers room: the facts of an offer changed, so the clocks are read from them again. */
  async offerRecorded(tx: Transaction, { firmId }: Actor, { candidacy, search }: Locked): Promise<void> {
    await this.repository.refreshClock(tx, firmId, candidacy.id);
    await this.searches.refresh(tx, firmId, search.id);
  }

  /** For the offers room: the offer was accepted, so the candidate is placed and the search closed. */
  async placeCandidacy(tx: Transaction, actor: Actor, locked: Locked): Promise<void> {
    const { candidacy, search, standing, at } = locked;
    const to = stageOfKind(candidacy.stages, 'placed');
    if (to && isForward(standing.stage, to)) await this.move(tx, actor, locked, to, null);
    const ending = { outcome: 'placed', by: 'candidate', reason: 'offer_accepted', at } as const;
    await this.repository.end(tx, actor.firmId, candidacy.id, ending);
    await this.audit.fact(tx, actor, {
      fact: facts.CANDIDACY_ENDED,
      subject: ['candidacy', candidacy.id],
      about: search.id,
      detail: { searchId: search.id, outcome: 'placed' },
    });
    await this.searches.placeSearch(tx, actor, search.id);
    await this.offerRecorded(tx, actor, locked);
  }

  /** For the offers room: an acceptance was taken back, so the candidate was not placed after all. */
  async placementFellThrough(
    tx: Transaction,
    actor: Actor,
    { candidacy, search }: Locked,
    { by, reason }: { by: Exclude<Decider, 'firm'>; reason: string },
  ): Promise<void> {
    const outcome = by === 'candidate' ? 'withdrawn' : 'rejected';
    await this.repository.changeOutcome(tx, actor.firmId, candidacy.id, { outcome, by, reason });
    await this.audit.fact(tx, actor, {
      fact: facts.CANDIDACY_ENDED,
      subject: ['candidacy', candidacy.id],
      about: search.id,
      detail: { searchId: search.id, outcome, by },
    });
  }

  /** For the offers room, when somebody is erased: they have left the search. */
  async leave(tx: Transaction, actor: Actor, locked: Locked): Promise<void> {
    const { candidacy, search, at } = locked;
    await this.repository.end(tx, actor.firmId, candidacy.id, {
      outcome: 'withdrawn',
      by: 'candidate',
      reason: null,
      at,
    });
    await this.offerRecorded(tx, actor, locked);
    const detail = { outcome: 'withdrawn', by: 'candidate' };
    await this.audit.fact(tx, actor, {
      fact: facts.CANDIDACY_ENDED,
      subject: ['candidacy', candidacy.id],
      about: search.id,
      detail: { searchId: search.id, ...detail },
    });
  }

  private async recordActivity(
    tx: Transaction,
    actor: Actor,
    input: RecordActivity,
    about: { id: string; search: LockedSearch } | null,
  ): Promise<LoggedActivity> {
    const { firmId } = actor;
    const { searchId } = input;
    const activity = await this.activities.record(tx, actor, input);
    if (!activity.progress || !searchId) return activity;
    const { at, id: key } = activity;
    if (about) await this.repository.recordProgress(tx, firmId, about.id, at, key);
    // in a search that was reopened a conversation opens a window, too
    const opens = about !== null && about.search.openedAt < about.search.episodeOpenedAt;
    if (about && (opens || TURNS.has(activity.kind))) await this.repository.refreshTurn(tx, firmId, about.id);
    await this.searches.recordProgress(tx, { firmId, searchId, at, key });
    return activity;
  }

  private async move(tx: Transaction, actor: Actor, locked: Locked, to: Stage, reason: string | null): Promise<void> {
    const { candidacy, search, standing, at } = locked;
    const { firmId, userId: byUserId } = actor;
    const forward = isForward(standing.stage, to);
    const [id, fromStageId] = [newId(), candidacy.stageId];
    const [candidacyId, searchId] = [candidacy.id, search.id];
    await this.repository.move(tx, {
      id,
      firmId,
      candidacyId,
      searchId,
      fromStageId,
      to,
      forward,
      at,
      byUserId,
      reason,
    });
    const detail = { moveId: id, fromStageId, toStageId: to.id };
    await this.audit.fact(tx, actor, {
      fact: facts.CANDIDACY_MOVED,
      subject: ['candidacy', candidacyId],
      about: searchId,
      detail: { searchId, ...detail },
    });
  }
}

const refusal = (code: PipelineErrorCode, sentence: string): DomainError<PipelineErrorCode> =>
  new DomainError(code, sentence);

function refuse(refused: Refusal | null): void {
  if (refused) throw refusal(refused.code, refused.sentence);
}

function knownStage(stage: Stage | undefined): Stage {
  if (!stage) throw refusal('unknown_stage', 'There is no such stage in this firm.');
  return stage;
}
