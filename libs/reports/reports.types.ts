import type { Health, SearchStatus, Severity } from '@app/vocabulary/vocabulary.types.js';
import type { MarketWindow } from '@app/limits/limits.types.js';

/** A search as the partner's page lists it. */
export interface HealthRow {
  id: string;
  ref: string | null;
  title: string;
  clientName: string;
  leadName: string;
  /** local midnights in the office's zone since the running episode opened */
  day: number;
  health: Health;
  /** what a partner would say, worst first; empty when on track */
  reasons: string[];
  nextStep: string | null;
}

export interface Named {
  id: string;
  name: string;
}

/** A running search, whose it is, and the severities of its open flags. */
export interface SearchSeverities {
  id: string;
  status: SearchStatus;
  lead: Named;
  client: Named;
  office: Named;
  zone: string;
  roleKey: string;
  episodeOpenedAt: Date;
  severities: Severity[];
  /** the first of the deadlines that its open flags have passed */
  overdueSince: Date | null;
}

export type RankedSearch = SearchSeverities & { health: Health };

/** The running searches of one consultant, client or office. */
export interface StallGroup extends Named {
  searches: number;
  stalled: number;
  atRisk: number;
  onTrack: number;
  onHold: number;
  /** local dates since the first deadline that an open flag has passed; null: no open flag */
  oldestFlagDays: number | null;
  /** windows closing this week */
  windowsClosing: number;
}

/** Who stalls most, first. */
export interface WhoStalls {
  leads: StallGroup[];
  clients: StallGroup[];
  offices: StallGroup[];
}

export interface ChangedSearch {
  id: string;
  ref: string | null;
  title: string;
  clientName: string;
  leadName: string;
}

export interface ChangedSearches {
  count: number;
  /** the first of them */
  items: ChangedSearch[];
}

/** What is otherwise than it was as the last Monday before today began, where the reader is. */
export interface HealthChanges {
  since: Date;
  countsThen: HealthCounts;
  /** of the time to offer, as it was then */
  medianDaysThen: number | null;
  becameStalled: ChangedSearches;
  recovered: ChangedSearches;
  putOnHold: ChangedSearches;
  opened: ChangedSearches;
  placed: ChangedSearches;
  closed: ChangedSearches;
}

export interface HealthCounts {
  onTrack: number;
  atRisk: number;
  stalled: number;
  onHold: number;
}

/** A search that runs now or has ended since a moment. */
export type RecentSearch = ChangedSearch & { status: SearchStatus; episodeOpenedAt: Date; closedAt: Date | null };

export type HealthRecord = Omit<HealthRow, 'day' | 'health'> & { openedAt: Date; zone: string };

export interface ClosingWindow {
  candidacyId: string;
  searchId: string;
  searchTitle: string;
  candidateName: string;
  stageLabel: string;
  window: MarketWindow;
}

/** An open window as it is read: day and closing moment follow from the zone of the office. */
export type OpenWindow = Omit<ClosingWindow, 'window'> & { openedAt: Date; zone: string; roleKey: string };

export interface TimeToOfferFigure {
  searches: number;
  /** what is counted: a search that was reopened has one more */
  episodes: number;
  offers: number;
  /** offers that lie before the opening or after the closing of their search, and are in no figure */
  offersLeftOut: number;
  /** null: fewer than half of the searches have reached an offer so far, or there are too few of them to say */
  medianDays: number | null;
  lowDays: number | null;
  highDays: number | null;
  completedMeanDays: number | null;
  marketDays: number;
  sentence: string;
}

export interface PipelineHealth {
  at: Date;
  counts: HealthCounts;
  searches: HealthRow[];
  /** all of them, however many are listed */
  windowsClosing: number;
  windowsThisWeek: ClosingWindow[];
  whoStalls: WhoStalls;
  timeToOffer: TimeToOfferFigure;
}

/** The whole of it, for paper and for Monday's mail. */
export interface HealthReport extends PipelineHealth {
  /** null: there is too much history to look back in time */
  changes: HealthChanges | null;
  /** in words, what it is narrowed to */
  narrowedTo: string[];
}

/** Who a sheet is printed for, and what it says of the firm. */
export interface Recipient {
  firmName: string;
  simulated: boolean;
  timeZone: string;
}

export const FOUND_TYPES = ['search', 'candidate', 'client', 'contact'] as const;
export interface Found {
  type: (typeof FOUND_TYPES)[number];
  id: string;
  label: string;
  detail: string;
}

export type ReportsErrorCode = 'moment_too_costly';
