import type { SearchStatus, Severity } from '@app/vocabulary/vocabulary.types.js';
import type { ClientCalendar, Hold, OfficeCalendar } from '@app/platform/time/working-calendar.js';
import type { Arrivals, Assessment, SearchFacts, StallRuleName } from '@app/clocks/clocks.types.js';
import type { TemplateStage } from '@app/stages/stages.types.js';
import type { Policy } from '@app/limits/limits.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';

// Rows as the repository reads them.

export interface SearchRow {
  searchId: string;
  searchRef: string | null;
  officeId: string;
  clientId: string;
  roleKey: string;
  status: SearchStatus;
  targetDate: LocalDate | null;
  episodeId: string;
  episodeOpenedAt: Date;
  reopened: boolean;
  lastProgressAt: Date;
  progressKey: string;
  decisionMakerAt: Date | null;
  decisionMakerKey: string | null;
}

/** Moments are milliseconds since 1970. */
export interface CandidacyRow {
  candidacyId: string;
  searchId: string;
  candidateRef: string | null;
  stageId: string;
  stageSince: number;
  stageKey: string;
  windowOpenedAt: number | null;
  windowKey: string | null;
  offerExtendedAt: number | null;
  clientTurnAt: number | null;
  clientTurnKey: string | null;
  presentedAt: number | null;
  /** how many more in sourcing this row stands for; left out: none */
  more?: number;
}

export interface HoldRow extends Hold {
  searchId: string;
}

export interface OfferRow {
  offerId: string;
  searchId: string;
  candidacyId: string;
  extendedAt: Date;
  expiresAt: Date | null;
}

export interface ArrivalsRow extends Arrivals {
  searchId: string;
}

/** Some searches with all that their clocks run on. */
export interface SearchRows {
  readonly searches: readonly SearchRow[];
  readonly candidacies: readonly CandidacyRow[];
  readonly holds: readonly HoldRow[];
  readonly offers: readonly OfferRow[];
  readonly arrivals: readonly ArrivalsRow[];
}

export interface ClientCalendarRow extends ClientCalendar {
  clientId: string;
}

export interface OfficeRow extends OfficeCalendar {
  id: string;
}

export interface StageRow extends TemplateStage {
  id: string;
  label: string;
}

/** What a flag says of itself, decided or on record. */
export interface Telling {
  readonly since: Date;
  readonly deadline: Date;
  readonly basis: object;
  readonly evidence: object;
  readonly sentence: string;
  readonly nextStep: string;
}

export interface FlagRow extends Telling {
  id: string;
  searchId: string;
  rule: StallRuleName;
  subjectId: string;
  episodeKey: string;
  severity: Severity;
  state: 'open' | 'suspended';
}

/** One search as the rules see it at a moment. */
export interface AssessedSearch {
  readonly facts: SearchFacts;
  readonly policy: Policy;
  readonly assessment: Assessment;
}

/** One search as the rules see it, with the process its people go through. */
export interface SearchClocks {
  readonly facts: SearchFacts;
  readonly policy: Policy;
  /** the firm's stages in their order, each with the budget that holds for this search */
  readonly stages: readonly StageRow[];
  /** the stage of each candidacy */
  readonly stageOf: ReadonlyMap<string, string>;
}

export interface SweepResult {
  readonly searches: number;
  readonly raised: number;
  readonly cleared: number;
  readonly escalated: number;
}
