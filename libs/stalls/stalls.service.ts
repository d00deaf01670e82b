import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { LONG_PATIENCE_SECONDS } from '@app/platform/database/outage.js';
import { firmByFirm } from '@app/platform/firms/firm-by-firm.js';
import { announce } from '@app/platform/announcements/announcements.js';
import { Clock } from '@app/platform/time/clock.js';
import { assessSearch } from '@app/clocks/assess.rules.js';
import { processUnder } from '@app/stages/budgets.rules.js';
import { LimitsService } from '@app/limits/limits.service.js';
import type { PolicyOf } from '@app/limits/limits.types.js';
import { ClockFactsRepository } from './clock-facts.repository.js';
import { StallsRepository, type RaisedFlag } from './stalls.repository.js';
import { FLAG_ESCALATED, FLAG_WOKEN, FLAGS_RAISED } from './stalls.events.js';
import {
  calendarLookup,
  escalationMoment,
  gatherFacts,
  groupBy,
  planSweep,
  withFewPeople,
  type FirmClocks,
  type Gathered,
  type SweepPlan,
} from './sweep.rules.js';
import type { SearchFacts } from '@app/clocks/clocks.types.js';
import type { AssessedSearch, SearchClocks, SearchRow, SearchRows, SweepResult } from './stalls.types.js';

/** Searches locked and written in one transaction: small enough that progress never waits long for a sweep. */
const BATCH = 500;
/** So many new flags make a difference to how the database looks for them. */
const MANY_FLAGS = 100;
/** A backlog is worked off on several connections: one decides while others read and write. */
const LANES = 3;

const NOTHING_SWEPT: SweepResult = { searches: 0, raised: 0, cleared: 0, escalated: 0 };

@Injectable()
export class StallsService {
  constructor(
    private readonly database: Database,
    private readonly facts: ClockFactsRepository,
    private readonly repository: StallsRepository,
    private readonly limits: LimitsService,
    private readonly clock: Clock,
  ) {}

  /** Looks at every search whose next check has come and brings its flags up to date. Safe to run any number of times, anywhere. */
  async sweepDue(): Promise<SweepResult> {
    let total = NOTHING_SWEPT;
    const { db } = this.database;
    const failures = await firmByFirm(db, 'sweep', await this.repository.firmsWithSomethingDue(db), async (firmId) => {
      total = sum(total, await this.sweepFirm(firmId));
    });
    if (failures.size > 0) {
      throw new AggregateError(failures.values(), `${failures.size} firms could not be swept`);
    }
    return total;
  }

  /** The same for one firm. */
  async sweepFirm(firmId: string): Promise<SweepResult> {
    const clocks = await this.firmClocks(this.database.db, firmId);
    const due = await this.repository.countDue(this.database.db, firmId, LANES * BATCH);
    const lanes = Array.from({ length: Math.ceil(due / BATCH) }, () => this.sweepBatches(firmId, clocks));
    const swept = (await Promise.all(lanes)).reduce(sum, NOTHING_SWEPT);
    // advice for the planner; without it the sweep has been done all the same
    if (swept.raised >= MANY_FLAGS) await this.repository.learnSize(this.database.db).catch(() => undefined);
    return { ...swept, escalated: await this.escalate(firmId, this.clock.now()) };
  }

  /**
   * Brings the flags on record to what the facts gave at an earlier moment. All of it stays due, so that the next sweep
   * brings it up to date again.
   */
  async sweepAsOf(actor: Actor, at: Date): Promise<SweepResult> {
    const { firmId } = actor;
    const assessed = await this.assessFirm(actor, at);
    let total = NOTHING_SWEPT;
    for (let from = 0; from < assessed.length; from += BATCH) {
      const batch = assessed.slice(from, from + BATCH);
      const swept = await this.database.transaction(async (tx) => {
        await this.repository.lock(tx, firmId, idsOf(batch));
        return this.record(tx, firmId, batch, at, () => at);
      });
      total = sum(total, swept);
    }
    return { ...total, escalated: await this.escalate(firmId, at) };
  }

