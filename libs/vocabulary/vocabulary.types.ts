import type { LocalDate } from '@app/platform/time/local-date.js';

// Words that rooms of several floors say. A word of one room, or of those above it, stands in that room.

export const SEARCH_STATUSES = ['draft', 'open', 'on_hold', 'offer', 'placed', 'closed'] as const;
export type SearchStatus = (typeof SEARCH_STATUSES)[number];

/** Of a search: what its open flags say. */
export const HEALTHS = ['on_track', 'at_risk', 'stalled', 'on_hold'] as const;
export type Health = (typeof HEALTHS)[number];

/** Of a flag, in this order. */
export const SEVERITIES = ['watch', 'stalled'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How a candidacy ended. */
export const OUTCOMES = ['placed', 'withdrawn', 'rejected'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OFFER_DECISIONS = ['accepted', 'declined', 'expired', 'rescinded'] as const;
export type OfferDecision = (typeof OFFER_DECISIONS)[number];

/** Who decided that a candidacy ends. */
export const DECIDERS = ['firm', 'client', 'candidate'] as const;
export type Decider = (typeof DECIDERS)[number];

/** Which searches a figure is of; what is left out is not asked about. */
export interface Slice {
  leadId?: string;
  officeId?: string;
  clientId?: string;
  roleKey?: string;
}

/** Which episodes of searches a figure is of; the days are local dates at the office of the search, both included. */
export interface Population extends Slice {
  roleKeys?: readonly string[];
  openedFrom?: LocalDate;
  openedTo?: LocalDate;
}
