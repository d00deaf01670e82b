import type { Alone } from '@app/platform/once/each-alone.js';
import type { Health, Severity } from '@app/vocabulary/vocabulary.types.js';
import type { DayKind } from '@app/platform/time/working-calendar.js';
import type { LimitName, StallRuleName, WayOut } from '@app/clocks/clocks.types.js';
import type { Policy } from '@app/limits/limits.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';

export interface Person {
  id: string;
  name: string;
}

/** What somebody may do next with a flag. */
export interface FlagActions {
  acknowledge: boolean;
  /** take the acknowledgement back */
  takeBack: boolean;
  snooze: boolean;
  /** end the snooze before its time */
  wake: boolean;
  assign: boolean;
}

/** Who wants to act, as far as the flag is concerned. */
export interface Handler {
  readonly onTeam: boolean;
  /** it was given to them, or they stand in for whom it was given to */
  readonly isOwner: boolean;
}

/** Whom a flag is to be given to. */
export interface Assignee {
  readonly maySeeSearch: boolean;
  readonly hasLeft: boolean;
}

export interface FlagState {
  readonly state: 'open' | 'suspended' | 'cleared';
  readonly acknowledged: boolean;
  readonly snoozed: boolean;
}

/** A flag as stored, locked together with its search for the transaction that asked for it. */
export interface LockedFlag extends Handler {
  id: string;
  searchId: string;
  /** `cleared` also where the progress is committed and the next sweep will say so */
  state: 'open' | 'suspended' | 'cleared';
  acknowledgedBy: string | null;
  acknowledgeReason: string | null;
  snoozedUntil: Date | null;
  assignedTo: string | null;
  /** the office's */
  zone: string;
}

/** Who gave a flag to whom it is with: null where it was the operator; and why, if they said so. */
export interface HandedOn {
  at: Date;
  by: Person | null;
  reason: string | null;
}

/** What people did with a flag, as it stands. */
export interface FlagInHand {
  raisedAt: Date;
  acknowledgement: { at: Date; by: Person | null; reason: string } | null;
  /** null when it is not snoozed, or no longer */
  snoozedUntil: Date | null;
  assignedTo: Person | null;
  handedOn: HandedOn | null;
  /** who hears of it: the assignee or the lead, or whoever stands in for them */
  owner: Person;
  escalatedAt: Date | null;
}

export interface OpenFlag extends FlagInHand {
  id: string;
  searchId: string;
  rule: StallRuleName;
  severity: Severity;
  candidacyId: string | null;
  candidateId: string | null;
  candidateName: string | null;
  since: Date;
  deadline: Date;
  basis: Record<string, unknown>;
  evidence: Record<string, unknown>;
  sentence: string;
  nextStep: string;
  /** what is offered for it, best first */
  ways: readonly WayOut[];
  allowed: FlagActions;
}

/** The fact a flag's clock runs from, as far as it is on record. */
export interface WhyFact {
  kind: 'stage_move' | 'activity' | 'interview' | 'offer' | 'search_opened';
  at: Date;
  /** the stage moved to, the kind of activity, what became of the offer */
  what: string | null;
  by: string | null;
  candidacyId: string | null;
  candidateName: string | null;
}

/** One local date between the fact a clock runs from and its deadline, or today where that is later. */
export interface WhyDay {
  date: LocalDate;
  kind: DayKind;
  /** the holiday's */
  name: string | null;
  /** who keeps the holiday */
  keptBy: 'office' | 'client' | null;
  /** which of the counted days it is; null where it does not count */
  number: number | null;
}

export interface WhyCalendar {
  zone: string;
  /** the local date the clock runs from */
  start: LocalDate;
  /** the local date of the deadline */
  deadline: LocalDate;
  today: LocalDate;
  days: WhyDay[];
}

/** What a rule says of one of its flags. */
export interface RuleWords {
  /** the rule in one sentence */
  definition: string;
  /** what makes the flag go */
  ends: string;
  /** the settings of the search's policy it compares with */
  limits: LimitName[];
  /** what a stalled flag has passed, where that is not one of the limits */
  limitNote: string | null;
  /** how the deadline comes about, where no days are counted up to it */
  forecast: string | null;
  /** names of the evidence, in the order in which it explains the flag */
  evidenceNames: { key: string; label: string }[];
}

export interface FlagWhy extends RuleWords {
  flag: OpenFlag;
  /** the stage whose budget it compares with */
  stageId: string | null;
  fact: WhyFact | null;
  calendar: WhyCalendar;
}

/** A flag that was ever raised, and what became of it. */
export interface PastFlag {
  id: string;
  rule: StallRuleName;
  severity: Severity;
  candidacyId: string | null;
  candidateName: string | null;
  sentence: string;
  state: 'open' | 'suspended' | 'cleared';
  since: Date;
  raisedAt: Date;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  /** working days of the office from raising to acknowledging; 0: on the same day */
  acknowledgedAfter: number | null;
  escalatedAt: Date | null;
  clearedAt: Date | null;
  clearedReason: string | null;
  clearedAfter: number | null;
}

export type Episode = Pick<PastFlag, 'rule' | 'raisedAt' | 'acknowledgedAt' | 'clearedAt'>;

/** How long a rule's flags of one search took, in working days of its office. */
export interface EpisodeFigures {
  rule: StallRuleName;
  raised: number;
  acknowledged: number;
  medianToAcknowledge: number | null;
  cleared: number;
  medianToClear: number | null;
}

export interface FlagHistory {
  items: PastFlag[];
  next: string | null;
  figures: EpisodeFigures[];
}

export type Limits = Pick<Policy, LimitName>;

/** A running search as the rules saw it at a moment, with the names of today. */
export interface SearchAsOf {
  id: string;
  ref: string | null;
  title: string;
  clientName: string;
  lead: Person;
  confidential: boolean;
  health: Health;
  day: number;
  flags: FlagAsOf[];
}

export type SearchNames = Pick<SearchAsOf, 'id' | 'ref' | 'title' | 'clientName' | 'lead' | 'confidential'>;

export interface FlagAsOf {
  rule: StallRuleName;
  severity: Severity;
  candidacyId: string | null;
  candidateName: string | null;
  sentence: string;
  nextStep: string;
  since: Date;
  deadline: Date;
}

export interface AsOfFilter {
  health?: Health;
  rule?: StallRuleName;
  leadId?: string;
}

export interface FirmAsOf {
  at: Date;
  items: SearchAsOf[];
  next: string | null;
  /** searches by health, whatever health was asked for */
  counts: Record<Health, number>;
}

export const FLAG_VERBS = ['acknowledge', 'take_back', 'snooze', 'wake', 'assign'] as const;

/** `until` is a local date of the office, `YYYY-MM-DD`; without a `userId` the flag is back with its lead. */
export type FlagChange = { flagId: string } & (
  | { verb: 'acknowledge'; reason: string }
  | { verb: 'snooze'; until: LocalDate }
  | { verb: 'assign'; userId: string | null; reason?: string }
  | { verb: 'take_back' | 'wake' }
);

export type FlagChanges = Alone<OpenFlag>;

export type FlagErrorCode =
  | 'flag_not_found'
  | 'flag_not_standing'
  | 'flag_acknowledged'
  | 'snooze_date_refused'
  | 'unknown_assignee'
  | 'what_if_refused'
  | 'search_not_assessed'
  | 'moment_in_future'
  | 'moment_too_costly';
