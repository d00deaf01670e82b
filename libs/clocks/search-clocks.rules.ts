import type { Policy } from '@app/limits/limits.types.js';
import { dateOf } from '@app/platform/time/local-date.js';
import {
  calendarDeadline,
  deadlineBasis,
  deadlineInstant,
  holdDaysBetween,
  workingDaysSince,
} from '@app/platform/time/working-calendar.js';
import { localDayOf } from '@app/platform/time/zone.js';
import {
  by,
  byLogging,
  furthestStage,
  isOfferOut,
  openingOf,
  owedTo,
  reaches,
  searchDay,
  stepKind,
  STOPPED,
  windowOf,
  type Ladder,
  type StallRule,
} from './clocks.rules.js';
import {
  ANSWERED_STEP,
  DECISION_MAKER_STEP,
  EMPTY_SEARCH_STEP,
  NO_PROGRESS_STEPS,
  SLATE_LATE_STEPS,
  THIN_PIPELINE_STEP,
  decisionMakerSentence,
  noProgressSentence,
  slateLateSentence,
  thinPipelineSentence,
  type ClosingWindows,
} from './sentences.rules.js';
import type { CandidacyFacts, FlagDecision, OpeningBasis, SearchFacts, Start } from './clocks.types.js';
import type { StageKind } from '@app/stages/stages.types.js';

const LATE_STAGES: ReadonlySet<StageKind> = new Set(['client_interview', 'finalist', 'offer']);

/** A search stalls when no candidacy has made progress for the working days the policy allows. */
export const noProgress: StallRule = {
  name: 'no_progress',
  pausedByHold: true,
  endsBy: 'fact',
  definition:
    'A search stalls when nobody in it makes progress: no stage move forward, interview, client feedback, offer or two-way conversation.',
  ends: 'It goes with the next call, meeting, interview, feedback, offer or step forward in the search.',
  ways: [byLogging('call'), by('move')],
  limits: ['noProgressDays', 'noProgressSourcingDays'],
  evidence: {
    workingDays: 'Working days passed',
    limit: 'Limit, working days',
    activeCandidacies: 'People in the search',
    furthestStage: 'Furthest stage reached',
    closing: 'Windows about to close',
  },
  episodeKey: ({ progressKey }) => progressKey,
  ladders: (facts, policy) => {
    const at = deadlineInstant(idleSince(facts).since, idleLimit(facts, policy), facts.calendar, facts.holds);
    return at ? [[{ at, flag: (now) => noProgressFlag(facts, policy, at, now) }]] : [];
  },
};

/**
 * The slate is late when fewer people than agreed were presented as its day begins. Everybody presented in this episode
 * counts, also who has left since; of those presented before a reopening, who is still there.
 */
export const slateLate: StallRule = {
  name: 'slate_late',
  pausedByHold: true,
  endsBy: 'anybody',
  definition:
    'A slate is late when too few people have been presented by the day it is due; days on hold do not count.',
  ends: 'It goes when enough people have been presented, or a smaller slate is agreed.',
  ways: [by('move'), by('limits')],
  limits: ['slateSize', 'slateDay'],
  evidence: {
    presented: 'People presented',
    wanted: 'People wanted',
    day: 'Day of the search',
    daysOnHold: 'Of these on hold',
    limit: 'Day the slate is due',
    furthestStage: 'Furthest stage reached',
  },
  episodeKey: (facts) => (isOfferOut(facts) ? STOPPED : lastPresented(facts)),
  ladders: (facts, policy) => {
    if (isOfferOut(facts) || presented(facts) >= policy.slateSize) return [];
    return openingLadder(facts, policy.slateDay, (at, now) => slateFlag(facts, policy, at, now));
  },
};

/** A pipeline is thin when from some day on fewer people than needed stand at `assessed` or later. */
export const thinPipeline: StallRule = {
  name: 'thin_pipeline',
  pausedByHold: true,
  endsBy: 'anybody',
  definition: 'A pipeline is thin when, from this day on, too few people are live at assessed or later.',
  ends: 'It goes when enough people stand at assessed or later, or fewer are needed.',
  ways: [by('move'), by('limits')],
  limits: ['thinPipelineSize', 'thinPipelineDay'],
  evidence: {
    active: 'People at assessed or later',
    wanted: 'People wanted',
    day: 'Day of the search',
    daysOnHold: 'Of these on hold',
    limit: 'Day from which it counts',
  },
  episodeKey: (facts) => (isOfferOut(facts) ? STOPPED : lastAssessed(facts)),
  ladders: (facts, policy) => {
    if (isOfferOut(facts) || atLeastAssessed(facts) >= policy.thinPipelineSize) return [];
    return openingLadder(facts, policy.thinPipelineDay, (at, now) => thinFlag(facts, policy, at, now));
  },
};

