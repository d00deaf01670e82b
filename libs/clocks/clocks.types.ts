import type { Health, SearchStatus, Severity } from '@app/vocabulary/vocabulary.types.js';
import type { LoggedKind } from '@app/activities/activities.types.js';
import type { StageKind } from '@app/stages/stages.types.js';
import type { Policy } from '@app/limits/limits.types.js';
import type { DeadlineBasis, Hold, OfficeCalendar } from '@app/platform/time/working-calendar.js';
import type { LocalDate } from '@app/platform/time/local-date.js';

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
  /** the move into the present stage; of whoever has none, the candidacy itself */
  readonly stageKey: string;
  /** the move that opened the window; null until the first two-way contact */
  readonly windowKey: string | null;
  /** null until the first two-way contact */
  readonly windowOpenedAt: Date | null;
  /** the first offer ever extended to this candidate in this search */
  readonly offerExtendedAt: Date | null;
  /** the fact after which the client owes an answer, and its moment; null while they owe none */
  readonly clientTurnKey: string | null;
  readonly clientTurnAt: Date | null;
  /** the first arrival at a stage of kind `presented` or later */
  readonly presentedAt: Date | null;
  /** working days of the stages after the present one, up to the first of kind `offer` */
  readonly budgetAheadDays: number;
}

/** What a clock runs from, and the fact that its episode is named by. */
export interface Start {
  readonly since: Date;
  readonly key: string;
  readonly from: 'fact' | 'opening' | 'reopening';
}

/** An offer without a decision. */
export interface OfferFacts {
  readonly offerId: string;
  readonly candidacyId: string;
  readonly candidateRef: string | null;
  readonly extendedAt: Date;
  readonly expiresAt: Date | null;
}

/** How far people came in the running episode of a search, also those whose candidacy is over. */
export interface Arrivals {
  /** presented in this episode and no longer live */
  readonly presentedAndGone: number;
  /** the latest first arrival at `presented` or later, and at `assessed` or later; null: nobody came that far */
  readonly presentedKey: string | null;
  readonly assessedKey: string | null;
}

/** Everything the rules know about a search: facts as of one moment, nothing that is still to come. */
export interface SearchFacts {
  readonly searchId: string;
  readonly searchRef: string | null;
  readonly status: SearchStatus;
  readonly episodeId: string;
  readonly episodeOpenedAt: Date;
  /** whether the search had been closed before this episode */
  readonly reopened: boolean;
  /** of the office */
  readonly targetDate: LocalDate | null;
  /** the fact that was the last progress, or the opening of the episode */
  readonly progressKey: string;
  /** null until the first progress of any candidacy */
  readonly lastProgressAt: Date | null;
  /** the last two-way contact with a decision maker of the client, also one before this episode */
  readonly decisionMakerKey: string | null;
  readonly decisionMakerAt: Date | null;
  readonly arrivals: Arrivals;
  /** undecided ones to live candidates */
  readonly offers: readonly OfferFacts[];
  /** working days that all stages with a budget take together */
  readonly wholeBudgetDays: number;
  /** one shared object per office and client: what is derived from it is kept per object */
  readonly calendar: OfficeCalendar;
  readonly holds: readonly Hold[];
  /** everybody live; of those in sourcing without a window the last to come may stand for all, whose clocks are alike */
  readonly candidacies: readonly CandidacyFacts[];
  /** how many more there are like the one in sourcing */
  readonly moreInSourcing: number;
}

export const STALL_RULE_NAMES = [
  'no_progress',
  'stage_overdue',
  'window_closing',
  'window_closed',
  'slate_late',
  'client_silent',
  'offer_pending',
  'thin_pipeline',
  'decision_maker_silent',
  'pace',
] as const;
export type StallRuleName = (typeof STALL_RULE_NAMES)[number];

/** What can be done about a flag: each can end it, by itself or once enough of it was done. */
export const WAY_ACTS = ['log', 'move', 'offer', 'decide', 'end', 'target', 'limits'] as const;
export type WayAct = (typeof WAY_ACTS)[number];

export interface WayOut {
  readonly act: WayAct;
  /** what is to be logged; null for everything else */
  readonly kind: LoggedKind | null;
  /** it counts only where it was with somebody who decides */
  readonly withDecisionMaker: boolean;
}

/** The limits of a policy that a rule compares with. */
export type LimitName = keyof Omit<Policy, 'stageBudgets' | 'mailClientForFeedback' | 'version'>;

export type SubjectType = 'search' | 'candidacy' | 'offer';

/** Market windows count calendar days and never pause, so their basis has neither holidays nor holds. */
export interface WindowBasis {
  readonly windowOpenedAt: Date;
  readonly localDate: LocalDate;
  readonly zone: string;
  readonly calendarDays: number;
}

/** Calendar days after the opening of a search, days on hold taken out. */
export interface OpeningBasis {
  readonly openedAt: Date;
  readonly localDate: LocalDate;
  readonly zone: string;
  readonly calendarDays: number;
  readonly holdDaysRemoved: number;
}

export type FlagBasis = (DeadlineBasis | WindowBasis | OpeningBasis) & {
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
