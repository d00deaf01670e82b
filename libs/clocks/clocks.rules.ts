import { dateOf } from '@app/platform/time/local-date.js';
import { deadlineBasis, deadlineInstant, workingDaysSince } from '@app/platform/time/working-calendar.js';
import { localDayOf, startOfLocalDay } from '@app/platform/time/zone.js';
import {
  EMPTY_SEARCH_STEP,
  NO_PROGRESS_STEPS,
  STAGE_OVERDUE_STEPS,
  WINDOW_CLOSED_STEPS,
  WINDOW_CLOSING_STEPS,
  noProgressSentence,
  stageOverdueSentence,
  windowClosedSentence,
  windowClosingSentence,
  type ClosingWindows,
} from './sentences.rules.js';
import type {
  CandidacyFacts,
  FlagDecision,
  Policy,
  SearchFacts,
  Severity,
  StageKind,
  StallRuleName,
  WindowBasis,
} from './clocks.types.js';

/** From `at` on this flag stands, until a later rung of the same ladder replaces it. */
export interface Rung {
  readonly at: Date;
  readonly flag: (now: Date) => FlagDecision;
}

/** The rungs of one subject in the order in which they replace each other. They depend on facts and policy, never on now. */
export type Ladder = readonly Rung[];

export interface StallRule {
  readonly pausedByHold: boolean;
  readonly ladders: (facts: SearchFacts, policy: Policy) => readonly Ladder[];
}

const STAGE_ORDER: readonly StageKind[] = [
  'sourcing',
  'engaged',
  'assessed',
  'presented',
  'client_interview',
  'finalist',
  'offer',
  'placed',
];
const LATE_STAGES: ReadonlySet<StageKind> = new Set(['client_interview', 'finalist', 'offer']);
const STAGES_WITHOUT_BUDGET: ReadonlySet<StageKind> = new Set(['sourcing', 'placed']);

/** A search stalls when no candidacy has made progress for the working days the policy allows. */
export const noProgress: StallRule = {
  pausedByHold: true,
  ladders: (facts, policy) => {
    const at = deadlineInstant(idleSince(facts), idleLimit(facts, policy), facts.calendar, facts.holds);
    return at ? [[{ at, flag: (now) => noProgressFlag(facts, policy, at, now) }]] : [];
  },
};

/** A candidacy is late when the working-day budget of its stage is used up, and stalls at twice the budget. */
export const stageOverdue: StallRule = {
  pausedByHold: true,
  ladders: (facts, policy) =>
    facts.candidacies.map((candidacy) => {
      const budget = STAGES_WITHOUT_BUDGET.has(candidacy.stageKind) ? 0 : (candidacy.stageBudgetDays ?? 0);
      if (budget <= 0) return [];
      return [
        ...stageRung(facts, policy, candidacy, budget, budget, 'watch'),
        ...stageRung(facts, policy, candidacy, budget, 2 * budget, 'stalled'),
      ];
    }),
};

/** A candidate's market window is watched from one day and closed on another; it knows no holds and ends with an offer. */
export const marketWindow: StallRule = {
  pausedByHold: false,
  ladders: (facts, policy) =>
    facts.candidacies.map((candidacy) => {
      const window = windowOf(candidacy, facts, policy);
      if (!window) return [];
      return WINDOW_RUNGS.map((rung): Rung => {
        const at = window[rung.moment];
        return { at, flag: (now) => windowFlag(facts, policy, candidacy, window, rung, now) };
      });
    }),
};

function idleSince({ lastProgressAt, episodeOpenedAt }: SearchFacts): Date {
  // what happened before a search was reopened is no progress of the new episode
  return lastProgressAt && lastProgressAt > episodeOpenedAt ? lastProgressAt : episodeOpenedAt;
}

function idleLimit({ candidacies }: SearchFacts, policy: Policy): number {
  const everybodySourcing = candidacies.every(({ stageKind }) => stageKind === 'sourcing');
  return everybodySourcing ? policy.noProgressSourcingDays : policy.noProgressDays;
}

function noProgressFlag(facts: SearchFacts, policy: Policy, deadline: Date, now: Date): FlagDecision {
  const { calendar, holds, candidacies } = facts;
  const [since, limit] = [idleSince(facts), idleLimit(facts, policy)];
  const workingDays = workingDaysSince(since, now, calendar, holds);
  const closing = closingWindows(facts, policy, now);
  const furthest = furthestStage(candidacies);
  const sinceOpening = since === facts.episodeOpenedAt;
  return {
    rule: 'no_progress',
    severity: 'stalled',
    subjectType: 'search',
    subjectId: facts.searchId,
    candidateRef: null,
    episodeKey: facts.progressKey,
    since,
    deadline,
    basis: { ...deadlineBasis(since, limit, calendar, holds), policyVersion: policy.version },
    evidence: {
      workingDays,
      limit,
      activeCandidacies: candidacies.length,
      furthestStage: furthest,
      closing: isoDates(closing),
    },
    sentence: noProgressSentence({ since, sinceOpening, workingDays, limit, closing }, calendar.zone),
    nextStep: furthest ? NO_PROGRESS_STEPS[furthest] : EMPTY_SEARCH_STEP,
  };
}

function furthestStage(candidacies: readonly CandidacyFacts[]): StageKind | null {
  const reached = candidacies.map(({ stageKind }) => STAGE_ORDER.indexOf(stageKind));
  return STAGE_ORDER[Math.max(-1, ...reached)] ?? null;
}

