import type { Severity } from '@app/vocabulary/vocabulary.types.js';
import type { Policy } from '@app/limits/limits.types.js';
import { windowClosesAt } from '@app/limits/market-window.rules.js';
import { dateOf, type LocalDay, plusDays } from '@app/platform/time/local-date.js';
import { localDayOf, startOfLocalDay } from '@app/platform/time/zone.js';
import {
  WINDOW_CLOSED_STEPS,
  WINDOW_CLOSING_STEPS,
  windowClosedSentence,
  windowClosingSentence,
} from './sentences.rules.js';
import type { LoggedKind } from '@app/activities/activities.types.js';
import type {
  CandidacyFacts,
  FlagDecision,
  LimitName,
  SearchFacts,
  StallRuleName,
  Start,
  WayAct,
  WayOut,
  WindowBasis,
} from './clocks.types.js';
import { STAGE_KINDS, type StageKind } from '@app/stages/stages.types.js';

/** From `at` on this flag stands, until a later rung of the same ladder replaces it. */
export interface Rung {
  readonly at: Date;
  readonly flag: (now: Date) => FlagDecision;
}

/** The rungs of one subject in the order in which they replace each other. They depend on facts and policy, never on now. */
export type Ladder = readonly Rung[];

/** All there is to know of a rule; it knows nothing of the others. */
export interface StallRule {
  readonly name: StallRuleName;
  /** A hold stops clocks that count working days, without ending their episodes. */
  readonly pausedByHold: boolean;
  /**
   * `fact`: the next fact of its own, which is the key of the next episode. `anybody`: what many people do together, so
   * whoever comes back, or nearer to an offer, ends it and leaves the episode as it is.
   */
  readonly endsBy: 'fact' | 'anybody';
  /** The rule whose flag takes the place of this one's on the same subject. */
  readonly replacedBy?: StallRuleName;
  /** What it means, in a sentence. */
  readonly definition: string;
  /** What makes its flag go, in a sentence. */
  readonly ends: string;
  /** What is offered for it, best first. */
  readonly ways: readonly WayOut[];
  /** What it compares with; a stage's own budget is in the flag's evidence. */
  readonly limits: readonly LimitName[] | 'stage_budget';
  /** What each part of its evidence is called; null for what the screen says elsewhere. A test names what is missing. */
  readonly evidence: Readonly<Record<string, string | null>>;
  /** What its flag has passed once it says stalled, where that is not one of its limits. */
  readonly stalledAt?: string;
  /** How the deadline comes about, in a few sentences, where no days are counted up to it. */
  readonly forecast?: string;
  /**
   * The fact its clock runs from now, by which a flag is this episode's or belongs to the past: `STOPPED` when that has
   * been answered or undone, null when the subject is no longer live. The view `open_flag` knows the same keys.
   */
  readonly episodeKey: (facts: SearchFacts, subjectId: string) => string | null;
  readonly ladders: (facts: SearchFacts, policy: Policy) => readonly Ladder[];
}

export const byLogging = (kind: LoggedKind, withDecisionMaker = false): WayOut => ({
  act: 'log',
  kind,
  withDecisionMaker,
});
export const by = (act: Exclude<WayAct, 'log'>): WayOut => ({ act, kind: null, withDecisionMaker: false });

/** No fact is called this. */
export const STOPPED = '';

/** The key of a rule about each candidacy. */
export const keyOfCandidacy =
  (key: (candidacy: CandidacyFacts, facts: SearchFacts) => string | null): StallRule['episodeKey'] =>
  (facts, subjectId) => {
    const candidacy = facts.candidacies.find(({ candidacyId }) => candidacyId === subjectId);
    return candidacy ? (key(candidacy, facts) ?? STOPPED) : null;
  };

/** Whether a stage of this kind is that far in the process, or further. */
export const reaches = (kind: StageKind, wanted: StageKind): boolean =>
  STAGE_KINDS.indexOf(kind) >= STAGE_KINDS.indexOf(wanted);

/** The furthest stage anybody live has come to; null when nobody is. */
export function furthestStage(candidacies: readonly CandidacyFacts[]): StageKind | null {
  const reached = candidacies.map(({ stageKind }) => STAGE_KINDS.indexOf(stageKind));
  return STAGE_KINDS[Math.max(-1, ...reached)] ?? null;
}

/** Local midnights in the office's zone since the episode opened, holds included: the day a search is on. */
export function searchDay({ episodeOpenedAt, calendar: { zone } }: SearchFacts, now: Date): number {
  return localDayOf(now, zone) - localDayOf(episodeOpenedAt, zone);
}

/** A reopening starts every clock anew: of what lies before it only the state is left, no time counts. */
export function startOf({ reopened, episodeOpenedAt, episodeId }: SearchFacts, since: Date, key: string): Start {
  if (!reopened || since >= episodeOpenedAt) return { since, key, from: 'fact' };
  return { since: episodeOpenedAt, key: episodeId, from: 'reopening' };
}

