import type { Health, Severity } from '@app/vocabulary/vocabulary.types.js';
import { assessSearch } from '@app/clocks/assess.rules.js';
import type { Policy } from '@app/limits/limits.types.js';
import { windowClosesAt } from '@app/limits/market-window.rules.js';
import { budgetsAhead, totalBudget } from '@app/stages/budgets.rules.js';
import type { CandidacyFacts, FlagDecision, SearchFacts, StallRuleName } from '@app/clocks/clocks.types.js';
import { forecastDay } from '@app/clocks/forecast.rules.js';
import {
  endOfLocalWorkingDay,
  endOfWorkingDay,
  localDateOf,
  localDayOf,
  startOfLocalDay,
} from '@app/platform/time/zone.js';
import { type LocalDate, plusDays } from '@app/platform/time/local-date.js';
import { candidacyOf } from './flags.rules.js';
import type { SearchClocks, StageRow } from '@app/stalls/stalls.types.js';
import type { Limits } from './flags.types.js';

/** What a person supposes about a search. Stage ids are the firm's; working days and limits as in its policy. */
export interface WhatIfChanges {
  stageBudgets?: Readonly<Record<string, number>>;
  /** two steps become one: the later stage's budget falls away and its people stand in the other */
  merge?: { readonly stageId: string; readonly laterStageId: string };
  limits?: Partial<Limits>;
  /** local dates of the office, at the close of business */
  offers?: readonly SupposedFor[];
  clientAnswers?: readonly SupposedFor[];
}

export interface SupposedFor {
  readonly candidacyId: string;
  readonly on: LocalDate;
}

export interface FlagSpan {
  /** at first */
  readonly severity: Severity;
  /** the moment from which the flag stands */
  readonly from: Date;
  /** the moment from which it says stalled; null: not within the horizon */
  readonly stalledFrom: Date | null;
  /** null: it still stands at the horizon */
  readonly until: Date | null;
}

export interface ExpectedFlag extends FlagSpan {
  readonly rule: StallRuleName;
  readonly subjectId: string;
  readonly candidacyId: string | null;
}

export interface FlagChange {
  readonly rule: StallRuleName;
  readonly candidacyId: string | null;
  readonly change: 'appears' | 'disappears' | 'moves' | 'stays';
  readonly before: FlagSpan | null;
  readonly after: FlagSpan | null;
}

/** When an offer would come if every stage took its budget, held against the market window. */
export interface WindowForecast {
  readonly candidacyId: string;
  readonly closesAt: Date;
  readonly offerAt: Date | null;
  readonly kept: boolean;
}

export interface WindowChange {
  readonly candidacyId: string;
  readonly before: WindowForecast;
  readonly after: WindowForecast;
}

/** Somebody live in the search, where they stand with the changes made. */
export interface SupposedPerson {
  readonly candidacyId: string;
  readonly name: string;
  readonly stageId: string;
}

export interface WhatIf {
  /** how many days ahead flags are looked for */
  readonly horizonDays: number;
  readonly health: { readonly before: Health; readonly after: Health };
  /** the process as supposed, with the budget of each stage */
  readonly stages: Pick<StageRow, 'id' | 'label' | 'kind' | 'budgetDays'>[];
  readonly people: SupposedPerson[];
  readonly flags: FlagChange[];
  readonly windows: WindowChange[];
}

/** Far more moments than the rules of one search have in a market window. */
const MOST_MOMENTS = 5000;

/** What would be, were budgets, stages, limits or a coming event other than they are. Nothing is written. */
export function whatIf(
  clocks: SearchClocks,
  changes: WhatIfChanges,
  now: Date,
  names: ReadonlyMap<string, string> = new Map(),
): WhatIf {
  const changed = applied(clocks, changes);
  const events = supposedEvents(clocks.facts, changes, now);
  // as long as a market window: whoever is won or lost is so by then
  const horizonDays = Math.max(clocks.policy.windowCloseDay, changed.policy.windowCloseDay);
  const horizon = horizonOf(clocks.facts, horizonDays, now);
  const before = expectedFlags(() => clocks.facts, clocks.policy, [now, horizon], []);
  const after = expectedFlags((at) => factsWith(changed.facts, events, at), changed.policy, [now, horizon], events);
  const offers = windowForecasts(clocks, [], now);
  const offersAfter = windowForecasts(changed, events, now);
  return {
    horizonDays,
    health: {
      before: assessSearch(clocks.facts, clocks.policy, now).health,
      after: assessSearch(factsWith(changed.facts, events, now), changed.policy, now).health,
    },
    stages: changed.stages
      .filter(({ archived }) => !archived)
      .map(({ id, label, kind, budgetDays }) => ({ id, label, kind, budgetDays })),
    people: changed.facts.candidacies.map(({ candidacyId }) => ({
      candidacyId,
      name: names.get(candidacyId) ?? '',
      stageId: changed.stageOf.get(candidacyId) ?? '',
    })),
    flags: flagChanges(before, after),
    windows: offers.map((forecast, i) => ({
      candidacyId: forecast.candidacyId,
      before: forecast,
      after: offersAfter[i] ?? forecast,
    })),
  };
}

