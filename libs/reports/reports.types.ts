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

/** A running search with the severities of its open flags. */
export interface SearchSeverities {
  id: string;
  status: SearchStatus;
  severities: Severity[];
}

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
  counts: { onTrack: number; atRisk: number; stalled: number; onHold: number };
  searches: HealthRow[];
  windowsThisWeek: ClosingWindow[];
  timeToOffer: TimeToOfferFigure;
}

/** Who a sheet is printed for, and what it says of the firm. */
export interface Recipient {
  firmName: string;
  simulated: boolean;
  timeZone: string;
}

export interface Found {
  type: 'search' | 'candidate' | 'client';
  id: string;
  label: string;
  detail: string;
}
