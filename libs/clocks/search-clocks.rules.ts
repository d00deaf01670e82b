import type { Policy } from '@app/limits/limits.types.js';
import { dateOf } from '@app/platform/time/local-date.js';
import {
  calendarDaysSince,
  calendarDeadline,
  deadlineBasis,
  deadlineInstant,
  holdDaysBetween,
  workingDaysSince,
} from '@app/platform/time/working-calendar.js';
import { localDayOf } from '@app/platform/time/zone.js';
import { furthestStage, reaches, windowOf, type Ladder, type StallRule } from './clocks.rules.js';
import {
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
import type { FlagDecision, OpeningBasis, SearchFacts } from './clocks.types.js';
import type { StageKind } from '@app/stages/stages.types.js';

const LATE_STAGES: ReadonlySet<StageKind> = new Set(['client_interview', 'finalist', 'offer']);

/** A search stalls when no candidacy has made progress for the working days the policy allows. */
export const noProgress: StallRule = {
  name: 'no_progress',
  pausedByHold: true,
  endsBy: 'fact',
  definition:
    'A search stalls when nobody in it makes progress: no stage move forward, interview, client feedback, offer or two-way conversation.',
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
    const at = deadlineInstant(idleSince(facts), idleLimit(facts, policy), facts.calendar, facts.holds);
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
  limits: ['slateSize', 'slateDay'],
  evidence: {
    presented: 'People presented',
    wanted: 'People wanted',
    day: 'Day of the search',
    limit: 'Day the slate is due',
    furthestStage: 'Furthest stage reached',
  },
  episodeKey: lastPresented,
  ladders: (facts, policy) => {
    if (presented(facts) >= policy.slateSize) return [];
    return openingLadder(facts, policy.slateDay, (at, now) => slateFlag(facts, policy, at, now));
  },
};

/** A pipeline is thin when from some day on fewer people than needed stand at `assessed` or later. */
export const thinPipeline: StallRule = {
  name: 'thin_pipeline',
  pausedByHold: true,
  endsBy: 'anybody',
  definition: 'A pipeline is thin when, from this day on, too few people are live at assessed or later.',
  limits: ['thinPipelineSize', 'thinPipelineDay'],
  evidence: {
    active: 'People at assessed or later',
    wanted: 'People wanted',
    day: 'Day of the search',
    limit: 'Day from which it counts',
  },
  episodeKey: lastAssessed,
  ladders: (facts, policy) => {
    if (atLeastAssessed(facts) >= policy.thinPipelineSize) return [];
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
  limits: ['decisionMakerDays'],
  evidence: {
    workingDays: 'Working days passed',
    limit: 'Limit, working days',
    everSpoken: 'Ever spoken with',
  },
  episodeKey: (facts) => lastDecider(facts).key,
  ladders: (facts, policy) => {
    const at = deadlineInstant(lastDecider(facts).since, policy.decisionMakerDays, facts.calendar, facts.holds);
    return at ? [[{ at, flag: (now) => decisionMakerFlag(facts, policy, at, now) }]] : [];
  },
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
    sentence: noProgressSentence({ since, sinceOpening, workingDays, limit, closing }, calendar.zone),
    nextStep: furthest ? NO_PROGRESS_STEPS[furthest] : EMPTY_SEARCH_STEP,
  };
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
      day: episodeDay(facts, now),
      limit: policy.slateDay,
      furthestStage: furthest,
    },
    sentence: slateLateSentence(count, wanted, episodeDay(facts, now)),
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
    evidence: { active: count, wanted, day: episodeDay(facts, now), limit: policy.thinPipelineDay },
    sentence: thinPipelineSentence(count, wanted, episodeDay(facts, now)),
    nextStep: facts.candidacies.length > 0 ? THIN_PIPELINE_STEP : EMPTY_SEARCH_STEP,
  };
}

function decisionMakerFlag(facts: SearchFacts, policy: Policy, deadline: Date, now: Date): FlagDecision {
  const { calendar, holds } = facts;
  const { since, key } = lastDecider(facts);
  const limit = policy.decisionMakerDays;
  const workingDays = workingDaysSince(since, now, calendar, holds);
  const everSpoken = key !== facts.episodeId;
  return {
    rule: 'decision_maker_silent',
    severity: 'watch',
    ...searchSubject(facts, key),
    since,
    deadline,
    basis: { ...deadlineBasis(since, limit, calendar, holds), policyVersion: policy.version },
    evidence: { workingDays, limit, everSpoken },
    sentence: decisionMakerSentence({ since, everSpoken, workingDays, limit }, calendar.zone),
    nextStep: DECISION_MAKER_STEP,
  };
}

/** The contact the clock runs from; what was said before the search was reopened is none of the new episode. */
function lastDecider(facts: SearchFacts): { readonly since: Date; readonly key: string } {
  const { decisionMakerAt: at, decisionMakerKey: key, episodeOpenedAt, episodeId } = facts;
  return at && key && at > episodeOpenedAt ? { since: at, key } : { since: episodeOpenedAt, key: episodeId };
}

export function searchSubject({ searchId }: SearchFacts, episodeKey: string) {
  return { subjectType: 'search', subjectId: searchId, candidateRef: null, episodeKey } as const;
}

const episodeDay = ({ episodeOpenedAt, calendar, holds }: SearchFacts, now: Date): number =>
  calendarDaysSince(episodeOpenedAt, now, calendar.zone, holds);

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
