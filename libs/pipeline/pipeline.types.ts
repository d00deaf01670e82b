import type { Decider } from '@app/vocabulary/vocabulary.types.js';
import type { Health, OfferDecision, Outcome, SearchStatus, Severity } from '@app/vocabulary/vocabulary.types.js';
import type { Stage } from '@app/stages/stages.types.js';
import type { Activity } from '@app/activities/activities.types.js';
import type { MarketWindow } from '@app/limits/limits.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';

/** What a person may give; `placed` comes only from an accepted offer. */
export const GIVEN_OUTCOMES = ['withdrawn', 'rejected'] as const;
export type GivenOutcome = (typeof GIVEN_OUTCOMES)[number];

export interface AddCandidacy {
  candidateId: string;
  /** Absent: the firm's first stage. */
  stageId?: string;
}

export interface MoveCandidacy {
  version: number;
  toStageId: string;
  reason?: string;
}

export interface EndCandidacy {
  version: number;
  outcome: GivenOutcome;
  by: Decider;
  reason: string;
}

export interface ReactivateCandidacy {
  version: number;
}

export interface CorrectMove {
  version: number;
  moveId: string;
  reason: string;
}

export interface CardFlag {
  id: string;
  rule: string;
  severity: Severity;
  sentence: string;
  nextStep: string;
}

export interface AllowedOnCard {
  moveTo: string[];
  outcomes: GivenOutcome[];
  offer: boolean;
}

export interface CandidateLabel {
  id: string;
  name: string;
  title: string | null;
  employer: string | null;
}

/** One candidacy as the board shows it. */
export interface Card {
  id: string;
  version: number;
  stageId: string;
  stageSince: Date;
  daysInStage: number;
  candidate: CandidateLabel;
  window: MarketWindow | null;
  flags: CardFlag[];
  allowed: AllowedOnCard;
}

export interface Board {
  search: {
    id: string;
    title: string;
    status: SearchStatus;
    client: { id: string; name: string };
    lead: { id: string; name: string };
    day: number;
    health: Health | null;
    reason: string | null;
    nextStep: string | null;
    officeTimeZone: string;
    allowed: { addCandidates: boolean };
  };
  stages: Stage[];
  cards: Card[];
  /** who was placed, once the search ended with it */
  placed: PlacedCandidacy[];
  endedCount: number;
}

export interface PlacedCandidacy {
  id: string;
  stageId: string;
  candidate: CandidateLabel;
  placedAt: Date;
}

export interface EndedCandidacy {
  id: string;
  candidate: CandidateLabel;
  stageLabel: string;
  outcome: Outcome;
  outcomeBy: Decider | null;
  outcomeReason: string | null;
  endedAt: Date;
  version: number;
}

export interface Move {
  id: string;
  fromStageLabel: string | null;
  toStageLabel: string;
  at: Date;
  by: { id: string; name: string } | null;
  reason: string | null;
  voided: boolean;
  correctable: boolean;
}

export interface OfferSummary {
  id: string;
  extendedAt: Date;
  expiresAt: Date | null;
  decidedAt: Date | null;
  decision: OfferDecision | null;
  currency: string | null;
  base: number | null;
  bonus: number | null;
  equityValue: number | null;
  signOn: number | null;
  /** The first day, `YYYY-MM-DD`. */
  startDate: LocalDate | null;
  /** When the acceptance ceased to hold. */
  takenBackAt: Date | null;
  version: number;
}

/** One candidacy with its whole history. */
export interface Candidacy {
  card: Card;
  search: { id: string; title: string };
  outcome: Outcome | null;
  outcomeBy: Decider | null;
  outcomeReason: string | null;
  endedAt: Date | null;
  moves: Move[];
  activities: Activity[];
  offers: OfferSummary[];
}

export type PipelineErrorCode =
  | 'already_in_search'
  | 'candidacy_ended'
  | 'candidacy_not_ended'
  | 'candidacy_not_found'
  | 'candidacy_placed'
  | 'move_not_correctable'
  | 'offer_already_out'
  | 'offer_undecided'
  | 'same_stage'
  | 'search_not_running'
  | 'stage_archived'
  | 'stage_needs_offer'
  | 'unknown_candidate'
  | 'unknown_stage';