/** The decision maker is silent when nobody has spoken with them for some working days. */
export const decisionMakerSilent: StallRule = {
  name: 'decision_maker_silent',
  pausedByHold: true,
  endsBy: 'fact',
  definition:
    'A decision maker is out of touch when no two-way contact with them was logged for this many working days.',
  ends: 'It goes with a logged call or meeting with a decision maker of the client.',
  ways: [byLogging('call', true)],
  limits: ['decisionMakerDays'],
  evidence: {
    workingDays: 'Working days passed',
    limit: 'Limit, working days',
    everSpoken: 'Spoken with since it was last opened',
  },
  episodeKey: (facts) => lastDecider(facts).key,
  ladders: (facts, policy) => {
    const at = deadlineInstant(lastDecider(facts).since, policy.decisionMakerDays, facts.calendar, facts.holds);
    return at ? [[{ at, flag: (now) => decisionMakerFlag(facts, policy, at, now) }]] : [];
  },
};

/** What happened before a search was reopened is no progress of the new episode. */
function idleSince(facts: SearchFacts): Start {
  const { lastProgressAt, progressKey, episodeOpenedAt } = facts;
  if (!lastProgressAt || lastProgressAt <= episodeOpenedAt) return openingOf(facts);
  return { since: lastProgressAt, key: progressKey, from: 'fact' };
}

function idleLimit({ candidacies }: SearchFacts, policy: Policy): number {
  const everybodySourcing = candidacies.every(({ stageKind }) => stageKind === 'sourcing');
  return everybodySourcing ? policy.noProgressSourcingDays : policy.noProgressDays;
}

function noProgressFlag(facts: SearchFacts, policy: Policy, deadline: Date, now: Date): FlagDecision {
  const { calendar, holds, candidacies } = facts;
  const [start, limit] = [idleSince(facts), idleLimit(facts, policy)];
  const { since } = start;
  const workingDays = workingDaysSince(since, now, calendar, holds);
  const closing = closingWindows(facts, policy, now);
  const furthest = furthestStage(candidacies);
  return {
    rule: 'no_progress',
    severity: 'stalled',
    ...searchSubject(facts, facts.progressKey),
    since,
    deadline,
    basis: { ...deadlineBasis(since, limit, calendar, holds), policyVersion: policy.version },
    evidence: {
      workingDays,
      limit,
      activeCandidacies: candidacies.length + facts.moreInSourcing,
      furthestStage: furthest,
      closing: closing.closeAt.map((at) => at.toISOString()),
    },
    sentence: noProgressSentence({ start, workingDays, limit, closing }, { zone: calendar.zone, now }),
    nextStep: furthest ? noProgressStep(candidacies, furthest) : EMPTY_SEARCH_STEP,
  };
}

/** Of those who have come furthest: whom the client has met they owe feedback, and who has had it waits for us. */
function noProgressStep(candidacies: readonly CandidacyFacts[], furthest: StageKind): string {
  const there = candidacies.filter(({ stageKind }) => stageKind === furthest);
  const asks = furthest === 'presented' || furthest === 'client_interview';
  if (asks && there.every((one) => owedTo(one) === 'nothing')) return ANSWERED_STEP;
  return NO_PROGRESS_STEPS[there.some((one) => stepKind(one) !== furthest) ? 'client_interview' : furthest];
}

function closingWindows(facts: SearchFacts, policy: Policy, now: Date): ClosingWindows {
  const closing = facts.candidacies.flatMap((candidacy) => {
    const window = LATE_STAGES.has(candidacy.stageKind) ? windowOf(candidacy, facts, policy) : null;
    return window && window.watchAt <= now && now < window.closeAt ? [{ candidacy, ...window }] : [];
  });
  closing.sort((a, b) => a.closeAt.getTime() - b.closeAt.getTime());
  return {
    closeAt: closing.map(({ closeAt }) => closeAt),
    closesOn: closing.map(({ closesOn }) => closesOn),
    allFinalists: closing.every(({ candidacy }) => candidacy.stageKind === 'finalist'),
  };
}

function lastPresented({ arrivals, episodeId }: SearchFacts): string {
  return arrivals.presentedKey ?? episodeId;
}

function lastAssessed({ arrivals, episodeId }: SearchFacts): string {
  return arrivals.assessedKey ?? episodeId;
}

