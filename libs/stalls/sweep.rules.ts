import { deadlineInstant, type OfficeCalendar } from '@app/platform/time/working-calendar.js';
import { localDayOf, startOfLocalDay } from '@app/platform/time/zone.js';
import { budgetsAhead, processUnder, totalBudget } from '@app/stages/budgets.rules.js';
import { reaches } from '@app/clocks/clocks.rules.js';
import type { Arrivals, CandidacyFacts, FlagDecision, OfferFacts, SearchFacts } from '@app/clocks/clocks.types.js';
import type { StageKind } from '@app/stages/stages.types.js';
import { isStallRule, stallRule } from '@app/clocks/stall-rules.rules.js';
import type { Policy, PolicyOf } from '@app/limits/limits.types.js';
import { plusDays } from '@app/platform/time/local-date.js';
import type {
  AssessedSearch,
  CandidacyRow,
  ClientCalendarRow,
  FlagRow,
  OfferRow,
  OfficeRow,
  SearchRow,
  SearchRows,
  StageRow,
  Telling,
} from './stalls.types.js';

export interface FirmClocks {
  readonly offices: readonly OfficeRow[];
  /** of the clients that keep days of their own */
  readonly clients: readonly ClientCalendarRow[];
  readonly stages: readonly StageRow[];
  readonly policyOf: PolicyOf;
}

/** A search's facts and the limits they are held against. */
export interface Gathered {
  readonly facts: SearchFacts;
  readonly policy: Policy;
}

const NOBODY_CAME: Arrivals = { presentedAndGone: 0, presentedKey: null, assessedKey: null };

/**
 * Puts rows together into the facts of each search. An unknown stage or office is a broken database, not a quiet default.
 * Facts are spelled out: a copy of a row of the driver is a slow object for good, and costs more than all the rules together.
 */
export function gatherFacts(rows: SearchRows, clocks: FirmClocks): Gathered[] {
  const calendarOf = calendarLookup(clocks);
  const processOf = processLookup(clocks.stages);
  const people = groupBy(rows.candidacies, (row) => row.searchId);
  const pauses = groupBy(rows.holds, (row) => row.searchId);
  const offers = groupBy(rows.offers, (row) => row.searchId);
  const arrivals = new Map(rows.arrivals.map((row) => [row.searchId, row]));
  return rows.searches.map((search) => {
    const policy = clocks.policyOf(search);
    const process = processOf(policy);
    const live = people.get(search.searchId) ?? [];
    const candidacies = live.map((row) => candidacyFacts(row, process));
    const facts: SearchFacts = {
      searchId: search.searchId,
      searchRef: search.searchRef,
      status: search.status,
      episodeId: search.episodeId,
      episodeOpenedAt: search.episodeOpenedAt,
      reopened: search.reopened,
      targetDate: search.targetDate,
      progressKey: search.progressKey,
      lastProgressAt: search.lastProgressAt,
      decisionMakerKey: search.decisionMakerKey,
      decisionMakerAt: search.decisionMakerAt,
      calendar: calendarOf(search),
      holds: pauses.get(search.searchId) ?? [],
      candidacies,
      offers: (offers.get(search.searchId) ?? []).flatMap((row) => offerFacts(row, candidacies)),
      arrivals: arrivals.get(search.searchId) ?? NOBODY_CAME,
      wholeBudgetDays: process.wholeDays,
      moreInSourcing: live.reduce((sum, { more = 0 }) => sum + more, 0),
    };
    return { facts, policy };
  });
}

/** The calendar of an office, and where the client keeps days of its own of both: one object for each pair. */
export function calendarLookup({ offices, clients }: Pick<FirmClocks, 'offices' | 'clients'>) {
  const ofOffice = new Map(offices.map((office) => [office.id, office]));
  const ofClient = new Map(clients.map((client) => [client.clientId, client]));
  const pairs = new Map<string, OfficeCalendar>();
  return ({ searchId, officeId, clientId }: Pick<SearchRow, 'searchId' | 'officeId' | 'clientId'>): OfficeCalendar => {
    const office = ofOffice.get(officeId);
    if (!office) throw new Error(`search ${searchId} has no office`);
    const client = ofClient.get(clientId);
    if (!client) return office;
    const pair = `${officeId} ${clientId}`;
    const calendar: OfficeCalendar = pairs.get(pair) ?? { ...office, client };
    pairs.set(pair, calendar);
    return calendar;
  };
}