/** The opening of the running episode. */
export function openingOf({ reopened, episodeOpenedAt, episodeId }: SearchFacts): Start {
  return { since: episodeOpenedAt, key: episodeId, from: reopened ? 'reopening' : 'opening' };
}

/** Somebody has the client's offer and has not answered: what asks for more people, or an earlier offer, rests. */
export const isOfferOut = ({ status, offers }: SearchFacts): boolean => status === 'offer' || offers.length > 0;

/**
 * What the client owes somebody who was presented: a yes or no to an interview, feedback on one that was held, or nothing,
 * as they have given it. Whoever has no move was not shown to them, so there is nothing that they could have answered.
 */
export type Owed = 'decision' | 'feedback' | 'nothing';

export const owedTo = ({ candidacyId, clientTurnKey, stageKey }: CandidacyFacts): Owed => {
  const hasMoved = stageKey !== candidacyId;
  if (clientTurnKey === null) return hasMoved ? 'nothing' : 'decision';
  return clientTurnKey === stageKey ? 'decision' : 'feedback';
};

/** Whose stage a next step is for: after an interview it is that of the interviews, whatever the card says. */
export const stepKind = (candidacy: CandidacyFacts): StageKind =>
  candidacy.stageKind === 'presented' && owedTo(candidacy) === 'feedback' ? 'client_interview' : candidacy.stageKind;

const WINDOW = {
  pausedByHold: false,
  endsBy: 'fact',
  ends: 'It goes when an offer is extended or the candidacy ends; talking to the candidate does not stop the window.',
  ways: [by('offer'), by('end')],
  evidence: {
    day: 'Day of the window',
    closeDay: 'Length of the window, days',
    closesAt: 'Window closes',
    stageKind: null,
    stageLabel: 'Stage',
  },
  episodeKey: keyOfCandidacy(({ offerExtendedAt, windowKey }) => (offerExtendedAt ? null : windowKey)),
} as const;

/** A candidate's market window is watched from one day and closed on another; it knows no holds and ends with an offer. */
export const windowClosing: StallRule = {
  ...WINDOW,
  name: 'window_closing',
  replacedBy: 'window_closed',
  definition:
    'A market window counts calendar days from the first two-way contact, never pauses, and ends with an offer. From the watch day on, somebody needs to act.',
  limits: ['windowWatchDay', 'windowCloseDay'],
  ladders: (facts, policy) =>
    facts.candidacies.map((candidacy) => {
      const window = windowOf(candidacy, facts, policy);
      if (!window) return [];
      return WINDOW_RUNGS.map((rung): Rung => {
        const at = window[rung.moment];
        return { at, flag: (now) => windowFlag(policy, candidacy, window, rung, now) };
      });
    }),
};

/** The last rung of the ladder of `window_closing`. */
export const windowClosed: StallRule = {
  ...WINDOW,
  name: 'window_closed',
  definition:
    'A market window counts calendar days from the first two-way contact, never pauses, and ends with an offer. After its last day the candidate may be gone.',
  limits: ['windowCloseDay'],
  ladders: () => NO_LADDERS,
};

const NO_LADDERS: readonly Ladder[] = [];

export interface MarketWindow {
  readonly key: string;
  readonly openedAt: Date;
  readonly openedDay: LocalDay;
  readonly zone: string;
  readonly watchAt: Date;
  readonly closeAt: Date;
  /** the local day on which it is over: the day before is the last on which an offer is in time */
  readonly closesOn: LocalDay;
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

/** Day 0 is the office's date on which the window opened; day n begins n midnights there later. */
export function windowOf(candidacy: CandidacyFacts, { calendar }: SearchFacts, policy: Policy): MarketWindow | null {
  const { windowOpenedAt: openedAt, windowKey: key, offerExtendedAt, stageKind } = candidacy;
  if (!openedAt || !key || offerExtendedAt || stageKind === 'placed') return null;
  const { zone } = calendar;
  const openedDay = localDayOf(openedAt, zone);
  return {
    key,
    openedAt,
    openedDay,
    zone,
    watchAt: startOfLocalDay(plusDays(openedDay, policy.windowWatchDay), zone),
    closeAt: windowClosesAt(openedAt, policy, zone),
    closesOn: plusDays(openedDay, policy.windowCloseDay),
  };
}

function windowFlag(
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
    sentence: sentence(window.closesOn, day, closeDay, { zone: window.zone, now }),
    nextStep: steps[stepKind(candidacy)],
  };
}

function windowBasis(window: MarketWindow, deadline: Date): WindowBasis {
  const { openedAt: windowOpenedAt, openedDay, zone } = window;
  return { windowOpenedAt, localDate: dateOf(openedDay), zone, calendarDays: windowDay(window, deadline) };
}

function windowDay({ openedDay, zone }: MarketWindow, at: Date): number {
  return localDayOf(at, zone) - openedDay;
}

export function candidacySubject({ candidacyId, candidateRef }: CandidacyFacts, episodeKey: string) {
  return { subjectType: 'candidacy', subjectId: candidacyId, candidateRef, episodeKey } as const;
}
