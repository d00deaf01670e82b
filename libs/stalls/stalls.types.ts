import type { Hold, OfficeCalendar } from '@app/platform/time/working-calendar.js';
import type {
  Assessment,
  SearchFacts,
  SearchStatus,
  Severity,
  StallRuleName,
  TemplateStage,
} from '@app/clocks/clocks.types.js';

// Rows as the repository reads them.

export interface SearchRow {
  searchId: string;
  searchRef: string | null;
  officeId: string;
  status: SearchStatus;
  episodeOpenedAt: Date;
  lastProgressAt: Date;
  progressKey: string;
}

export interface CandidacyRow {
  candidacyId: string;
  searchId: string;
  candidateRef: string | null;
  stageId: string;
  stageSince: Date;
  stageKey: string;
  windowOpenedAt: Date | null;
  windowKey: string | null;
  offerExtendedAt: Date | null;
}

export interface HoldRow extends Hold {
  searchId: string;
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
  readonly assessment: Assessment;
}

export interface SweepResult {
  readonly searches: number;
  readonly raised: number;
  readonly cleared: number;
}

export interface OpenFlag {
  id: string;
  rule: StallRuleName;
  severity: Severity;
  candidacyId: string | null;
  candidateName: string | null;
  since: Date;
  deadline: Date;
  basis: Record<string, unknown>;
  evidence: Record<string, unknown>;
  sentence: string;
  nextStep: string;
}

export interface TodayItem {
  flagId: string;
  rule: StallRuleName;
  severity: Severity;
  sentence: string;
  nextStep: string;
  since: Date;
  deadline: Date;
  search: { id: string; title: string; clientName: string };
  candidacy: { id: string; candidateName: string } | null;
  windowOpenedAt: Date | null;
  windowClosesAt: Date | null;
}
