import type { LocalDate } from '@app/platform/time/local-date.js';
import { CLOSE_REASONS } from '@app/searches/searches.types.js';

/** One duration as far as it was seen, in days with their fractions. */
export interface Spell {
  /** age at which observation began: 0, or the age of a search that was imported while under way */
  readonly entry: number;
  /** age at the event, or at which observation ended without one */
  readonly time: number;
  readonly event: boolean;
}

/** A duration that can end in one of several ways; null while it has not ended. */
export interface CompetingSpell<Outcome extends string = string> {
  readonly entry: number;
  readonly time: number;
  readonly outcome: Outcome | null;
}

/** An estimate with its 95 % interval. Null where there is nothing to estimate from; never NaN. */
export interface Estimate {
  readonly n: number;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The curve at and after one event time. The interval is null where the curve has reached 0 or 1: it is not defined there. */
export interface CurveStep {
  readonly day: number;
  readonly at_risk: number;
  readonly events: number;
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Curve {
  readonly n: number;
  readonly events: number;
  /** one per distinct event time, ascending, unrounded */
  readonly steps: readonly CurveStep[];
}

export interface SurvivalCurve extends Curve {
  /** days; null means "not reached" */
  readonly median: Estimate;
}

/** The value of a curve on one day. */
export interface CurvePoint extends Estimate {
  readonly at_risk: number;
  /** false where nobody has been followed that long: there is no estimate then */
  readonly followed: boolean;
}

export interface LogRankGroup {
  readonly n: number;
  readonly observed: number;
  readonly expected: number;
}

export interface LogRank {
  readonly chi2: number | null;
  readonly df: number;
  readonly p: number | null;
  readonly groups: readonly LogRankGroup[];
}

export interface Quartiles {
  readonly n: number;
  readonly lower: number | null;
  readonly median: number | null;
  readonly upper: number | null;
}

export interface Mean {
  readonly n: number;
  readonly mean: number | null;
}

/** Further days from today; null where the history does not reach that far. */
export interface Remaining {
  readonly low: number | null;
  readonly median: number | null;
  readonly high: number | null;
}

/** One episode of a search as of a moment. */
export interface EpisodeRow {
  searchId: string;
  episodeId: string;
  openedAt: Date;
  /** where its office is */
  openedOn: LocalDate;
  closedAt: Date | null;
  closeReason: string | null;
  firstOfferAt: Date | null;
  acceptedAt: Date | null;
  holds: { from: string; to: string | null }[];
}

/** Offers that lie in no episode of their search, and so in no figure. */
export interface LeftOut {
  /** extended before the search was first opened */
  readonly beforeOpening: number;
  /** extended after it was closed, or between a closing and a reopening */
  readonly afterClosing: number;
}

/** Time to offer of searches, net of holds, in days. */
export interface TimeToOffer {
  readonly searches: number;
  /** what is counted, open ones included: a search that was reopened has one more */
  readonly episodes: number;
  /** of the episodes, with an offer extended */
  readonly offers: number;
  /** Kaplan-Meier median over all episodes, open ones censored; estimate null: not reached */
  readonly median: Estimate;
  /** mean over the episodes with an offer only: what most tools print, and too low while searches are open */
  readonly completedMean: Mean;
  readonly leftOut: LeftOut;
  readonly steps: readonly CurveStep[];
}

/** How an episode can end; whatever is not a placement competes with it. */
export const PLACEMENT_OUTCOMES = ['placed', ...CLOSE_REASONS] as const;
export type PlacementOutcome = (typeof PLACEMENT_OUTCOMES)[number];

/** At one age: the share that had ended in each way by then, and the share still waiting. They add up to 1. */
export interface Stack<Outcome extends string> {
  readonly day: number;
  readonly at_risk: number;
  readonly shares: Readonly<Record<Outcome, number>>;
  readonly waiting: number;
}

/** So many that took equally long: those that came to an end, and those that were still under way. */
export interface Counted {
  readonly time: number;
  readonly events: number;
  readonly censored: number;
}

/** The share of searches that have placed somebody by a day, other endings competing. */
export interface PlacedBy {
  readonly day: number;
  readonly searches: number;
  readonly at: CurvePoint;
  readonly curve: Curve;
}

export interface EpisodeFigures {
  readonly episodes: readonly EpisodeRow[];
  readonly timeToOffer: TimeToOffer;
  readonly placedBy90: PlacedBy;
}