/** Why these changes cannot be supposed of this search, as a sentence, or null when they can. */
export function whatIfRefusal({ facts, stages }: SearchClocks, changes: WhatIfChanges, now: Date): string | null {
  const { stageBudgets = {}, merge, offers = [], clientAnswers = [] } = changes;
  const stageIds = [...Object.keys(stageBudgets), ...(merge ? [merge.stageId, merge.laterStageId] : [])];
  if (stageIds.some((id) => !stages.some((stage) => stage.id === id))) return 'The firm has no such stage.';
  if (merge) {
    const [first, later] = [merge.stageId, merge.laterStageId].map((id) =>
      stages.findIndex((stage) => stage.id === id),
    );
    if (first === undefined || later === undefined || first >= later) {
      return 'A stage can only be merged into an earlier one.';
    }
  }
  const supposed = [...offers, ...clientAnswers];
  if (supposed.some(({ candidacyId }) => !facts.candidacies.some((one) => one.candidacyId === candidacyId))) {
    return 'Somebody named here is not live in this search.';
  }
  const today = localDateOf(now, facts.calendar.zone);
  return supposed.some(({ on }) => on < today) ? 'A supposed event has to be today or later.' : null;
}

/** The facts and limits as the changes to the process would have them; what is to come is not among them. */
export function applied(clocks: SearchClocks, { stageBudgets = {}, merge, limits = {} }: WhatIfChanges): SearchClocks {
  const later = merge && clocks.stages.find(({ id }) => id === merge.laterStageId);
  const merged = merge && later ? { into: merge.stageId, gone: later.id } : null;
  const stages = clocks.stages
    .filter(({ id }) => id !== merged?.gone)
    .map((stage) => ({ ...stage, budgetDays: stageBudgets[stage.id] ?? stage.budgetDays }));
  const stageOf = new Map(
    [...clocks.stageOf].map(([candidacyId, stageId]) => [
      candidacyId,
      merged && stageId === merged.gone ? merged.into : stageId,
    ]),
  );
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  const ahead = new Map(budgetsAhead(stages).map((days, i) => [stages[i]?.id, days]));
  const candidacies = clocks.facts.candidacies.map((candidacy) => {
    const stage = byId.get(stageOf.get(candidacy.candidacyId) ?? '');
    return inStage(candidacy, stage, ahead.get(stage?.id) ?? 0);
  });
  return {
    facts: { ...clocks.facts, candidacies, wholeBudgetDays: totalBudget(stages) },
    policy: { ...clocks.policy, ...given(limits) },
    stages,
    stageOf,
  };
}

/** A limit that is not named stays as it is. */
const given = (limits: Partial<Limits>): Partial<Limits> =>
  Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));

function inStage(candidacy: CandidacyFacts, stage: StageRow | undefined, budgetAheadDays: number): CandidacyFacts {
  if (!stage) return candidacy;
  const { kind: stageKind, label: stageLabel, budgetDays: stageBudgetDays } = stage;
  return { ...candidacy, stageKind, stageLabel, stageBudgetDays, budgetAheadDays };
}

/** Something supposed to happen to somebody, at the end of a working day to come. */
interface SupposedEvent {
  readonly candidacyId: string;
  readonly kind: 'offer' | 'client_answer';
  readonly at: Date;
}

function supposedEvents({ calendar }: SearchFacts, { offers = [], clientAnswers = [] }: WhatIfChanges, now: Date) {
  const on = (kind: SupposedEvent['kind'], supposed: readonly { candidacyId: string; on: LocalDate }[]) =>
    supposed.map(({ candidacyId, on: date }): SupposedEvent => {
      const at = endOfWorkingDay(date, calendar.zone);
      return { candidacyId, kind, at: at > now ? at : now };
    });
  return [...on('offer', offers), ...on('client_answer', clientAnswers)].sort((a, b) => +a.at - +b.at);
}

/** Each event is progress from its moment on, of its candidate and of the search. */
function factsWith(facts: SearchFacts, events: readonly SupposedEvent[], at: Date): SearchFacts {
  return events
    .filter((event) => event.at <= at)
    .reduce<SearchFacts>((known, event) => {
      const key = `${event.kind} ${event.candidacyId}`;
      return {
        ...known,
        status: event.kind === 'offer' && known.status === 'open' ? 'offer' : known.status,
        progressKey: key,
        lastProgressAt: event.at,
        candidacies: known.candidacies.map((one) => (one.candidacyId === event.candidacyId ? after(one, event) : one)),
      };
    }, facts);
}

