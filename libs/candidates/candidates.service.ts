import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { mayErasePersons, mayExemptFromNotice, mayWorkPipeline } from '@app/identity/access.rules.js';
import { demand } from '@app/platform/errors/demand.js';
import type { Actor } from '@app/identity/identity.types.js';
import { LimitsService } from '@app/limits/limits.service.js';
import { marketWindow } from '@app/limits/market-window.rules.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { refuseKnown, reachesOf, type Reaches } from '@app/platform/persons/possible-duplicates.js';
import { changesTo } from '@app/platform/values/given.js';
import { newId } from '@app/platform/database/id.js';
import { DEFAULT_PAGE, type Page, type PageRequest } from '@app/platform/lists/page.js';
import { sortedPageOf } from '@app/platform/lists/sorted.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { Clock } from '@app/platform/time/clock.js';
import { TombstonesService } from '@app/tombstones/tombstones.service.js';
import { decideArticle14 } from './article14.rules.js';
import { ARTICLE14_CHANGED, CANDIDATE_ADDED, CANDIDATE_CHANGED } from './candidates.events.js';
import { CandidatesRepository, type StoredCandidate } from './candidates.repository.js';
import type {
  Candidate,
  CandidateErrorCode,
  CandidateFields,
  CandidateFilter,
  CandidateRow,
  CandidateSort,
  EditCandidate,
  KnownAmong,
  SetArticle14,
} from './candidates.types.js';

const NOT_ALLOWED = 'Only people at the firm can add or change candidates.';

@Injectable()
export class CandidatesService {
  constructor(
    private readonly database: Database,
    private readonly repository: CandidatesRepository,
    private readonly audit: AuditService,
    private readonly tombstones: TombstonesService,
    private readonly limits: LimitsService,
    private readonly clock: Clock,
  ) {}

  /** By name, if no other order is asked for. Words must begin words of what they are asked of, whatever the accents. */
  async list(
    actor: Actor,
    filter: CandidateFilter,
    page: PageRequest & { sort?: CandidateSort },
  ): Promise<Page<CandidateRow>> {
    const rows = await this.repository.list(this.database.db, actor, filter, page);
    return sortedPageOf(rows, page.limit ?? DEFAULT_PAGE);
  }

  async find(actor: Actor, candidateId: string): Promise<Candidate> {
    return this.current(this.database.db, actor, candidateId);
  }

