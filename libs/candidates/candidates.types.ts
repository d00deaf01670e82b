import type { Outcome } from '@app/vocabulary/vocabulary.types.js';
import type { MarketWindow } from '@app/limits/limits.types.js';
import type { PossibleDuplicate } from '@app/platform/persons/possible-duplicates.js';
import { sortsOf } from '@app/platform/lists/sorted.js';
import type { OverrideReason } from '@app/tombstones/tombstones.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';

export const LAYERS = [
  'inference_infrastructure',
  'evaluation_reliability',
  'product_execution',
  'governance',
  'research',
] as const;
/** The layer of AI execution somebody works on. */
export type Layer = (typeof LAYERS)[number];

export const SIGNALS = ['hyperscaler_alumni', 'phd', 'frontier_lab', 'big4_ai'] as const;
export type Signal = (typeof SIGNALS)[number];

/** What the list can be sorted by; `added` by when we came to know them. */
export const CANDIDATE_SORTS = sortsOf(['name', 'employer', 'city', 'added']);
export type CandidateSort = (typeof CANDIDATE_SORTS)[number];

export interface CandidateFilter {
  /** words of the name, the title or the employer */
  q?: string;
  /** words of the city */
  city?: string;
  country?: string;
  layer?: Layer;
  signal?: Signal;
  /** whether they are in a running search that the reader may see */
  active?: boolean;
}

export interface CandidateRow {
  id: string;
  ref: string | null;
  name: string;
  title: string | null;
  employer: string | null;
  city: string | null;
  country: string | null;
  layer: Layer | null;
  signals: Signal[];
  source: string | null;
  /** live candidacies in running searches the reader may see */
  activeSearches: number;
  version: number;
}

export interface CandidacyOverview {
  id: string;
  search: { id: string; title: string };
  stageLabel: string;
  outcome: Outcome | null;
  window: MarketWindow | null;
}

export const ARTICLE14_STATES = ['due', 'sent', 'exempt'] as const;
/** Whether somebody found elsewhere has been told that and why we keep their data. */
export type Article14State = (typeof ARTICLE14_STATES)[number];

export interface Article14 {
  state: Article14State;
  /** When they were told, or exempted. */
  at: Date | null;
  by: { id: string; name: string } | null;
  /** Why they need not be told. */
  reason: string | null;
  /** The last day to tell them, `YYYY-MM-DD`. */
  dueOn: LocalDate;
  allowed: { exempt: boolean };
}

export interface SetArticle14 {
  /** Of the candidate. */
  version: number;
  state: Article14State;
  /** When the notice was sent. Absent: now. */
  at?: Date;
  reason?: string;
}

export interface Candidate extends CandidateRow {
  email: string | null;
  phone: string | null;
  profileUrl: string | null;
  /** a day, `YYYY-MM-DD`; it begins where the office of each search is */
  inMarketSince: LocalDate | null;
  article14: Article14;
  /** They asked to be forgotten: nothing is known of them any more. */
  erased: boolean;
  allowed: { erase: boolean };
  /** in searches the reader may see, the latest first */
  candidacies: CandidacyOverview[];
}

/** What a person types in; null clears a field. */
export interface CandidateFields {
  name: string;
  email?: string | null;
  phone?: string | null;
  profileUrl?: string | null;
  city?: string | null;
  country?: string | null;
  title?: string | null;
  employer?: string | null;
  layer?: Layer | null;
  signals?: Signal[];
  source?: string | null;
  inMarketSince?: LocalDate | null;
  /** Keeps somebody who asked to be forgotten, and why: for partners. */
  despiteErasure?: OverrideReason;
}

/** What is absent stays as it is. */
export type EditCandidate = Partial<CandidateFields> & { version: number };

/** What is known of one of several people who are to be added. */
export interface KnownAmong {
  /** which of them, counted from 0 */
  at: number;
  /** who of the list before them has the same address, number or link */
  sameAs: number | null;
  duplicates: PossibleDuplicate[];
}

export type CandidateErrorCode =
  | 'article14_moment_refused'
  | 'article14_reason_refused'
  | 'candidate_erased'
  | 'candidate_not_found'
  | 'possible_duplicate'
  | 'stale_version';
