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
}

export type WindowState = 'open' | 'closing' | 'closed' | 'stopped';

export interface MarketWindow {
  openedAt: Date;
  /** Of a stopped window: the day on which it stopped. */
  day: number;
  closesAt: Date;
  state: WindowState;
}

export interface CandidacyOverview {
  id: string;
  search: { id: string; title: string };
  stageLabel: string;
  outcome: 'placed' | 'withdrawn' | 'rejected' | null;
  window: MarketWindow | null;
}

export interface Candidate extends CandidateRow {
  email: string | null;
  phone: string | null;
  profileUrl: string | null;
  inMarketSince: Date | null;
  version: number;
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
  inMarketSince?: Date | null;
}

/** What is absent stays as it is. */
export type EditCandidate = Partial<CandidateFields> & { version: number };

export type CandidateErrorCode = 'candidate_not_found' | 'stale_version';
