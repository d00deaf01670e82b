import type { Hold } from '@app/platform/time/working-calendar.js';
import type { StageKind } from '@app/stages/stages.types.js';

/** Where the next word is to come from, in the order in which one goes before the others. */
export const DESKS = ['hold', 'candidate', 'client', 'firm'] as const;
export type Desk = (typeof DESKS)[number];

/** So many people are named, those whose time in play began last. */
export const MOST_PEOPLE = 200;

/** From a moment up to another one, which is no longer in it. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

export interface Stretch extends Span {
  readonly desk: Desk;
}

/** Elapsed days with their fraction. */
export type DeskDays = Record<Desk, number>;

/** A move that stands. */
export interface CaseMove {
  readonly at: Date;
  readonly stageId: string;
  readonly label: string;
  readonly kind: StageKind;
  readonly position: number;
}

export interface CaseWord {
  readonly at: Date;
  readonly kind: 'interview' | 'client_feedback';
}

export interface CaseOffer {
  readonly at: Date;
  readonly decidedAt: Date | null;
}

/** What is known of somebody in a search, each in the order in which it happened. */
export interface PersonCase {
  readonly candidacyId: string;
  readonly candidateId: string;
  readonly candidateName: string;
  readonly endedAt: Date | null;
  readonly moves: readonly CaseMove[];
  readonly said: readonly CaseWord[];
  readonly offers: readonly CaseOffer[];
}

/** The episode that runs, or ran last. */
export interface LastEpisode {
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

/** An episode up to its closing or now, with the holds of the search. */
export interface Course extends Span {
  readonly holds: readonly Hold[];
  readonly closed: boolean;
}

export interface Stay {
  stageId: string;
  label: string;
  from: Date;
  to: Date;
  /** whether somebody stands there still */
  standing: boolean;
  /** working days passed */
  workingDays: number;
  /** working days; null for a stage without a budget */
  budgetDays: number | null;
  overBudget: boolean;
}

export interface PersonInPlay {
  candidacyId: string;
  candidateId: string;
  candidateName: string;
  from: Date;
  to: Date;
  days: DeskDays;
  stretches: Stretch[];
  stays: Stay[];
}

export interface StageStays {
  stageId: string;
  label: string;
  budgetDays: number | null;
  stays: number;
  /** how many of them go on */
  standing: number;
  overBudget: number;
  /** of one stay, in working days */
  longestDays: number;
}

/** What of its days a search spent waiting for whom, in the episode that runs or ran last. */
export interface SearchFigures {
  definition: string;
  openedAt: Date;
  closedAt: Date | null;
  /** elapsed, holds included */
  ageDays: number;
  days: DeskDays;
  stretches: Stretch[];
  /** everybody who came into play, also whom `people` does not name */
  inPlay: number;
  people: PersonInPlay[];
  stages: StageStays[];
  /** what is said where nobody has come into play */
  words: string | null;
}