  /**
   * What the rules say of every running search now, or as of a moment from the facts up to it, which may take as long as
   * `patience` says. Changes nothing.
   */
  async assessFirm({ firmId }: Actor, at?: Date, patience = LONG_PATIENCE_SECONDS): Promise<AssessedSearch[]> {
    const clocks = await this.firmClocks(this.database.db, firmId);
    const rows = await (at ? this.rowsAt(firmId, at, patience) : this.rowsNow(firmId));
    return this.assess(gatherFacts(rows, clocks), at ?? this.clock.now());
  }

  /** What the rules know of one running search at present; null when it is not running. */
  async clocksOf(firmId: string, searchId: string): Promise<SearchClocks | null> {
    const clocks = await this.firmClocks(this.database.db, firmId);
    const rows = await this.rowsNow(firmId, searchId);
    const [gathered] = gatherFacts(rows, clocks);
    if (!gathered) return null;
    return {
      ...gathered,
      stages: processUnder(clocks.stages, gathered.policy.stageBudgets),
      stageOf: new Map(rows.candidacies.map(({ candidacyId, stageId }) => [candidacyId, stageId])),
    };
  }

  /** The calendar a search's working days are counted on, and its holds; also of one that has ended. */
  async calendarOf(firmId: string, searchId: string): Promise<Pick<SearchFacts, 'calendar' | 'holds'>> {
    const { db } = this.database;
    const search = await this.facts.officeAndClientOf(db, firmId, searchId);
    const [offices, clients] = [await this.facts.offices(db, firmId), await this.facts.clientCalendars(db, firmId)];
    const calendar = calendarLookup({ offices, clients })(search);
    return { calendar, holds: await this.facts.holds(db, firmId, [searchId], null) };
  }

  /** The limits that hold for each of a firm's searches. */
  policyOf(firmId: string): Promise<PolicyOf> {
    return this.limits.policyOf(this.database.db, firmId);
  }

  private async rowsNow(firmId: string, searchId: string | null = null): Promise<SearchRows> {
    const { db } = this.database;
    const [searches, candidacies] = await this.facts.runningNow(db, firmId, searchId);
    return { searches, candidacies, ...(await this.restOf(db, firmId, searches)) };
  }

  private async rowsAt(firmId: string, at: Date, patience: number): Promise<SearchRows> {
    const { db } = this.database;
    const [[searches, candidacies], arrivals] = await Promise.all([
      this.facts.runningAt(this.database, firmId, at, patience),
      this.facts.arrivalsAt(this.database, firmId, at, patience),
    ]);
    const ids = searches.map(({ searchId }) => searchId);
    const holds = await this.facts.holds(db, firmId, ids, at);
    const offers = await this.facts.offers(db, firmId, ids, at);
    return { searches, candidacies, arrivals, holds, offers };
  }

  /** `few`: the searches whose arrivals matter. */
  private async restOf(db: Transaction, firmId: string, searches: readonly SearchRow[], few?: string[]) {
    const ids = searches.map(({ searchId }) => searchId);
    return {
      holds: await this.facts.holds(db, firmId, ids, null),
      offers: await this.facts.offers(db, firmId, ids, null),
      arrivals: await this.facts.arrivals(db, firmId, few ?? ids),
    };
  }

  private async firmClocks(db: Transaction, firmId: string): Promise<FirmClocks> {
    return {
      offices: await this.facts.offices(db, firmId),
      clients: await this.facts.clientCalendars(db, firmId),
      stages: await this.facts.stages(db, firmId),
      policyOf: await this.limits.policyOf(db, firmId),
    };
  }

  /** Batch after batch until nothing is due that nobody else has in hand. */
  private async sweepBatches(firmId: string, clocks: FirmClocks): Promise<SweepResult> {
    let total = NOTHING_SWEPT;
    for (let found = BATCH; found === BATCH;) {
      const batch = await this.database.transaction((tx) => this.sweepBatch(tx, firmId, clocks));
      total = sum(total, batch);
      found = batch.searches;
    }
    return total;
  }