  /** `force`: although somebody with the same address, number or link is here already. */
  async addCandidate(actor: Actor, fields: CandidateFields, force = false): Promise<Candidate> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => this.current(tx, actor, await this.take(tx, actor, fields, force)));
  }

  /** For the room of newcomers, in its transaction: whoever is refused is refused before anything is written. */
  async take(
    tx: Transaction,
    actor: Actor,
    { despiteErasure, ...fields }: CandidateFields,
    force: boolean,
  ): Promise<string> {
    await this.tombstones.refuseErased(tx, actor, { marks: fields, despite: despiteErasure });
    if (!force) await this.refuseKnown(tx, actor, reachesOf(fields), null);
    const id = newId();
    await this.repository.insert(tx, actor.firmId, id, fields);
    await this.audit.fact(tx, actor, { fact: CANDIDATE_ADDED, subject: ['candidate', id] });
    return id;
  }

  /** For the room of newcomers: refuses an id that is nobody's. */
  async demandKnown(tx: Transaction, actor: Actor, candidateId: string): Promise<void> {
    if ((await this.existing(tx, actor, [candidateId])).length === 0) throw notFound();
  }

  /** Those of these ids that are somebody's. */
  existing(db: Transaction, { firmId }: Actor, ids: readonly string[]): Promise<string[]> {
    return this.repository.existing(db, firmId, ids);
  }

  /** What is known of several people who are not here yet, in one query. */
  knownAmong(db: Transaction, { firmId }: Actor, people: readonly Reaches[]): Promise<KnownAmong[]> {
    return this.repository.knownAmong(db, firmId, people);
  }

  /** Another day of coming to the market moves the windows of their candidacies, by the trigger `candidate_market_moved`. */
  async editCandidate(actor: Actor, candidateId: string, edit: EditCandidate, force = false): Promise<Candidate> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    const { version, despiteErasure, ...given } = edit;
    return this.database.transaction(async (tx) => {
      const candidate = await this.lock(tx, actor, candidateId, version);
      const changes = changesTo(candidate, given);
      if (!changes) return this.current(tx, actor, candidateId);
      const changed = { ...candidate, ...changes };
      await this.tombstones.refuseErased(tx, actor, { marks: changed, before: candidate, despite: despiteErasure });
      if (!force) await this.refuseKnown(tx, actor, reachesOf(changed, candidate), candidateId);
      await this.repository.update(tx, actor.firmId, changed);
      await this.audit.fact(tx, actor, {
        fact: CANDIDATE_CHANGED,
        subject: ['candidate', candidateId],
        detail: { changed: Object.keys(changes) },
      });
      return this.current(tx, actor, candidateId);
    });
  }

  /** Records that somebody was told where we have their data from, need not be told, or is still to be told. */
  async setArticle14(actor: Actor, candidateId: string, input: SetArticle14): Promise<Candidate> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    if (input.state === 'exempt')
      demand(mayExemptFromNotice(actor), 'Only partners and admins can exempt somebody from the notice.');
    return this.database.transaction(async (tx) => {
      await this.lock(tx, actor, candidateId, input.version);
      const decision = decideArticle14(input, this.clock.now());
      if ('refused' in decision) throw new DomainError(decision.refused.code, decision.refused.sentence);
      const by = decision.state === 'due' ? null : actor.userId;
      await this.repository.setArticle14(tx, actor.firmId, candidateId, { ...decision, by });
      await this.audit.fact(tx, actor, {
        fact: ARTICLE14_CHANGED,
        subject: ['candidate', candidateId],
        detail: { state: decision.state },
      });
      return this.current(tx, actor, candidateId);
    });
  }

  private refuseKnown(tx: Transaction, { firmId }: Actor, reaches: Reaches, except: string | null): Promise<void> {
    return refuseKnown(tx, firmId, reaches, () => this.repository.withSameReach(tx, firmId, reaches, except));
  }

  private async lock(tx: Transaction, actor: Actor, candidateId: string, version: number): Promise<StoredCandidate> {
    const candidate = await this.repository.lock(tx, actor.firmId, candidateId);
    if (!candidate) throw notFound();
    if (candidate.erased) {
      throw new DomainError<CandidateErrorCode>(
        'candidate_erased',
        'This person was erased, so there is nothing to change.',
      );
    }
    if (candidate.version !== version) {
      const current = await this.withCandidacies(tx, actor, candidate);
      throw new DomainError<CandidateErrorCode>(
        'stale_version',
        'Somebody changed this candidate in the meantime. Review the current version, then save again.',
        { current },
      );
    }
    return candidate;
  }

  private async current(db: Transaction, actor: Actor, candidateId: string): Promise<Candidate> {
    const stored = await this.repository.find(db, actor.firmId, candidateId);
    if (!stored) throw notFound();
    return this.withCandidacies(db, actor, stored);
  }

  private async withCandidacies(
    db: Transaction,
    actor: Actor,
    { article14, ...stored }: StoredCandidate,
  ): Promise<Candidate> {
    const now = this.clock.now();
    const candidacies = await this.repository.candidacies(db, actor, stored.id);
    const policyOf = await this.limits.policyOf(db, actor.firmId);
    return {
      ...stored,
      article14: {
        ...article14,
        at: article14.at === null ? null : new Date(article14.at),
        allowed: { exempt: mayExemptFromNotice(actor) },
      },
      allowed: { erase: !stored.erased && mayErasePersons(actor) },
      activeSearches: candidacies.filter(({ active }) => active).length,
      candidacies: candidacies.map(({ id, search, roleKey, stageLabel, outcome, timeZone, ...facts }) => ({
        id,
        search,
        stageLabel,
        outcome,
        window: marketWindow(facts, policyOf({ searchId: search.id, roleKey }), timeZone, now),
      })),
    };
  }
}

function notFound(): DomainError<CandidateErrorCode> {
  return new DomainError('candidate_not_found', 'There is no candidate with this id.');
}
