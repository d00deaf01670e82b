import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { demand } from '@app/platform/errors/demand.js';
import { mayWorkPipeline } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CandidaciesService } from '@app/pipeline/candidacies.service.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { DEFAULT_PAGE, pageOf, type Page, type PageRequest } from '@app/platform/lists/page.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { Clock } from '@app/platform/time/clock.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { CheckInsRepository } from './check-ins.repository.js';
import {
  checkInPlan,
  decideCheckInDone,
  decideCheckInUndone,
  UNKNOWN_OFFER,
  type CheckInRefusal,
} from './check-ins.rules.js';
import type { CheckIn, CheckInErrorCode, DoCheckIn } from './check-ins.types.js';
import { CHECK_IN_DONE, CHECK_IN_UNDONE } from './placements.events.js';

const NOT_ALLOWED = 'Only people at the firm can change check-ins.';

/** The conversations a firm owes whom it has placed. They follow from the offer; only that they were held is recorded. */
@Injectable()
export class CheckInsService {
  constructor(
    private readonly database: Database,
    private readonly repository: CheckInsRepository,
    private readonly candidacies: CandidaciesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Of one offer; without one, what is still to be held in the searches this person works on, by the day it is due. */
  async list(actor: Actor, filter: { offerId?: string; until?: LocalDate }, page: PageRequest): Promise<Page<CheckIn>> {
    const { db } = this.database;
    const rows = await this.repository.list(db, actor, filter, page);
    const { offerId } = filter;
    if (rows.length === 0 && offerId && !(await this.repository.knowsOffer(db, actor, offerId))) refuse(UNKNOWN_OFFER);
    const { items, next } = pageOf(rows, page.limit ?? DEFAULT_PAGE, ({ dueKey, id }) => [dueKey, id]);
    return { items: items.map(({ dueKey: _, ...checkIn }) => checkIn), next };
  }

  /** Makes, moves and removes what an offer's start date asks for, in the transaction that changed it. */
  async plan(tx: Transaction, firmId: string, offerId: string): Promise<void> {
    const placement = await this.repository.placement(tx, firmId, offerId);
    if (!placement) return;
    const { startDate, signals } = placement;
    await this.repository.replacePlan(tx, firmId, placement, startDate ? checkInPlan(startDate, signals) : []);
  }

  async markDone(actor: Actor, checkInId: string, { version, note }: DoCheckIn): Promise<CheckIn> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => {
      const checkIn = await this.lock(tx, actor, checkInId, version);
      refuse(decideCheckInDone(checkIn.doneAt));
      const done = { at: this.clock.now(), by: actor.userId, note: note ?? null };
      await this.repository.setDone(tx, actor.firmId, checkInId, done);
      await this.record(tx, actor, checkIn, CHECK_IN_DONE);
      return this.load(tx, actor, checkInId);
    });
  }

  /** Opens a check-in again that was marked as done; it is due when the start date now says. */
  async markUndone(actor: Actor, checkInId: string, version: number): Promise<CheckIn> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => {
      const checkIn = await this.lock(tx, actor, checkInId, version);
      refuse(decideCheckInUndone(checkIn.doneAt));
      await this.repository.setDone(tx, actor.firmId, checkInId, null);
      await this.record(tx, actor, checkIn, CHECK_IN_UNDONE);
      const undone = await this.load(tx, actor, checkInId);
      await this.plan(tx, actor.firmId, checkIn.offerId);
      return (await this.repository.find(tx, actor, checkInId)) ?? undone;
    });
  }

  /** Locks the search and the candidacy, as everywhere, and reads the check-in behind that lock. */
  private async lock(tx: Transaction, actor: Actor, checkInId: string, version: number): Promise<CheckIn> {
    const { candidacyId } = await this.load(tx, actor, checkInId);
    await this.candidacies.lock(tx, actor, candidacyId, null);
    const current = await this.load(tx, actor, checkInId);
    if (current.version === version) return current;
    throw new DomainError<CheckInErrorCode>('stale_version', 'Somebody changed this check-in in the meantime.', {
      current,
    });
  }

  private async load(tx: Transaction, actor: Actor, checkInId: string): Promise<CheckIn> {
    const checkIn = await this.repository.find(tx, actor, checkInId);
    if (checkIn) return checkIn;
    throw new DomainError<CheckInErrorCode>(
      'check_in_not_found',
      'There is no check-in with this id, or you are not on the team of its search.',
    );
  }

  private async record(
    tx: Transaction,
    actor: Actor,
    { id, offerId, day, search }: CheckIn,
    fact: string,
  ): Promise<void> {
    const detail = { offerId, searchId: search.id, day };
    await this.audit.fact(tx, actor, { fact, subject: ['check_in', id], about: search.id, detail });
  }
}

function refuse(refused: CheckInRefusal | null): void {
  if (refused) throw new DomainError(refused.code, refused.sentence);
}
