import type { OfferDecision } from '@app/vocabulary/vocabulary.types.js';
import type { Candidacy } from '@app/pipeline/pipeline.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';

/** Money is per year in one currency; equity over the whole vesting time; sign-on and relocation once. */
export interface OfferTerms {
  currency?: string;
  base?: number;
  bonus?: number;
  equityValue?: number;
  vestingMonths?: number;
  signOn?: number;
  relocation?: number;
}

export interface ExtendOffer extends OfferTerms {
  /** Of the candidacy. */
  version: number;
  /** Absent: now. */
  extendedAt?: Date;
  expiresAt?: Date;
}

export interface DecideOffer {
  /** Of the offer. */
  version: number;
  decision: OfferDecision;
  /** Absent: now. */
  decidedAt?: Date;
  /** `YYYY-MM-DD`, with an acceptance. */
  startDate?: LocalDate;
}

export interface SetStartDate {
  /** Of the offer. */
  version: number;
  /** `YYYY-MM-DD`; null: no longer agreed. */
  startDate: LocalDate | null;
}

export const TAKERS_BACK = ['client', 'candidate'] as const;
export type TakerBack = (typeof TAKERS_BACK)[number];

export interface TakeBack {
  /** Of the offer. */
  version: number;
  by: TakerBack;
  reason: string;
}

/** An offer as stored, locked for the transaction that asked for it. */
export interface Offer {
  id: string;
  candidacyId: string;
  searchId: string;
  extendedAt: Date;
  expiresAt: Date | null;
  decidedAt: Date | null;
  decision: OfferDecision | null;
  startDate: LocalDate | null;
  takenBackAt: Date | null;
  version: number;
}

/** The candidacy after the offer, and which offer it was. */
export interface CandidacyWithOffer extends Candidacy {
  offerId: string;
}

export type OffersErrorCode =
  | 'offer_already_decided'
  | 'offer_moment_refused'
  | 'offer_not_accepted'
  | 'offer_not_found'
  | 'start_date_without_acceptance';
