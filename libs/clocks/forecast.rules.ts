import type { Policy } from '@app/limits/limits.types.js';
import {
  dateOf,
  dayOf,
  earliestDay,
  latestDay,
  type LocalDay,
  LONG_AGO,
  NEVER,
  plusDays,
} from '@app/platform/time/local-date.js';
import { dayAfterWorkingDays, deadlineBasis, latestStartDay } from '@app/platform/time/working-calendar.js';
import { localDayOf, startOfLocalDay } from '@app/platform/time/zone.js';
import { by, isOfferOut, startOf, STOPPED, windowOf, type StallRule } from './clocks.rules.js';
import { searchSubject } from './search-clocks.rules.js';
import { EMPTY_SEARCH_STEP, PACE_STEP, paceSentence } from './sentences.rules.js';
import type { FlagDecision, SearchFacts } from './clocks.types.js';

/** The way of one candidacy to its offer: its stage ends `budget` working days after `day`, and `ahead` more follow. */
interface Path {
  readonly since: Date;
  readonly day: LocalDay;
  readonly budget: number;
  readonly ahead: number;
}

interface Limit {
  readonly day: LocalDay;
  readonly kind: 'target' | 'finalist_windows';
}

/** From `at` on no path leads to an offer within the limit; `days` working days from there is the last that did. */
interface Lateness {
  readonly at: Date;
  readonly days: number;
}

/**
 * The pace is too slow when the forecast of the first offer lies after the target date, or after the day on which the
 * last finalist's window closes, whichever of the two comes first. Counted in local dates of the search's calendar:
 *
 *   forecast(now) = min over live candidacies of ( max(today, D(stage entered, budget of the stage)) + ahead )
 *
 * where D(d, n) is the n-th working day after d, `+` adds working days, and `ahead` is the sum of the budgets of the
 * stages after the present one, up to the first of kind `offer`. Somebody over their budget leaves the stage today. An
 * empty pipeline needs the whole window: D(today, sum of all budgets). As the forecast never comes nearer by itself,
 * each path turns late at one moment, and the flag stands from the moment the last of them does. An offer that is out
 * answers the question, so the rule rests while one is.
 */
export const pace: StallRule = {
  name: 'pace',
  pausedByHold: true,
  endsBy: 'anybody',
  definition:
    'A search is too slow when the forecast of its first offer comes after the target date, or after the window of every finalist closes.',
  ends: 'It goes with a later target date, shorter budgets, or a step forward that makes up the time.',
  ways: [by('target'), by('move'), by('limits')],
  limits: ['windowCloseDay'],
  evidence: {
    forecast: 'First offer at the earliest',
    limit: 'Latest day for it',
    limitKind: null,
    targetDate: 'Target date',
    activeCandidacies: 'People in the search',
  },
  forecast:
    'For everybody in the search: what is left of their stage’s budget, then the budget of every stage up to the offer, in working days of the office, days on hold left out. The earliest of these days is the forecast. “What if” on the flags of the search shows it person by person.',
  episodeKey: (facts) => (isOfferOut(facts) ? STOPPED : facts.episodeId),
  ladders: (facts, policy) => {
    const limit = isOfferOut(facts) ? null : limitOf(facts, policy);
    if (!limit) return [];
    const late = latenessOf(facts, limit);
    return [[{ at: late.at, flag: (now) => paceFlag(facts, policy, limit, late, now) }]];
  },
};

/** The local day on which the first offer is to be expected; null when the calendar has none. */
export function forecastDay(facts: SearchFacts, now: Date): LocalDay | null {
  const { calendar, holds } = facts;
  const today = localDayOf(now, calendar.zone);
  const days = pathsOf(facts).flatMap(({ day, budget, ahead }) => {
    const leaves = dayAfterWorkingDays(day, budget, calendar, holds);
    if (leaves === null) return [];
    return dayAfterWorkingDays(latestDay(today, leaves), ahead, calendar, holds) ?? [];
  });
  return days.length > 0 ? earliestDay(...days) : null;
}

function pathsOf(facts: SearchFacts): Path[] {
  const { candidacies, calendar, episodeOpenedAt, wholeBudgetDays } = facts;
  if (candidacies.length === 0) {
    const day = localDayOf(episodeOpenedAt, calendar.zone);
    return [{ since: episodeOpenedAt, day, budget: 0, ahead: wholeBudgetDays }];
  }
  return candidacies.map(({ stageSince, stageKey, stageBudgetDays, budgetAheadDays }) => {
    const { since } = startOf(facts, stageSince, stageKey);
    return { since, day: localDayOf(since, calendar.zone), budget: stageBudgetDays ?? 0, ahead: budgetAheadDays };
  });
}

function limitOf(facts: SearchFacts, policy: Policy): Limit | null {
  const target = facts.targetDate === null ? NEVER : dayOf(facts.targetDate);
  const closing = facts.candidacies
    .filter(({ stageKind }) => stageKind === 'finalist')
    .map((candidacy) => windowOf(candidacy, facts, policy))
    .flatMap((window) => (window ? [window.closesOn] : []));
  // the window is over as that day begins, so the day before is the last one
  const windows = closing.length > 0 ? plusDays(latestDay(...closing), -1) : NEVER;
  if (target === NEVER && windows === NEVER) return null;
  return target <= windows ? { day: target, kind: 'target' } : { day: windows, kind: 'finalist_windows' };
}

/** The first offer is late from the moment on which the last who could still be in time no longer is. */
function latenessOf(facts: SearchFacts, limit: Limit): Lateness {
  const { calendar, holds, episodeOpenedAt } = facts;
  const latestStart = (days: number): LocalDay => latestStartDay(limit.day, days, calendar, holds) ?? LONG_AGO;
  const turns = pathsOf(facts).map(({ since, day, budget, ahead }): Lateness => {
    const whole = budget + ahead;
    const fromStart = day > latestStart(whole);
    const at = fromStart ? since : startOfLocalDay(plusDays(latestStart(ahead), 1), calendar.zone);
    return { at: at > episodeOpenedAt ? at : episodeOpenedAt, days: fromStart ? whole : ahead };
  });
  return turns.reduce((last, one) => (isLater(one, last) ? one : last));
}

/** Of two that turn late in one moment the one with less before them is the one that is forecast. */
const isLater = (one: Lateness, other: Lateness): boolean =>
  one.at > other.at || (one.at.getTime() === other.at.getTime() && one.days < other.days);

function paceFlag(facts: SearchFacts, policy: Policy, limit: Limit, { at, days }: Lateness, now: Date): FlagDecision {
  const { calendar, holds, candidacies } = facts;
  const forecast = forecastDay(facts, now);
  const forecastDate = forecast === null ? null : dateOf(forecast);
  return {
    rule: 'pace',
    severity: 'watch',
    ...searchSubject(facts, facts.episodeId),
    since: facts.episodeOpenedAt,
    deadline: at,
    basis: { ...deadlineBasis(at, days, calendar, holds), policyVersion: policy.version },
    evidence: {
      forecast: forecastDate,
      limit: dateOf(limit.day),
      limitKind: limit.kind,
      targetDate: facts.targetDate,
      activeCandidacies: candidacies.length + facts.moreInSourcing,
    },
    sentence: paceSentence(forecast, limit.day, limit.kind, { zone: calendar.zone, now }),
    nextStep: candidacies.length > 0 ? PACE_STEP : EMPTY_SEARCH_STEP,
  };
}
