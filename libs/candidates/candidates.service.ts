import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { mayWorkPipeline } from '@app/identity/access.rules.js';
import { demand } from '@app/identity/access.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { DEFAULT_PAGE, pageOf, type Page, type PageRequest } from '@app/platform/database/page.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { announce } from '@app/platform/outbox/outbox.js';
import { Clock } from '@app/platform/time/clock.js';
import { CANDIDATE_ADDED, CANDIDATE_CHANGED } from './candidates.events.js';
import { CandidatesRepository, type StoredCandidate } from './candidates.repository.js';
import type {
  Candidate,
  CandidateErrorCode,
  CandidateFields,
  CandidateRow,
  EditCandidate,
} from './candidates.types.js';
import { marketWindow } from './market-window.rules.js';

const NOT_ALLOWED = 'Candidates are added and changed by the people of the firm.';

@Injectable()
export class CandidatesService {
  constructor(
    private readonly database: Database,
    private readonly repository: CandidatesRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** By name. `q`: every word must begin a word of the name, the title or the employer, whatever its accents. */
  async list(actor: Actor, q: string | undefined, page: PageRequest): Promise<Page<CandidateRow>> {
    const rows = await this.repository.list(this.database.reader, actor, q, page);
    return pageOf(rows, page.limit ?? DEFAULT_PAGE, ({ name, id }) => [name, id]);
  }

  async find(actor: Actor, candidateId: string): Promise<Candidate> {
    return this.current(this.database.reader, actor, candidateId);
  }

  async addCandidate(actor: Actor, fields: CandidateFields): Promise<Candidate> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => {
      const id = newId();
      await this.repository.insert(tx, actor.firmId, id, fields);
      await this.record(tx, actor, id, CANDIDATE_ADDED, {});
      return this.current(tx, actor, id);
    });
  }

  async editCandidate(actor: Actor, candidateId: string, { version, ...given }: EditCandidate): Promise<Candidate> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => {
      const candidate = await this.repository.lock(tx, actor.firmId, candidateId);
      if (!candidate) throw notFound();
      if (candidate.version !== version) {
        const current = await this.withCandidacies(tx, actor, candidate);
        throw new DomainError<CandidateErrorCode>(
          'stale_version',
          'Somebody changed this candidate in the meantime. Look at what it says now, then save again.',
          { current },
        );
      }
      const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      await this.repository.update(tx, actor.firmId, { ...candidate, ...changes });
      await this.record(tx, actor, candidateId, CANDIDATE_CHANGED, { changed: Object.keys(changes) });
      return this.current(tx, actor, candidateId);
    });
  }

  private async current(db: Transaction, actor: Actor, candidateId: string): Promise<Candidate> {
    const stored = await this.repository.find(db, actor.firmId, candidateId);
    if (!stored) throw notFound();
    return this.withCandidacies(db, actor, stored);
  }

  private async withCandidacies(db: Transaction, actor: Actor, stored: StoredCandidate): Promise<Candidate> {
    const now = this.clock.now();
    const candidacies = await this.repository.candidacies(db, actor, stored.id);
    return {
      ...stored,
      activeSearches: candidacies.filter(({ active }) => active).length,
      candidacies: candidacies.map(({ id, search, stageLabel, outcome, timeZone, ...facts }) => ({
        id,
        search,
        stageLabel,
        outcome,
        window: marketWindow(facts, timeZone, now),
      })),
    };
  }

  private async record(
    tx: Transaction,
    actor: Actor,
    candidateId: string,
    fact: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    const { firmId, userId: actorId } = actor;
    await this.audit.record(tx, {
      firmId,
      actorId,
      action: fact,
      subjectType: 'candidate',
      subjectId: candidateId,
      detail,
    });
    await announce(tx, firmId, fact, candidateId);
  }
}

function notFound(): DomainError<CandidateErrorCode> {
  return new DomainError('candidate_not_found', 'There is no candidate with this id.');
}