/** The client owes them nothing any more; an offer also stops the window and brings them to the stage of offers. */
function after(candidacy: CandidacyFacts, { kind, at }: SupposedEvent): CandidacyFacts {
  const answered = { ...candidacy, clientTurnAt: null, clientTurnKey: null };
  if (kind === 'client_answer') return answered;
  return {
    ...answered,
    stageKind: 'offer',
    stageSince: at,
    budgetAheadDays: 0,
    offerExtendedAt: candidacy.offerExtendedAt ?? at,
  };
}

const horizonOf = ({ calendar: { zone } }: SearchFacts, days: number, now: Date): Date =>
  startOfLocalDay(plusDays(localDayOf(now, zone), days), zone);

/** Every flag that stands or will stand before the horizon if nothing else happens, by the rules themselves, moment by moment. */
function expectedFlags(
  factsAt: (at: Date) => SearchFacts,
  policy: Policy,
  [now, horizon]: readonly [Date, Date],
  events: readonly SupposedEvent[],
): ExpectedFlag[] {
  const found = new Map<string, ExpectedFlag>();
  let at: Date | null = now;
  for (let i = 0; at && at <= horizon && i < MOST_MOMENTS; i++) {
    const moment: Date = at;
    const { flags, nextCheckAt } = assessSearch(factsAt(moment), policy, moment);
    const present = new Set(flags.map(keyOf));
    for (const [key, flag] of found) {
      if (!flag.until && !present.has(key)) found.set(key, { ...flag, until: moment });
    }
    for (const flag of flags) {
      const known = found.get(keyOf(flag));
      found.set(
        keyOf(flag),
        known ? { ...known, stalledFrom: known.stalledFrom ?? stalledFrom(flag) } : expected(flag),
      );
    }
    at = earliest(nextCheckAt, events.find((event) => event.at > moment)?.at ?? null);
  }
  return [...found.values()];
}

/** One rule about one subject: a search or candidate that is first watched and then stalls has one flag. */
const keyOf = ({ rule, subjectId }: Pick<FlagDecision, 'rule' | 'subjectId'>): string => `${rule} ${subjectId}`;

const stalledFrom = ({ severity, deadline }: FlagDecision): Date | null => (severity === 'stalled' ? deadline : null);

const expected = (flag: FlagDecision): ExpectedFlag => ({
  rule: flag.rule,
  candidacyId: candidacyOf(flag),
  subjectId: flag.subjectId,
  severity: flag.severity,
  from: flag.deadline,
  stalledFrom: stalledFrom(flag),
  until: null,
});

const earliest = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b));

function flagChanges(before: readonly ExpectedFlag[], after: readonly ExpectedFlag[]): FlagChange[] {
  const was = new Map(before.map((flag) => [keyOf(flag), flag]));
  const is = new Map(after.map((flag) => [keyOf(flag), flag]));
  const changes = [...new Set([...was.keys(), ...is.keys()])].flatMap((key): FlagChange[] => {
    const [a, b] = [was.get(key), is.get(key)];
    const flag = b ?? a;
    if (!flag) return [];
    const { rule, candidacyId } = flag;
    const change = !a ? 'appears' : !b ? 'disappears' : isSame(a, b) ? 'stays' : 'moves';
    return [{ rule, candidacyId, change, before: a ? spanOf(a) : null, after: b ? spanOf(b) : null }];
  });
  const start = ({ before, after }: FlagChange): number => (before ?? after)?.from.getTime() ?? 0;
  return changes.sort((a, b) => start(a) - start(b));
}

const spanOf = ({ severity, from, stalledFrom, until }: FlagSpan): FlagSpan => ({
  severity,
  from,
  stalledFrom,
  until,
});

const isSame = (a: FlagSpan, b: FlagSpan): boolean => JSON.stringify(spanOf(a)) === JSON.stringify(spanOf(b));

/** When each candidate's offer would come, were every stage from theirs on to take its budget, held against the window. */
export function windowForecasts(
  { facts, policy }: SearchClocks,
  events: readonly SupposedEvent[],
  now: Date,
): WindowForecast[] {
  const { calendar } = facts;
  return facts.candidacies.flatMap((candidacy) => {
    const { windowOpenedAt, offerExtendedAt, candidacyId } = candidacy;
    if (!windowOpenedAt || offerExtendedAt || candidacy.stageKind === 'placed') return [];
    const closesAt = windowClosesAt(windowOpenedAt, policy, calendar.zone);
    const supposed = events.find((event) => event.kind === 'offer' && event.candidacyId === candidacyId);
    const day = forecastDay({ ...facts, candidacies: [candidacy] }, now);
    const offerAt = supposed?.at ?? (day === null ? null : endOfLocalWorkingDay(day, calendar.zone));
    return [{ candidacyId, closesAt, offerAt, kept: offerAt !== null && offerAt < closesAt }];
  });
}
