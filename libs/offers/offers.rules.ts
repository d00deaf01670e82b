import { momentOf } from '@app/activities/activities.rules.js';
import { decideWork, type Standing } from '@app/pipeline/pipeline.rules.js';
import type { PipelineErrorCode } from '@app/pipeline/pipeline.types.js';
import type { DecideOffer, ExtendOffer, Offer, OffersErrorCode } from './offers.types.js';

export interface OfferRefusal {
  readonly code: OffersErrorCode | PipelineErrorCode;
  readonly sentence: string;
}

/** Either the moment the offer bears, or why it may not be made. */
export type Extending = { readonly extendedAt: Date } | { readonly refused: OfferRefusal };

/** Either the moment of the decision, or why it may not be recorded. */
export type Deciding = { readonly decidedAt: Date } | { readonly refused: OfferRefusal };

const refuse = (code: OfferRefusal['code'], sentence: string) => ({ refused: { code, sentence } });

/** A live candidate of a running search gets one offer at a time; another one after it was turned down. */
export function decideExtending(standing: Standing, undecided: boolean, input: ExtendOffer, now: Date): Extending {
  const refused = decideWork(standing);
  if (refused) return { refused };
  if (undecided)
    return refuse('offer_already_out', 'An offer to this candidate is awaiting an answer; record that first.');
  const extendedAt = momentOf(input.extendedAt, now);
  if (!extendedAt)
    return refuse('offer_moment_refused', 'An offer is recorded once it is out: enter a time in the past.');
  if (input.expiresAt && input.expiresAt <= extendedAt) {
    return refuse('offer_moment_refused', 'An offer has to expire after it was extended.');
  }
  return { extendedAt };
}

/** An offer is decided once. Only an acceptance needs the search to be running still. */
export function decideDecision(standing: Standing, offer: Offer, input: DecideOffer, now: Date): Deciding {
  if (offer.decision) return refuse('offer_already_decided', `This offer was already ${offer.decision}.`);
  const refused = input.decision === 'accepted' ? decideWork(standing) : null;
  if (refused) return { refused };
  if (input.startDate && input.decision !== 'accepted') {
    return refuse('start_date_without_acceptance', 'Only an accepted offer has a start date.');
  }
  const decidedAt = momentOf(input.decidedAt, now);
  if (!decidedAt || decidedAt < offer.extendedAt) {
    return refuse('offer_moment_refused', 'The decision has to be after the offer was extended and not in the future.');
  }
  return { decidedAt };
}

/** Only an acceptance that still holds has a first day, and only it can be taken back. */
export function decideAccepted({ decision, takenBackAt }: Offer): OfferRefusal | null {
  if (decision === 'accepted' && !takenBackAt) return null;
  const why = takenBackAt ? 'The acceptance of this offer was taken back.' : 'This offer was not accepted.';
  return { code: 'offer_not_accepted', sentence: why };
}
