import type { Severity } from '@app/vocabulary/vocabulary.types.js';
import type { Policy } from '@app/limits/limits.types.js';
import { deadlineBasis, deadlineInstant, workingDaysSince } from '@app/platform/time/working-calendar.js';
import {
  by,
  byLogging,
  candidacySubject,
  keyOfCandidacy,
  owedTo,
  startOf,
  stepKind,
  STOPPED,
  type Ladder,
  type Rung,
  type StallRule,
} from './clocks.rules.js';
import {
  ANSWERED_STEP,
  CLIENT_SILENT_STEPS,
  OFFER_EXPIRED_STEP,
  OFFER_PENDING_STEP,
  STAGE_OVERDUE_STEPS,
  clientSilentSentence,
  offerExpiredSentence,
  offerPendingSentence,
  stageOverdueSentence,
} from './sentences.rules.js';
import type { CandidacyFacts, FlagDecision, OfferFacts, SearchFacts, Start } from './clocks.types.js';
import type { StageKind } from '@app/stages/stages.types.js';

const STAGES_WITHOUT_BUDGET: ReadonlySet<StageKind> = new Set(['sourcing', 'placed']);

/** A candidacy is late when the working-day budget of its stage is used up, and stalls at twice the budget. */
export const stageOverdue: StallRule = {
  name: 'stage_overdue',
  pausedByHold: true,
  endsBy: 'fact',
  definition:
    'A candidate is watched when the working-day budget of their stage is used up, and stalls at twice the budget.',
  ends: 'It goes when the candidate changes stage, gets an offer, or the candidacy ends.',
  ways: [by('move'), by('offer'), by('end')],
  limits: 'stage_budget',
  evidence: {
    workingDays: 'Working days passed',
    budget: 'Budget, working days',
    stageKind: null,
    stageLabel: 'Stage',
  },
  stalledAt: 'twice the budget',
  episodeKey: keyOfCandidacy((candidacy, facts) =>
    hasOffer(facts, candidacy) ? null : startOf(facts, candidacy.stageSince, candidacy.stageKey).key,
  ),
  ladders: (facts, policy) =>
    facts.candidacies.map((candidacy) => {
      // an offer that is out has a limit of its own
      if (hasOffer(facts, candidacy)) return [];
      const budget = STAGES_WITHOUT_BUDGET.has(candidacy.stageKind) ? 0 : (candidacy.stageBudgetDays ?? 0);
      if (budget <= 0) return [];
      return [
        ...stageRung(facts, policy, candidacy, budget, budget, 'watch'),
        ...stageRung(facts, policy, candidacy, budget, 2 * budget, 'stalled'),
      ];
    }),
};

/** The client is silent when presented or interviewed candidates have had no answer for some working days. */
export const clientSilent: StallRule = {
  name: 'client_silent',
  pausedByHold: true,
  endsBy: 'fact',
  definition:
    'A client is silent when somebody was presented or interviewed and no feedback came for this many working days.',
  ends: 'It goes with the client’s feedback on the candidate, a move, or the end of the candidacy.',
  ways: [byLogging('client_feedback'), by('move'), by('end')],
  limits: ['clientSilentWatchDays', 'clientSilentStalledDays'],
  evidence: {
    workingDays: 'Working days passed',
    limit: 'Limit, working days',
    stalledAt: 'Stalled at, working days',
    stageKind: null,
    stageLabel: 'Stage',
  },
  episodeKey: keyOfCandidacy(({ clientTurnAt: at, clientTurnKey: key }, facts) =>
    at && key ? startOf(facts, at, key).key : null,
  ),
  ladders: (facts, policy) =>
    facts.candidacies.map((candidacy) => {
      const { clientTurnKey: key, clientTurnAt: at } = candidacy;
      if (key === null || at === null) return [];
      const turn = startOf(facts, at, key);
      return [
        ...silentRung(facts, policy, candidacy, turn, policy.clientSilentWatchDays, 'watch'),
        ...silentRung(facts, policy, candidacy, turn, policy.clientSilentStalledDays, 'stalled'),
      ];
    }),
};

/** An offer hangs when it is undecided after some working days, or past its expiry if that comes first. */
export const offerPending: StallRule = {
  name: 'offer_pending',
  pausedByHold: true,
  endsBy: 'fact',
  definition: 'An offer has been pending too long when it is undecided for this many working days, or past its expiry.',
  ends: 'It goes when what became of the offer is recorded.',
  ways: [by('decide')],
  limits: ['offerPendingDays'],
  evidence: {
    workingDays: 'Working days passed',
    limit: 'Limit, working days',
    candidacyId: null,
    expiresAt: 'Offer expires',
    expired: 'Expired',
  },
  episodeKey: (facts, subjectId) => {
    const offer = facts.offers.find(({ offerId }) => offerId === subjectId);
    return offer ? startOf(facts, offer.extendedAt, offer.offerId).key : STOPPED;
  },
  ladders: (facts, policy) =>
    facts.offers.map((offer) => {
      const start = startOf(facts, offer.extendedAt, offer.offerId);
      const deadline = deadlineInstant(start.since, policy.offerPendingDays, facts.calendar, facts.holds);
      // one that had expired while the search was closed has expired when it is reopened
      const expiry = offer.expiresAt && (offer.expiresAt > start.since ? offer.expiresAt : start.since);
      const expires = expiry !== null && (deadline === null || expiry < deadline);
      const at = expires ? expiry : deadline;
      return at ? [{ at, flag: (now) => offerFlag(facts, policy, { offer, start, expires }, at, now) }] : [];
    }),
};