function closingWindows(facts: SearchFacts, policy: Policy, now: Date): ClosingWindows {
  const closing = facts.candidacies.flatMap((candidacy) => {
    const window = LATE_STAGES.has(candidacy.stageKind) ? windowOf(candidacy, facts, policy) : null;
    return window && window.watchAt <= now && now < window.closeAt ? [{ candidacy, closeAt: window.closeAt }] : [];
  });
  closing.sort((a, b) => a.closeAt.getTime() - b.closeAt.getTime());
  return {
    closeAt: closing.map(({ closeAt }) => closeAt),
    allFinalists: closing.every(({ candidacy }) => candidacy.stageKind === 'finalist'),
  };
}

function isoDates({ closeAt }: ClosingWindows): string[] {
  return closeAt.map((at) => at.toISOString());
}

function stageRung(
  { calendar, holds }: SearchFacts,
  policy: Policy,
  candidacy: CandidacyFacts,
  budget: number,
  allowed: number,
  severity: Severity,
): Ladder {
  const { stageSince: since, stageLabel, stageKind } = candidacy;
  const at = deadlineInstant(since, allowed, calendar, holds);
  if (!at) return [];
  const flag = (now: Date): FlagDecision => {
    const workingDays = workingDaysSince(since, now, calendar, holds);
    return {
      rule: 'stage_overdue',
      severity,
      ...candidacySubject(candidacy, candidacy.stageKey),
      since,
      deadline: at,
      basis: { ...deadlineBasis(since, allowed, calendar, holds), policyVersion: policy.version },
      evidence: { workingDays, budget, stageKind, stageLabel },
      sentence: stageOverdueSentence(stageLabel, since, workingDays, budget, calendar.zone),
      nextStep: STAGE_OVERDUE_STEPS[stageKind],
    };
  };
  return [{ at, flag }];
}

interface MarketWindow {
  readonly key: string;
  readonly openedAt: Date;
  readonly openedDay: number;
  readonly zone: string;
  readonly watchAt: Date;
  readonly closeAt: Date;
}

interface WindowRung {
  readonly rule: StallRuleName;
  readonly severity: Severity;
  readonly moment: 'watchAt' | 'closeAt';
  readonly sentence: typeof windowClosingSentence;
  readonly steps: typeof WINDOW_CLOSING_STEPS;
}

const WINDOW_RUNGS: readonly WindowRung[] = [
  {
    rule: 'window_closing',
    severity: 'watch',
    moment: 'watchAt',
    sentence: windowClosingSentence,
    steps: WINDOW_CLOSING_STEPS,
  },
  {
    rule: 'window_closed',
    severity: 'stalled',
    moment: 'closeAt',
    sentence: windowClosedSentence,
    steps: WINDOW_CLOSED_STEPS,
  },
];

/** Day 0 is the local date on which the window opened; day n begins n local midnights later. */
function windowOf(candidacy: CandidacyFacts, { calendar }: SearchFacts, policy: Policy): MarketWindow | null {
  const { windowOpenedAt: openedAt, windowKey: key, offerExtendedAt, stageKind } = candidacy;
  if (!openedAt || !key || offerExtendedAt || stageKind === 'placed') return null;
  const zone = candidacy.zone ?? calendar.zone;
  const openedDay = localDayOf(openedAt, zone);
  return {
    key,
    openedAt,
    openedDay,
    zone,
    watchAt: startOfLocalDay(openedDay + policy.windowWatchDay, zone),
    closeAt: windowClosesAt(openedAt, zone, policy),
  };
}

/** The first moment at which a market window is over. */
export function windowClosesAt(openedAt: Date, zone: string, policy: Policy): Date {
  return startOfLocalDay(localDayOf(openedAt, zone) + policy.windowCloseDay, zone);
}

function windowFlag(
  { calendar }: SearchFacts,
  policy: Policy,
  candidacy: CandidacyFacts,
  window: MarketWindow,
  { rule, severity, moment, sentence, steps }: WindowRung,
  now: Date,
): FlagDecision {
  const { stageKind, stageLabel } = candidacy;
  const [day, closeDay] = [windowDay(window, now), policy.windowCloseDay];
  return {
    rule,
    severity,
    ...candidacySubject(candidacy, window.key),
    since: window.openedAt,
    deadline: window[moment],
    basis: { ...windowBasis(window, window[moment]), policyVersion: policy.version },
    evidence: { day, closeDay, closesAt: window.closeAt.toISOString(), stageKind, stageLabel },
    sentence: sentence(window.closeAt, day, closeDay, calendar.zone),
    nextStep: steps[stageKind],
  };
}

function windowBasis(window: MarketWindow, deadline: Date): WindowBasis {
  const { openedAt: windowOpenedAt, openedDay, zone } = window;
  return { windowOpenedAt, localDate: dateOf(openedDay), zone, calendarDays: windowDay(window, deadline) };
}

function windowDay({ openedDay, zone }: MarketWindow, at: Date): number {
  return localDayOf(at, zone) - openedDay;
}

function candidacySubject({ candidacyId, candidateRef }: CandidacyFacts, episodeKey: string) {
  return { subjectType: 'candidacy', subjectId: candidacyId, candidateRef, episodeKey } as const;
}
