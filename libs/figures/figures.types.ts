import type { LeftOut, LogRank, PlacementOutcome } from '@app/metrics/metrics.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import type { HealthCounts, TimeToOfferFigure } from '@app/reports/reports.types.js';
import type { Practice } from '@app/role-templates/role-templates.types.js';
import type { StageKind } from '@app/stages/stages.types.js';
import type { Slice } from '@app/vocabulary/vocabulary.types.js';

/** Which episodes are asked about; the days are local dates at the office of a search, both included. */
export interface AskedFigures extends Slice {
  practice?: Practice;
  openedFrom?: LocalDate;
  openedTo?: LocalDate;
}

export const FIGURE_UNITS = ['days', 'share', 'searches', 'candidates'] as const;

/** So many searches are named by a figure, the newest first. */
export const MOST_NAMED = 200;

/** What every figure says of itself. */
export interface Figure {
  unit: (typeof FIGURE_UNITS)[number];
  /** in one sentence */
  definition: string;
  /** how many it counts: what a figure counts is said by its definition */
  n: number;
  searches: number;
  /** the first of them, those opened last first */
  searchIds: string[];
  /** what is said where there is nothing, or too little, to claim anything from */
  words: string | null;
}

/** An estimate with its 95 % interval; null where none is claimed. */
export interface Share {
  share: number | null;
  low: number | null;
  high: number | null;
}

export interface WaitingStep {
  day: number;
  atRisk: number;
  /** offers on that day */
  events: number;
  /** the share still waiting from that day on */
  waiting: number;
  low: number | null;
  high: number | null;
}

export interface AtAge {
  day: number;
  episodes: number;
}

/** The curve of those who wait for an offer, as far as at least five of them do. */
export interface WaitingCurve {
  steps: WaitingStep[];
  /** how many were still waiting at some ages */
  atRisk: AtAge[];
  /** episodes without an offer, by the whole days that they were watched */
  censored: AtAge[];
}

export interface TimeToOfferInsight
  extends Figure, WaitingCurve, Omit<TimeToOfferFigure, 'searches' | 'offersLeftOut'> {
  leftOut: LeftOut;
  /** why the median is longer than the mean; null where it is not */
  whyLonger: string | null;
}

export type PlacementShares = Record<PlacementOutcome | 'waiting', number>;

export interface PlacedByInsight extends Figure, Share {
  day: number;
  /** of all searches, by that day, where the market is known */
  marketShare: number;
  /** why this share and the market's days to an offer do not contradict each other; null where the firm's own figures cannot show it */
  marketExplained: string | null;
  /** at that day; they add up to 1 */
  shares: PlacementShares | null;
  steps: (PlacementShares & { day: number; atRisk: number })[];
}

export interface PlacementCohort extends Share {
  /** such as 2026-Q4; null: all of them */
  opened: string | null;
  placed: number;
  /** ended otherwise */
  notPlaced: number;
  /** go on, and are not in the share */
  open: number;
}

export interface PlacementRateInsight extends Figure {
  all: PlacementCohort;
  cohorts: PlacementCohort[];
}

export interface OfferCounts {
  accepted: number;
  declined: number;
  expired: number;
  rescinded: number;
  pending: number;
  /** of the accepted ones */
  takenBack: number;
}

export interface OfferAcceptanceInsight extends Figure, Share, OfferCounts {}

export interface StagePassthrough extends Share {
  kind: StageKind;
  passed: number;
  ended: number;
  waiting: number;
}

export interface PassthroughInsight extends Figure {
  stages: StagePassthrough[];
}

export interface StageTime {
  kind: StageKind;
  ended: number;
  lowerDays: number | null;
  medianDays: number | null;
  upperDays: number | null;
  waiting: number;
  /** median age of those in progress */
  waitingDays: number | null;
  /** Kaplan-Meier over both */
  expectedDays: number | null;
  lowDays: number | null;
  highDays: number | null;
}

export interface TimeInStageInsight extends Figure {
  stages: StageTime[];
}

export interface AgeBand extends HealthCounts {
  fromDay: number;
  /** null: and more */
  toDay: number | null;
}

export interface OpenSearchesInsight extends Figure {
  oldestDays: number | null;
  ages: AgeBand[];
}

export interface LostInsight extends Figure {
  days: { day: number; candidates: number }[];
  /** had no market window */
  withoutWindow: number;
}

export interface Load {
  id: string;
  name: string;
  searches: number;
  stalled: number;
  atRisk: number;
  onHold: number;
  inPlay: number;
}

export interface LoadInsight extends Figure {
  leads: Load[];
}

/** What can be said of any moment. */
export interface PastFigures {
  at: Date;
  timeToOffer: TimeToOfferInsight;
  placedBy90: PlacedByInsight;
  placementRate: PlacementRateInsight;
  offerAcceptance: OfferAcceptanceInsight;
  passthrough: PassthroughInsight;
  timeInStage: TimeInStageInsight;
  lostToMarket: LostInsight;
}

/** In the order of the page. */
export const FIGURE_NAMES = [
  'timeToOffer',
  'placedBy90',
  'passthrough',
  'timeInStage',
  'placementRate',
  'openSearches',
  'lostToMarket',
  'offerAcceptance',
  'load',
] as const satisfies readonly (keyof Figures)[];
export type FigureName = (typeof FIGURE_NAMES)[number];

/** A figure as rows and columns of numbers; `named`: but for the first column, which says what a row is of. */
export interface FigureTable {
  title: string;
  named?: boolean;
  heads: string[];
  rows: (string | number | null)[][];
}

export interface Figures extends PastFigures {
  openSearches: OpenSearchesInsight;
  load: LoadInsight;
}

/** One of two selections set side by side. */
export interface Side extends Pick<
  TimeToOfferInsight,
  'searches' | 'episodes' | 'offers' | 'medianDays' | 'lowDays' | 'highDays' | 'words' | keyof WaitingCurve
> {
  expected: number;
}

export interface SideBySide {
  at: Date;
  definition: string;
  one: Side;
  other: Side;
  test: Omit<LogRank, 'groups'>;
  /** in both, which leaves no test */
  shared: number;
  sentence: string;
}

/** How spells in a stage ended. */
export const FATES = ['passed', 'ended', 'waiting'] as const;
export type Fate = (typeof FATES)[number];

/** Spells of so many whole hours. */
export interface SpellCount {
  kind: StageKind;
  hours: number;
  fate: Fate;
  spells: number;
}

/** Of which searches something is, the first of them, and how many. */
export interface Origin {
  searches: number;
  searchIds: string[];
}

export interface StageSpells extends Origin {
  spells: SpellCount[];
  searchesByKind: { kind: StageKind; searches: number }[];
}

export type OffersFound = Origin & OfferCounts;

export interface LostFound extends Origin {
  /** null: without a window */
  days: { day: number | null; candidates: number }[];
}

/** A search that a figure names. */
export interface FigureSearch {
  id: string;
  ref: string | null;
  title: string;
  clientName: string;
  leadName: string;
}

/** The figures, with the names of the searches that they name by id. */
export interface NamedFigures extends Figures {
  named: FigureSearch[];
}
