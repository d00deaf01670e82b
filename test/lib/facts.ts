import { DEFAULT_POLICY } from '@app/limits/limits.types.js';
import { assessSearch } from '@app/clocks/assess.rules.js';
import type { CandidacyFacts, FlagDecision, OfferFacts, SearchFacts, StallRuleName } from '@app/clocks/clocks.types.js';
import type { Policy } from '@app/limits/limits.types.js';
import type { OfficeCalendar } from '@app/platform/time/working-calendar.js';

export const berlin: OfficeCalendar = { zone: 'Europe/Berlin', workingDays: [1, 2, 3, 4, 5], holidays: [], version: 4 };

export const at = (moment: string): Date => new Date(moment);

export function aCandidacy(over: Partial<CandidacyFacts> = {}): CandidacyFacts {
  return {
    candidacyId: 'candidacy-1',
    candidateRef: 'C-1',
    stageKind: 'client_interview',
    stageLabel: 'Client interview',
    stageBudgetDays: null,
    stageSince: at('2026-11-02T09:00:00Z'),
    stageKey: 'move-7',
    windowKey: 'move-2',
    windowOpenedAt: null,
    offerExtendedAt: null,
    clientTurnKey: null,
    clientTurnAt: null,
    presentedAt: null,
    budgetAheadDays: 0,
    ...over,
  };
}

export const anOffer = (over: Partial<OfferFacts> = {}): OfferFacts => ({
  offerId: 'offer-1',
  candidacyId: 'candidacy-1',
  candidateRef: 'C-1',
  extendedAt: at('2026-11-05T09:00:00Z'),
  expiresAt: null,
  ...over,
});

/** Opened Monday 5 October 2026 in Berlin. */
export function aSearch(over: Partial<SearchFacts> = {}): SearchFacts {
  return {
    searchId: 'search-1',
    searchRef: 'S-1',
    status: 'open',
    episodeId: 'episode-1',
    episodeOpenedAt: at('2026-10-05T08:00:00Z'),
    reopened: false,
    targetDate: null,
    progressKey: 'fact-12',
    lastProgressAt: at('2026-11-05T09:00:00Z'),
    decisionMakerKey: null,
    decisionMakerAt: null,
    arrivals: { presentedAndGone: 0, presentedKey: null, assessedKey: null },
    offers: [],
    wholeBudgetDays: 20,
    moreInSourcing: 0,
    calendar: berlin,
    holds: [],
    candidacies: [aCandidacy()],
    ...over,
  };
}

/** The flag of one rule, or undefined while it does not stand. */
export const flagOf = (
  facts: SearchFacts,
  rule: StallRuleName,
  moment: string,
  policy: Policy = DEFAULT_POLICY,
): FlagDecision | undefined => assessSearch(facts, policy, at(moment)).flags.find((flag) => flag.rule === rule);

/** The moment from which the flag stands, and the severity it stands with, seen from a moment. */
export function standsFrom(facts: SearchFacts, rule: StallRuleName, moment: string, policy?: Policy): string | null {
  const flag = flagOf(facts, rule, moment, policy);
  return flag ? `${flag.severity} from ${flag.deadline.toISOString()}` : null;
}