const hasOffer = ({ offers }: SearchFacts, { candidacyId }: CandidacyFacts): boolean =>
  offers.some((offer) => offer.candidacyId === candidacyId);

function stageRung(
  facts: SearchFacts,
  policy: Policy,
  candidacy: CandidacyFacts,
  budget: number,
  allowed: number,
  severity: Severity,
): Ladder {
  const { calendar, holds } = facts;
  const { stageLabel, stageKind } = candidacy;
  const start = startOf(facts, candidacy.stageSince, candidacy.stageKey);
  const { since } = start;
  const at = deadlineInstant(since, allowed, calendar, holds);
  if (!at) return [];
  const flag = (now: Date): FlagDecision => {
    const workingDays = workingDaysSince(since, now, calendar, holds);
    return {
      rule: 'stage_overdue',
      severity,
      ...candidacySubject(candidacy, start.key),
      since,
      deadline: at,
      basis: { ...deadlineBasis(since, allowed, calendar, holds), policyVersion: policy.version },
      evidence: { workingDays, budget, stageKind, stageLabel },
      sentence: stageOverdueSentence(stageLabel, start, workingDays, budget, { zone: calendar.zone, now }),
      nextStep: stageStep(candidacy),
    };
  };
  return [{ at, flag }];
}

function silentRung(
  { calendar, holds }: SearchFacts,
  policy: Policy,
  candidacy: CandidacyFacts,
  turn: Start,
  limit: number,
  severity: Severity,
): readonly Rung[] {
  const { since } = turn;
  const at = deadlineInstant(since, limit, calendar, holds);
  if (!at) return [];
  const { stageLabel, stageKind } = candidacy;
  const flag = (now: Date): FlagDecision => {
    const workingDays = workingDaysSince(since, now, calendar, holds);
    return {
      rule: 'client_silent',
      severity,
      ...candidacySubject(candidacy, turn.key),
      since,
      deadline: at,
      basis: { ...deadlineBasis(since, limit, calendar, holds), policyVersion: policy.version },
      evidence: { workingDays, limit, stalledAt: policy.clientSilentStalledDays, stageKind, stageLabel },
      sentence: clientSilentSentence(turn, workingDays, limit, { zone: calendar.zone, now }),
      nextStep: CLIENT_SILENT_STEPS[stepKind(candidacy)],
    };
  };
  return [{ at, flag }];
}

/** Once the client has said what they think, the next word is ours. */
function stageStep(candidacy: CandidacyFacts): string {
  const asks = candidacy.stageKind === 'presented' || candidacy.stageKind === 'client_interview';
  return asks && owedTo(candidacy) === 'nothing' ? ANSWERED_STEP : STAGE_OVERDUE_STEPS[stepKind(candidacy)];
}

function offerFlag(
  { calendar, holds }: SearchFacts,
  policy: Policy,
  { offer, start, expires }: { readonly offer: OfferFacts; readonly start: Start; readonly expires: boolean },
  at: Date,
  now: Date,
): FlagDecision {
  const { offerId, candidacyId, candidateRef, expiresAt } = offer;
  const { since } = start;
  const limit = policy.offerPendingDays;
  const workingDays = workingDaysSince(since, now, calendar, holds);
  const expired = expiresAt !== null && expiresAt <= now;
  // what it explains is the deadline it stands beside: the days up to the expiry where that comes first
  const counted = expires ? workingDaysSince(since, lastMoment(at), calendar, holds) : limit;
  return {
    rule: 'offer_pending',
    severity: 'stalled',
    subjectType: 'offer',
    subjectId: offerId,
    candidateRef,
    episodeKey: start.key,
    since,
    deadline: at,
    basis: { ...deadlineBasis(since, counted, calendar, holds), policyVersion: policy.version },
    evidence: { workingDays, limit, candidacyId, expiresAt: expiresAt?.toISOString() ?? null, expired },
    sentence: expired
      ? offerExpiredSentence(lastMoment(expiresAt), { zone: calendar.zone, now })
      : offerPendingSentence(start, workingDays, limit, { zone: calendar.zone, now }),
    nextStep: expired ? OFFER_EXPIRED_STEP : OFFER_PENDING_STEP,
  };
}

/** The last moment at which an offer is valid: one that is valid through a day expires as the next day begins. */
const lastMoment = (expiresAt: Date): Date => new Date(expiresAt.getTime() - 1);
