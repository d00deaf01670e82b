import type { DeadlineBasis, Hold, OfficeCalendar } from '@app/platform/time/working-calendar.js';

export type SearchStatus = 'draft' | 'open' | 'on_hold' | 'offer' | 'placed' | 'closed';

export type StageKind =
  'sourcing' | 'engaged' | 'assessed' | 'presented' | 'client_interview' | 'finalist' | 'offer' | 'placed';

/** A stage of a firm's process, as the split of the window over its stages needs it. */
export interface TemplateStage {
  readonly kind: StageKind;
  /** working days typed in by the firm */
  readonly budgetDays: number | null;
}

/** One live candidacy, as far as its clocks are concerned. */
export interface CandidacyFacts {
  readonly candidacyId: string;
  readonly candidateRef: string | null;
  readonly stageKind: StageKind;
  readonly stageLabel: string;
  /** working days; null for a stage without a budget (`stageBudgets` splits the window where none is typed in) */
  readonly stageBudgetDays: number | null;
  /** the moment of the move into the present stage */
  readonly stageSince: Date;
  /** the move into the present stage */
  readonly stageKey: string;
  /** the move that opened the window; null until the first two-way contact */
  readonly windowKey: string | null;
  /** null until the first two-way contact */
  readonly windowOpenedAt: Date | null;
  /** the first offer ever extended to this candidate in this search */
  readonly offerExtendedAt: Date | null;
  /** the candidate's own zone; null falls back to the office's */
  readonly zone: string | null;
}

/** Everything the rules know about a search: facts as of one moment, nothing that is still to come. */
export interface SearchFacts {
  readonly searchId: string;
  readonly searchRef: string | null;
  readonly status: SearchStatus;
  readonly episodeOpenedAt: Date;
  /** the fact that was the last progress, or the opening of the episode */
  readonly progressKey: string;
  /** null until the first progress of any candidacy */
  readonly lastProgressAt: Date | null;
  /** one shared object per office: what is derived from it is kept per object */
  readonly calendar: OfficeCalendar;
  readonly holds: readonly Hold[];
  readonly candidacies: readonly CandidacyFacts[];
}

export interface Policy {
  readonly noProgressDays: number;
  readonly noProgressSourcingDays: number;
  readonly windowWatchDay: number;
  readonly windowCloseDay: number;
  readonly version: number;
}

export type StallRuleName = 'no_progress' | 'stage_overdue' | 'window_closing' | 'window_closed';

export type Severity = 'watch' | 'stalled';

export type SubjectType = 'search' | 'candidacy';

export type Health = 'on_track' | 'at_risk' | 'stalled' | 'on_hold';

/** Market windows count calendar days and never pause, so their basis has neither holidays nor holds. */
export interface WindowBasis {
  readonly windowOpenedAt: Date;
  readonly localDate: string;
  readonly zone: string;
  readonly calendarDays: number;
}

export type FlagBasis = (DeadlineBasis | WindowBasis) & {
  readonly policyVersion: number;
};

export type EvidenceValue = string | number | boolean | null | readonly string[];

export interface FlagDecision {
  readonly rule: StallRuleName;
  readonly severity: Severity;
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly candidateRef: string | null;
  /** the fact that preceded the flag: with rule and subject it is the episode */
  readonly episodeKey: string;
  /** when the thing stopped, or the window opened */
  readonly since: Date;
  /** the moment from which the flag stands */
  readonly deadline: Date;
  readonly basis: FlagBasis;
  /** the numbers it was decided on */
  readonly evidence: Readonly<Record<string, EvidenceValue>>;
  /** what a partner would say; never a person's or a client's name */
  readonly sentence: string;
  readonly nextStep: string;
}

export interface Assessment {
  readonly flags: readonly FlagDecision[];
  /** the next moment at which the flags change although no new fact arrives; null when there is none */
  readonly nextCheckAt: Date | null;
  readonly health: Health;
  /** local midnights in the office's zone since the episode opened: 0 on the opening day */
  readonly day: number;
}

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
