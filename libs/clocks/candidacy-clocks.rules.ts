import type { Policy } from '@app/limits/limits.types.js';
import { deadlineBasis, deadlineInstant, workingDaysSince } from '@app/platform/time/working-calendar.js';
import { candidacySubject, keyOfCandidacy, STOPPED, type Ladder, type Rung, type StallRule } from './clocks.rules.js';
import {
  CLIENT_SILENT_STEPS,
  OFFER_EXPIRED_STEP,
  OFFER_PENDING_STEP,
  STAGE_OVERDUE_STEPS,
  clientSilentSentence,
  offerExpiredSentence,
  offerPendingSentence,
  stageOverdueSentence,
} from './sentences.rules.js';
import type { CandidacyFacts, FlagDecision, OfferFacts, SearchFacts, Severity } from './clocks.types.js';
import type { StageKind } from '@app/stages/stages.types.js';

const STAGES_WITHOUT_BUDGET: ReadonlySet<StageKind> = new Set(['sourcing', 'placed']);

/** A candidacy is late when the working-day budget of its stage is used up, and stalls at twice the budget. */
export const stageOverdue: StallRule = {
  name: 'stage_overdue',
  pausedByHold: true,
  endsBy: 'fact',
  definition:
    'A candidate is watched when the working-day budget of their stage is used up, and stalls at twice the budget.',
  limits: 'stage_budget',
  evidence: {
    workingDays: 'Working days passed',
    budget: 'Budget, working days',
    stageKind: null,
    stageLabel: 'Stage',
  },
  stalledAt: 'twice the budget',
  episodeKey: keyOfCandidacy(({ stageKey }) => stageKey),
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

/** The client is silent when presented or interviewed candidates have had no answer for some working days. */
export const clientSilent: StallRule = {
  name: 'client_silent',
  pausedByHold: true,
  endsBy: 'fact',
  definition:
    'A client is silent when somebody was presented or interviewed and no feedback came for this many working days.',
  limits: ['clientSilentWatchDays', 'clientSilentStalledDays'],
  evidence: {
    workingDays: 'Working days passed',
    limit: 'Limit, working days',
    stalledAt: 'Stalled at, working days',
    stageKind: null,
    stageLabel: 'Stage',
  },
  episodeKey: keyOfCandidacy(({ clientTurnKey }) => clientTurnKey),
  ladders: (facts, policy) =>
    facts.candidacies.map((candidacy) => {
      const { clientTurnKey: key, clientTurnAt: since } = candidacy;
      if (key === null || since === null) return [];
      const turn = { key, since };
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
  limits: ['offerPendingDays'],
  evidence: {
    workingDays: 'Working days passed',
    limit: 'Limit, working days',
    candidacyId: null,
    expiresAt: 'Offer expires',
    expired: 'Expired',
  },
  episodeKey: ({ offers }, subjectId) => (offers.some(({ offerId }) => offerId === subjectId) ? subjectId : STOPPED),
  ladders: (facts, policy) =>
    facts.offers.map((offer) => {
      const deadline = deadlineInstant(offer.extendedAt, policy.offerPendingDays, facts.calendar, facts.holds);
      const { expiresAt } = offer;
      const expires = expiresAt !== null && (deadline === null || expiresAt < deadline);
      const at = expires ? expiresAt : deadline;
      return at ? [{ at, flag: (now) => offerFlag(facts, policy, offer, at, now) }] : [];
    }),
};

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

function silentRung(
  { calendar, holds }: SearchFacts,
  policy: Policy,
  candidacy: CandidacyFacts,
  { key, since }: { readonly key: string; readonly since: Date },
  limit: number,
  severity: Severity,
): readonly Rung[] {
  const at = deadlineInstant(since, limit, calendar, holds);
  if (!at) return [];
  const { stageLabel, stageKind } = candidacy;
  const flag = (now: Date): FlagDecision => {
    const workingDays = workingDaysSince(since, now, calendar, holds);
    return {
      rule: 'client_silent',
      severity,
      ...candidacySubject(candidacy, key),
      since,
      deadline: at,
      basis: { ...deadlineBasis(since, limit, calendar, holds), policyVersion: policy.version },
      evidence: { workingDays, limit, stalledAt: policy.clientSilentStalledDays, stageKind, stageLabel },
      sentence: clientSilentSentence(since, workingDays, limit, calendar.zone),
      nextStep: CLIENT_SILENT_STEPS[stageKind],
    };
  };
  return [{ at, flag }];
}

function offerFlag(
  { calendar, holds }: SearchFacts,
  policy: Policy,
  { offerId, candidacyId, candidateRef, extendedAt, expiresAt }: OfferFacts,
  at: Date,
  now: Date,
): FlagDecision {
  const limit = policy.offerPendingDays;
  const workingDays = workingDaysSince(extendedAt, now, calendar, holds);
  const expired = expiresAt !== null && expiresAt <= now;
  return {
    rule: 'offer_pending',
    severity: 'stalled',
    subjectType: 'offer',
    subjectId: offerId,
    candidateRef,
    episodeKey: offerId,
    since: extendedAt,
    deadline: at,
    basis: { ...deadlineBasis(extendedAt, limit, calendar, holds), policyVersion: policy.version },
    evidence: { workingDays, limit, candidacyId, expiresAt: expiresAt?.toISOString() ?? null, expired },
    sentence: expired
      ? offerExpiredSentence(expiresAt, calendar.zone)
      : offerPendingSentence(extendedAt, workingDays, limit, calendar.zone),
    nextStep: expired ? OFFER_EXPIRED_STEP : OFFER_PENDING_STEP,
  };
}