interface StageAhead {
  readonly stage: StageRow;
  readonly aheadDays: number;
}

interface Process {
  readonly stageOf: ReadonlyMap<string, StageAhead>;
  readonly wholeDays: number;
}

function processLookup(stages: readonly StageRow[]): (policy: Policy) => Process {
  const known = new Map<Policy, Process>();
  return (policy) => {
    const process = known.get(policy) ?? processOf(processUnder(stages, policy.stageBudgets));
    known.set(policy, process);
    return process;
  };
}

function processOf(stages: readonly StageRow[]): Process {
  const ahead = budgetsAhead(stages);
  return {
    stageOf: new Map(stages.map((stage, i) => [stage.id, { stage, aheadDays: ahead[i] ?? 0 }])),
    wholeDays: totalBudget(stages),
  };
}

function offerFacts(row: OfferRow, candidacies: readonly CandidacyFacts[]): OfferFacts[] {
  const { offerId, candidacyId, extendedAt, expiresAt } = row;
  const candidacy = candidacies.find((one) => one.candidacyId === candidacyId);
  return candidacy ? [{ offerId, candidacyId, candidateRef: candidacy.candidateRef, extendedAt, expiresAt }] : [];
}

function candidacyFacts(row: CandidacyRow, { stageOf }: Process): CandidacyFacts {
  const known = stageOf.get(row.stageId);
  if (!known) throw new Error(`candidacy ${row.candidacyId} stands in an unknown stage`);
  const { stage, aheadDays } = known;
  return {
    candidacyId: row.candidacyId,
    candidateRef: row.candidateRef,
    stageKind: stage.kind,
    stageLabel: stage.label,
    stageBudgetDays: stage.budgetDays,
    stageSince: new Date(row.stageSince),
    stageKey: row.stageKey,
    windowKey: row.windowKey,
    windowOpenedAt: momentOf(row.windowOpenedAt),
    offerExtendedAt: momentOf(row.offerExtendedAt),
    clientTurnKey: row.clientTurnKey,
    clientTurnAt: momentOf(row.clientTurnAt),
    presentedAt: momentOf(row.presentedAt),
    budgetAheadDays: aheadDays,
  };
}

const momentOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

/** Searches that have too few people for slate or pipeline, among those live: only they are asked how far the others came. */
export function withFewPeople(rows: Pick<SearchRows, 'searches' | 'candidacies'>, clocks: FirmClocks): string[] {
  const process = new Map(clocks.stages.map(({ id, kind }) => [id, kind]));
  const people = groupBy(rows.candidacies, (row) => row.searchId);
  return rows.searches.flatMap((search) => {
    const { slateSize, thinPipelineSize } = clocks.policyOf(search);
    const live = people.get(search.searchId) ?? [];
    const far = (wanted: StageKind) =>
      live.filter(({ stageId }) => reaches(process.get(stageId) ?? 'sourcing', wanted));
    const enough = far('presented').length >= slateSize && far('assessed').length >= thinPipelineSize;
    return enough ? [] : [search.searchId];
  });
}

/** When a flag raised now goes to the lead partner unless somebody acknowledges it; holds do not wait for people. */
export function escalationMoment({ facts, policy }: Gathered, now: Date): Date | null {
  return deadlineInstant(now, policy.escalateAfterDays, facts.calendar, []);
}

/** `replaced`: a later rung of the same ladder stands in its place. */
export type ClearedReason = 'progress' | 'closed' | 'replaced' | 'policy';

export interface SweepPlan {
  readonly raise: FlagDecision[];
  readonly clear: { readonly id: string; readonly reason: ClearedReason }[];
  readonly suspend: string[];
  readonly nextCheckAt: Date | null;
}