function presented({ arrivals, candidacies, episodeOpenedAt }: SearchFacts): number {
  const live = candidacies.filter(
    ({ presentedAt, stageKind }) =>
      presentedAt !== null && (presentedAt >= episodeOpenedAt || reaches(stageKind, 'presented')),
  );
  return arrivals.presentedAndGone + live.length;
}

function atLeastAssessed({ candidacies }: SearchFacts): number {
  return candidacies.filter(({ stageKind }) => reaches(stageKind, 'assessed')).length;
}

function openingLadder(facts: SearchFacts, day: number, flag: (at: Date, now: Date) => FlagDecision): Ladder[] {
  const at = calendarDeadline(facts.episodeOpenedAt, day, facts.calendar.zone, facts.holds);
  return at ? [[{ at, flag: (now) => flag(at, now) }]] : [];
}

function slateFlag(facts: SearchFacts, policy: Policy, at: Date, now: Date): FlagDecision {
  const [count, wanted] = [presented(facts), policy.slateSize];
  const furthest = furthestStage(facts.candidacies);
  return {
    rule: 'slate_late',
    severity: 'stalled',
    ...searchSubject(facts, lastPresented(facts)),
    ...sinceOpening(facts, policy, policy.slateDay, at),
    evidence: {
      presented: count,
      wanted,
      ...dayOf(facts, now),
      limit: policy.slateDay,
      furthestStage: furthest,
    },
    sentence: slateLateSentence(count, wanted, dayOf(facts, now)),
    nextStep: furthest ? SLATE_LATE_STEPS[furthest] : EMPTY_SEARCH_STEP,
  };
}

function thinFlag(facts: SearchFacts, policy: Policy, at: Date, now: Date): FlagDecision {
  const [count, wanted] = [atLeastAssessed(facts), policy.thinPipelineSize];
  return {
    rule: 'thin_pipeline',
    severity: 'watch',
    ...searchSubject(facts, lastAssessed(facts)),
    ...sinceOpening(facts, policy, policy.thinPipelineDay, at),
    evidence: { active: count, wanted, ...dayOf(facts, now), limit: policy.thinPipelineDay },
    sentence: thinPipelineSentence(count, wanted, dayOf(facts, now)),
    nextStep: facts.candidacies.length > 0 ? THIN_PIPELINE_STEP : EMPTY_SEARCH_STEP,
  };
}

function decisionMakerFlag(facts: SearchFacts, policy: Policy, deadline: Date, now: Date): FlagDecision {
  const { calendar, holds } = facts;
  const start = lastDecider(facts);
  const { since, key } = start;
  const limit = policy.decisionMakerDays;
  const workingDays = workingDaysSince(since, now, calendar, holds);
  const everSpoken = start.from === 'fact';
  return {
    rule: 'decision_maker_silent',
    severity: 'watch',
    ...searchSubject(facts, key),
    since,
    deadline,
    basis: { ...deadlineBasis(since, limit, calendar, holds), policyVersion: policy.version },
    evidence: { workingDays, limit, everSpoken },
    sentence: decisionMakerSentence(start, workingDays, limit, { zone: calendar.zone, now }),
    nextStep: DECISION_MAKER_STEP,
  };
}

/** The contact the clock runs from; what was said before the search was reopened is none of the new episode. */
function lastDecider(facts: SearchFacts): Start {
  const { decisionMakerAt: at, decisionMakerKey: key, episodeOpenedAt } = facts;
  return at && key && at > episodeOpenedAt ? { since: at, key, from: 'fact' } : openingOf(facts);
}

export function searchSubject({ searchId }: SearchFacts, episodeKey: string) {
  return { subjectType: 'search', subjectId: searchId, candidateRef: null, episodeKey } as const;
}

/** The day of the search as every list has it, and how many of its days were spent on hold. */
function dayOf(facts: SearchFacts, now: Date): { readonly day: number; readonly daysOnHold: number } {
  const { episodeOpenedAt, calendar, holds } = facts;
  return { day: searchDay(facts, now), daysOnHold: holdDaysBetween(episodeOpenedAt, now, calendar.zone, holds) };
}

function sinceOpening({ episodeOpenedAt, calendar, holds }: SearchFacts, policy: Policy, day: number, at: Date) {
  const { zone } = calendar;
  const basis: OpeningBasis = {
    openedAt: episodeOpenedAt,
    localDate: dateOf(localDayOf(episodeOpenedAt, zone)),
    zone,
    calendarDays: day,
    holdDaysRemoved: holdDaysBetween(episodeOpenedAt, at, zone, holds),
  };
  return { since: episodeOpenedAt, deadline: at, basis: { ...basis, policyVersion: policy.version } };
}