  private async sweepBatch(tx: Transaction, firmId: string, clocks: FirmClocks): Promise<SweepResult> {
    await this.repository.asSweep(tx);
    const searches = await this.facts.lockDue(tx, firmId, BATCH);
    if (searches.length === 0) return NOTHING_SWEPT;
    const now = this.clock.now();
    const assessed = await this.assessLocked(tx, firmId, { searches, clocks, now });
    // the end of a hold is the one fact that may be known ahead: when it has come, the search runs again by itself
    const resumed = assessed.filter((one) => one.facts.status === 'on_hold' && one.assessment.health !== 'on_hold');
    if (resumed.length > 0) await this.repository.resume(tx, firmId, idsOf(resumed));
    return this.record(tx, firmId, assessed, now, (plan) => plan.nextCheckAt);
  }

  /** Writes what has changed about searches that this transaction holds locked. */
  private async record(
    tx: Transaction,
    firmId: string,
    assessed: readonly AssessedSearch[],
    now: Date,
    nextCheck: (plan: SweepPlan) => Date | null,
  ): Promise<SweepResult> {
    const ids = idsOf(assessed);
    const live = groupBy(await this.repository.liveFlags(tx, firmId, ids), (row) => row.searchId);
    const plans = assessed.map((search) => planSweep(search, live.get(search.facts.searchId) ?? [], now));
    const escalations = assessed.map((search, i) => (plans[i]?.raise.length ? escalationMoment(search, now) : null));
    const cleared = plans.flatMap((plan) => plan.clear);
    const suspended = plans.flatMap((plan) => plan.suspend);
    const raise = plans.flatMap((plan, i): RaisedFlag[] =>
      plan.raise.map((flag) => ({ flag, searchId: ids[i] ?? flag.subjectId, escalateAt: escalations[i] ?? null })),
    );
    if (cleared.length > 0) await this.repository.clear(tx, firmId, cleared);
    if (suspended.length > 0) await this.repository.suspend(tx, firmId, suspended);
    const raised = raise.length > 0 ? await this.repository.raise(tx, firmId, raise) : 0;
    if (raised > 0) await announce(tx, firmId, FLAGS_RAISED, firmId);
    await this.repository.setNextChecks(tx, firmId, ids, plans.map(nextCheck));
    return { searches: ids.length, raised, cleared: cleared.length, escalated: 0 };
  }

  private async assessLocked(
    tx: Transaction,
    firmId: string,
    { searches, clocks, now }: { searches: SearchRow[]; clocks: FirmClocks; now: Date },
  ): Promise<AssessedSearch[]> {
    const ids = searches.map(({ searchId }) => searchId);
    const sourcing = clocks.stages.filter(({ kind }) => kind === 'sourcing').map(({ id }) => id);
    const candidacies = await this.facts.liveCandidacies(tx, firmId, ids, sourcing);
    const rest = await this.restOf(tx, firmId, searches, withFewPeople({ searches, candidacies }, clocks));
    return this.assess(gatherFacts({ searches, candidacies, ...rest }, clocks), now);
  }

  private assess(gathered: readonly Gathered[], now: Date): AssessedSearch[] {
    return gathered.map(({ facts, policy }) => ({ facts, policy, assessment: assessSearch(facts, policy, now) }));
  }

  /** Ends snoozes, then hands what nobody took in hand in time to the lead partner; of any search, due or not. */
  private async escalate(firmId: string, now: Date): Promise<number> {
    for (let woken = BATCH; woken === BATCH;) {
      woken = await this.database.transaction((tx) => this.repository.wake(tx, firmId, FLAG_WOKEN, now, BATCH));
    }
    let total = 0;
    for (let found = BATCH; found === BATCH;) {
      total += await this.database.transaction(async (tx) => {
        const flagIds = await this.repository.lockUnanswered(tx, firmId, now, BATCH);
        const escalated = flagIds.length > 0 ? await this.repository.escalate(tx, firmId, FLAG_ESCALATED, flagIds) : 0;
        // flags that no longer stand are left to the sweep of their search
        found = escalated > 0 ? flagIds.length : 0;
        return escalated;
      });
    }
    return total;
  }
}

const idsOf = (assessed: readonly AssessedSearch[]): string[] => assessed.map(({ facts }) => facts.searchId);

const sum = (a: SweepResult, b: SweepResult): SweepResult => ({
  searches: a.searches + b.searches,
  raised: a.raised + b.raised,
  cleared: a.cleared + b.cleared,
  escalated: a.escalated + b.escalated,
});