/** What must change so that the flags on record are the flags the rules give. */
export function planSweep(
  { facts, policy, assessment }: AssessedSearch,
  live: readonly FlagRow[],
  now: Date,
): SweepPlan {
  const recorded = new Map(live.map((row) => [episodeOf(row), row]));
  const wanted = new Set(assessment.flags.map(episodeOf));
  const plan: SweepPlan = { raise: [], clear: [], suspend: [], nextCheckAt: nextLook({ facts, assessment }, now) };
  for (const flag of assessment.flags) {
    if (!isOnRecord(flag, recorded.get(episodeOf(flag)))) plan.raise.push(flag);
  }
  for (const row of live) {
    if (wanted.has(episodeOf(row))) continue;
    if (!isPaused(row, facts, assessment.health === 'on_hold'))
      plan.clear.push({ id: row.id, reason: clearedBecause(row, { facts, policy }, assessment.flags) });
    else if (row.state === 'open') plan.suspend.push(row.id);
  }
  return plan;
}

const episodeOf = (flag: { rule: string; subjectId: string; episodeKey: string }): string =>
  `${flag.rule} ${flag.subjectId} ${flag.episodeKey}`;

function isOnRecord(flag: FlagDecision, row: FlagRow | undefined): boolean {
  return row?.state === 'open' && row.severity === flag.severity && TOLD.every((part) => isSame(row[part], flag[part]));
}

/** All that a flag says: the next step changes with the stage, the numbers with the day. */
const TOLD: readonly (keyof Telling)[] = ['sentence', 'nextStep', 'since', 'deadline', 'evidence', 'basis'];

/** Whether what came back from the record, where moments are texts and keys have an order of their own, is what was decided. */
function isSame(recorded: unknown, decided: unknown): boolean {
  if (decided instanceof Date) {
    return recorded instanceof Date ? recorded.getTime() === decided.getTime() : recorded === decided.toISOString();
  }
  if (!isObject(decided) || !isObject(recorded)) return recorded === decided;
  const keys = Object.keys(decided);
  return (
    Array.isArray(recorded) === Array.isArray(decided) &&
    keys.length === Object.keys(recorded).length &&
    keys.every((key) => isSame(recorded[key], decided[key]))
  );
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A hold stops working-day clocks without ending their episodes; the market window goes on. */
function isPaused(row: FlagRow, facts: SearchFacts, onHold: boolean): boolean {
  return onHold && keyOf(row, facts) === row.episodeKey && stallRule(row.rule).pausedByHold;
}

function clearedBecause(row: FlagRow, { facts, policy }: Gathered, decided: readonly FlagDecision[]): ClearedReason {
  if (facts.status === 'closed' || facts.status === 'placed') return 'closed';
  const key = keyOf(row, facts);
  if (key === null) return 'closed';
  if (key !== row.episodeKey) return 'progress';
  const { endsBy, replacedBy } = stallRule(row.rule);
  if (endsBy === 'anybody' && policyVersionOf(row) === policy.version) return 'progress';
  const replaced = decided.some(({ rule, subjectId }) => rule === replacedBy && subjectId === row.subjectId);
  return replaced ? 'replaced' : 'policy';
}

const policyVersionOf = ({ basis }: FlagRow): unknown => (basis as { policyVersion?: unknown }).policyVersion;

/** A rule that this version does not have, because a later one raised the flag and was taken back, has no episode. */
const keyOf = ({ rule, subjectId }: FlagRow, facts: SearchFacts): string | null =>
  isStallRule(rule) ? stallRule(rule).episodeKey(facts, subjectId) : null;

/** Besides the rules' own next moment: an open flag counts days, so its sentence is told anew each local morning. */
function nextLook({ facts, assessment }: Pick<AssessedSearch, 'facts' | 'assessment'>, now: Date): Date | null {
  if (assessment.flags.length === 0) return assessment.nextCheckAt;
  const { zone } = facts.calendar;
  const morning = startOfLocalDay(plusDays(localDayOf(now, zone), 1), zone);
  return assessment.nextCheckAt && assessment.nextCheckAt < morning ? assessment.nextCheckAt : morning;
}

/** Rows by key, in the order they came. */
export function groupBy<K, V>(rows: readonly V[], keyOf: (row: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
