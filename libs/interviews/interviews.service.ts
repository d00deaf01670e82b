import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { demand } from '@app/platform/errors/demand.js';
import { mayWorkPipeline } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CandidaciesService, candidacyNotFound, type Locked } from '@app/pipeline/candidacies.service.js';
import { PipelineService } from '@app/pipeline/pipeline.service.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { changesTo } from '@app/platform/values/given.js';
import { newId } from '@app/platform/database/id.js';
import { DEFAULT_PAGE, pageOf, type Page, type PageRequest } from '@app/platform/lists/page.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { Clock } from '@app/platform/time/clock.js';
import { formatLocalMoment } from '@app/platform/time/zone.js';
import { interviewNotFound } from './diary.service.js';
import { INTERVIEW_CANCELLED, INTERVIEW_CHANGED, INTERVIEW_RESTORED, INTERVIEW_SET } from './interviews.events.js';
import { InterviewsRepository, type StoredInterview } from './interviews.repository.js';
import {
  decideCancelling,
  decideChange,
  decideRestoring,
  decideSetting,
  type InterviewRefusal,
} from './interviews.rules.js';
import type { EditInterview, Interview, SetInterview } from './interviews.types.js';

const NOT_ALLOWED = 'Only people at the firm can set interviews.';
const SHOWN_AT_ONCE = 100;

/** Interviews of candidates with the client. Setting one is progress; holding one is logged as an activity. */
@Injectable()
export class InterviewsService {
  constructor(
    private readonly database: Database,
    private readonly repository: InterviewsRepository,
    private readonly candidacies: CandidaciesService,
    private readonly pipeline: PipelineService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Of one candidacy, the latest first. */
  async ofCandidacy(actor: Actor, candidacyId: string): Promise<{ items: Interview[] }> {
    const db = this.database.db;
    if (!(await this.repository.maySee(db, actor, candidacyId))) throw candidacyNotFound();
    const rows = await this.repository.ofCandidacy(db, actor, candidacyId, SHOWN_AT_ONCE);
    return { items: rows.map((row) => this.asSeen(row, actor)) };
  }

  /** Still to be held, in the searches this person works on, the next one first. */
  async upcoming(actor: Actor, { from, to }: { from?: Date; to?: Date }, page: PageRequest): Promise<Page<Interview>> {
    const stretch = { from: from ?? this.clock.now(), to: to ?? null };
    const rows = await this.repository.upcoming(this.database.db, actor, stretch, page);
    const { items, next } = pageOf(rows, page.limit ?? DEFAULT_PAGE, ({ startsKey, id }) => [startsKey, id]);
    return { items: items.map(({ startsKey: _, ...row }) => this.asSeen(row, actor)), next };
  }

  /** Puts an interview in the diary, which counts as progress of the candidacy and of the search. */
  async setInterview(actor: Actor, candidacyId: string, input: SetInterview): Promise<Interview> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    const { firmId, userId: setBy } = actor;
    return this.database.transaction(async (tx) => {
      const locked = await this.candidacies.lock(tx, actor, candidacyId, null);
      refuse(decideSetting(locked.standing, input, this.clock.now()));
      const id = newId();
      const { search, candidacy } = locked;
      const { candidateId } = candidacy;
      await this.repository.insert(tx, { ...input, id, firmId, candidacyId, searchId: search.id, candidateId, setBy });
      const interview = await this.load(tx, actor, id);
      await this.pipeline.interviewSet(tx, actor, locked, sentenceOf(interview, this.clock.now()));
      return this.recorded(tx, actor, interview, INTERVIEW_SET);
    });
  }

  async changeInterview(actor: Actor, interviewId: string, { version, ...given }: EditInterview): Promise<Interview> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => {
      const { interview, locked } = await this.lock(tx, actor, interviewId, version);
      const changes = changesTo(interview, given);
      if (!changes) return this.asSeen(interview, actor);
      const changed = { ...interview, ...changes };
      refuse(decideChange(locked.standing, interview, changed, this.clock.now()));
      await this.repository.update(tx, actor.firmId, changed);
      return this.recorded(tx, actor, interview, INTERVIEW_CHANGED, { changed: Object.keys(changes) });
    });
  }

  /** Takes an interview out of the diary. That it had been set stays a fact, and the clocks stay where it moved them. */
  async cancelInterview(actor: Actor, interviewId: string, version: number): Promise<Interview> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => {
      const { interview } = await this.lock(tx, actor, interviewId, version);
      const now = this.clock.now();
      refuse(decideCancelling(interview, now));
      await this.repository.setCancelled(tx, actor.firmId, interviewId, now);
      return this.recorded(tx, actor, interview, INTERVIEW_CANCELLED);
    });
  }

  /** Undoes a cancellation; nobody agreed on anything new, so it is no progress. */
  async restoreInterview(actor: Actor, interviewId: string, version: number): Promise<Interview> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => {
      const { interview, locked } = await this.lock(tx, actor, interviewId, version);
      refuse(decideRestoring(locked.standing, interview, this.clock.now()));
      await this.repository.setCancelled(tx, actor.firmId, interviewId, null);
      return this.recorded(tx, actor, interview, INTERVIEW_RESTORED);
    });
  }

  /** Locks the search and the candidacy, as everywhere, and reads the interview behind that lock. */
  private async lock(
    tx: Transaction,
    actor: Actor,
    interviewId: string,
    version: number,
  ): Promise<{ interview: StoredInterview; locked: Locked }> {
    const { candidacyId } = await this.load(tx, actor, interviewId);
    const locked = await this.candidacies.lock(tx, actor, candidacyId, null);
    const interview = await this.load(tx, actor, interviewId);
    if (interview.version !== version) {
      const current = this.asSeen(interview, actor);
      throw new DomainError('stale_version', 'Somebody changed this interview in the meantime.', { current });
    }
    return { interview, locked };
  }

  private async load(tx: Transaction, actor: Actor, interviewId: string): Promise<StoredInterview> {
    const interview = await this.repository.find(tx, actor, interviewId);
    if (!interview) throw interviewNotFound();
    return interview;
  }

  private asSeen({ live, onTeam: _, calledOffAt: __, ...interview }: StoredInterview, actor: Actor): Interview {
    const now = this.clock.now();
    const mayWork = mayWorkPipeline(actor);
    const { cancelledAt, startsAt, endsAt } = interview;
    return {
      ...interview,
      allowed: {
        change: mayWork && live && !cancelledAt && endsAt > now,
        cancel: mayWork && !cancelledAt && startsAt > now,
        restore: mayWork && live && cancelledAt !== null && endsAt > now,
      },
    };
  }

  private async recorded(
    tx: Transaction,
    actor: Actor,
    { id, candidacyId, search }: StoredInterview,
    fact: string,
    detail: Record<string, unknown> = {},
  ): Promise<Interview> {
    await this.audit.fact(tx, actor, {
      fact,
      subject: ['interview', id],
      about: search.id,
      detail: { candidacyId, searchId: search.id, ...detail },
    });
    return this.asSeen(await this.load(tx, actor, id), actor);
  }
}

/** "Tue 24 Nov 10:00, with the board"; it is read beside the day on which it was said. */
const sentenceOf = ({ startsAt, timeZone, withWhom }: StoredInterview, now: Date): string =>
  [formatLocalMoment(startsAt, timeZone, now), withWhom && `with ${withWhom}`].filter(Boolean).join(', ');

function refuse(refused: InterviewRefusal | null): void {
  if (refused) throw new DomainError(refused.code, refused.sentence);
}
