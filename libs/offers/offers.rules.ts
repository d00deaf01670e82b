import { momentOf } from '@app/activities/activities.rules.js';
import { decideOffering, decideWork, type Standing } from '@app/pipeline/pipeline.rules.js';
import { follows, liesBefore } from '@app/platform/time/fact-order.js';
import type { PipelineErrorCode } from '@app/pipeline/pipeline.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import type { DecideOffer, ExtendOffer, Offer, OffersErrorCode } from './offers.types.js';

export interface OfferRefusal {
  readonly code: OffersErrorCode | PipelineErrorCode;
  readonly sentence: string;
}

/** Either the moment the offer bears, or why it may not be made. */
export type Extending = { readonly extendedAt: Date } | { readonly refused: OfferRefusal };

/** Either the moment of the decision, or why it may not be recorded. */
export type Deciding = { readonly decidedAt: Date } | { readonly refused: OfferRefusal };

const refused = (code: OfferRefusal['code'], sentence: string) => ({ refused: { code, sentence } });

/** What an offer has to come after: the opening, or reopening, of its search, in the zone of its office. */
export interface OfferOrder {
  readonly openedAt: Date;
  readonly zone: string;
}

export function decideExtending(
  standing: Standing,
  undecided: boolean,
  { openedAt, zone }: OfferOrder,
  input: ExtendOffer,
  now: Date,
): Extending {
  const not = decideOffering(standing, undecided);
  if (not) return { refused: not };
  const said = momentOf(input.extendedAt, now);
  if (!said) return refused('offer_moment_refused', 'An offer is recorded once it is out: enter a time in the past.');
  const extendedAt = follows(said, openedAt, zone);
  if (!extendedAt) return refused('offer_moment_refused', 'An offer cannot be extended before its search was opened.');
  if (input.expiresAt && input.expiresAt <= extendedAt) {
    return refused('offer_moment_refused', 'An offer has to expire after it was extended.');
  }
  return { extendedAt };
}

/** An offer is decided once. Only an acceptance needs the search to be running still. */
export function decideDecision(
  standing: Standing,
  offer: Offer,
  zone: string,
  input: DecideOffer,
  now: Date,
): Deciding {
  if (offer.decision) return refused('offer_already_decided', `This offer was already ${offer.decision}.`);
  const idle = input.decision === 'accepted' ? decideWork(standing) : null;
  if (idle) return { refused: idle };
  if (input.startDate && input.decision !== 'accepted') {
    return refused('start_date_without_acceptance', 'Only an accepted offer has a start date.');
  }
  if (input.startDate && liesBefore(input.startDate, offer.extendedAt, zone)) return { refused: STARTS_TOO_EARLY };
  const said = momentOf(input.decidedAt, now);
  const decidedAt = said && follows(said, offer.extendedAt, zone);
  if (!decidedAt) {
    return refused(
      'offer_moment_refused',
      'The decision has to be after the offer was extended and not in the future.',
    );
  }
  return { decidedAt };
}

const STARTS_TOO_EARLY: OfferRefusal = {
  code: 'offer_moment_refused',
  sentence: 'The first day cannot come before the offer was extended.',
};

/** The first day of an accepted offer, once it is agreed or when it moves. */
export function decideStartDate(offer: Offer, startDate: LocalDate | null, zone: string): OfferRefusal | null {
  const refused = decideAccepted(offer);
  if (refused) return refused;
  return startDate && liesBefore(startDate, offer.extendedAt, zone) ? STARTS_TOO_EARLY : null;
}

/** Only an acceptance that still holds has a first day, and only it can be taken back. */
export function decideAccepted({ decision, takenBackAt }: Offer): OfferRefusal | null {
  if (decision === 'accepted' && !takenBackAt) return null;
  const why = takenBackAt ? 'The acceptance of this offer was taken back.' : 'This offer was not accepted.';
  return { code: 'offer_not_accepted', sentence: why };
}
