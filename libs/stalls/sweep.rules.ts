import { localDayOf, startOfLocalDay } from '@app/platform/time/zone.js';
import { stageBudgets } from '@app/clocks/budgets.rules.js';
import type { CandidacyFacts, FlagDecision, SearchFacts } from '@app/clocks/clocks.types.js';
import type {
  AssessedSearch,
  CandidacyRow,
  FlagRow,
  HoldRow,
  OfficeRow,
  SearchRow,
  StageRow,
  Telling,
} from './stalls.types.js';

export interface FirmClocks {
  readonly offices: readonly OfficeRow[];
  readonly stages: readonly StageRow[];
}

/** Puts rows together into the facts of each search. An unknown stage or office is a broken database, not a quiet default. */
export function gatherFacts(
  searches: readonly SearchRow[],
  candidacies: readonly CandidacyRow[],
  holds: readonly HoldRow[],
  { offices, stages }: FirmClocks,
): SearchFacts[] {
  const calendars = new Map(offices.map((office) => [office.id, office]));
  const budgets = stageBudgets(stages);
  const stageOf = new Map(stages.map((stage, i) => [stage.id, { ...stage, budgetDays: budgets[i] ?? null }]));
  const people = groupBy(candidacies, (row) => row.searchId);
  const pauses = groupBy(holds, (row) => row.searchId);
  return searches.map((search) => {
    const calendar = calendars.get(search.officeId);
    if (!calendar) throw new Error(`search ${search.searchId} has no office`);
    return {
      ...search,
      calendar,
      holds: pauses.get(search.searchId) ?? [],
      candidacies: (people.get(search.searchId) ?? []).map((row) => candidacyFacts(row, stageOf)),
    };
  });
}

function candidacyFacts(row: CandidacyRow, stageOf: ReadonlyMap<string, StageRow>): CandidacyFacts {
  const stage = stageOf.get(row.stageId);
  if (!stage) throw new Error(`candidacy ${row.candidacyId} stands in an unknown stage`);
  // spelled out: spreading a row of the driver costs more than all the rules together
  return {
    candidacyId: row.candidacyId,
    candidateRef: row.candidateRef,
    stageKind: stage.kind,
    stageLabel: stage.label,
    stageBudgetDays: stage.budgetDays,
    stageSince: row.stageSince,
    stageKey: row.stageKey,
    windowKey: row.windowKey,
    windowOpenedAt: row.windowOpenedAt,
    offerExtendedAt: row.offerExtendedAt,
    zone: null,
  };
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
export function planSweep({ facts, assessment }: AssessedSearch, live: readonly FlagRow[], now: Date): SweepPlan {
  const standing = new Map(live.map((row) => [episodeOf(row), row]));
  const wanted = new Set(assessment.flags.map(episodeOf));
  const plan: SweepPlan = { raise: [], clear: [], suspend: [], nextCheckAt: nextLook({ facts, assessment }, now) };
  for (const flag of assessment.flags) {
    if (!isOnRecord(flag, standing.get(episodeOf(flag)))) plan.raise.push(flag);
  }
  for (const row of live) {
    if (wanted.has(episodeOf(row))) continue;
    if (!isPaused(row, facts, assessment.health === 'on_hold'))
      plan.clear.push({ id: row.id, reason: clearedBecause(row, facts, assessment.flags) });
    else if (row.state === 'open') plan.suspend.push(row.id);
  }
  return plan;
}

const episodeOf = (flag: { rule: string; subjectId: string; episodeKey: string }): string =>
  `${flag.rule} ${flag.subjectId} ${flag.episodeKey}`;

function isOnRecord(flag: FlagDecision, row: FlagRow | undefined): boolean {
  return row?.state === 'open' && row.severity === flag.severity && telling(row) === telling(flag);
}

/** All that a flag says, with its keys in one order: the next step changes with the stage, the numbers with the day. */
function telling({ since, deadline, basis, evidence, sentence, nextStep }: Telling): string {
  return JSON.stringify([since, deadline, basis, evidence, sentence, nextStep], (_, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A hold stops working-day clocks without ending their episodes; the market window goes on. */
function isPaused(row: FlagRow, facts: SearchFacts, onHold: boolean): boolean {
  return onHold && currentKey(row, facts) === row.episodeKey && !row.rule.startsWith('window');
}

function clearedBecause(row: FlagRow, facts: SearchFacts, standing: readonly FlagDecision[]): ClearedReason {
  if (facts.status === 'closed' || facts.status === 'placed') return 'closed';
  const key = currentKey(row, facts);
  if (key === null) return 'closed';
  if (key !== row.episodeKey) return 'progress';
  const closed = standing.some(({ rule, subjectId }) => rule === 'window_closed' && subjectId === row.subjectId);
  return row.rule === 'window_closing' && closed ? 'replaced' : 'policy';
}

/** The fact this flag's clock runs from now; null when its candidacy is over. */
function currentKey(row: FlagRow, facts: SearchFacts): string | null {
  if (row.subjectId === facts.searchId) return facts.progressKey;
  const candidacy = facts.candidacies.find(({ candidacyId }) => candidacyId === row.subjectId);
  if (!candidacy) return null;
  if (!row.rule.startsWith('window')) return candidacy.stageKey;
  return candidacy.offerExtendedAt ? STOPPED : (candidacy.windowKey ?? STOPPED);
}

/** No fact is called this: an offer stops the window, and a correction may undo its opening. */
const STOPPED = '';

/** Besides the rules' own next moment: a standing flag counts days, so its sentence is told anew each local morning. */
function nextLook({ facts, assessment }: AssessedSearch, now: Date): Date | null {
  if (assessment.flags.length === 0) return assessment.nextCheckAt;
  const { zone } = facts.calendar;
  const morning = startOfLocalDay(localDayOf(now, zone) + 1, zone);
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
