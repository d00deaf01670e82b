import type { StallRuleName, WayOut } from '@app/clocks/clocks.types.js';
import type { HandedOn, Person } from '@app/flags/flags.types.js';
import type { MarketWindow } from '@app/limits/limits.types.js';
import type { Severity } from '@app/vocabulary/vocabulary.types.js';

/** What a person can do with their day, in this order; what somebody has acknowledged comes last. */
export const TODAY_GROUPS = ['save', 'client', 'ours', 'lost', 'acknowledged'] as const;
export type TodayGroup = (typeof TODAY_GROUPS)[number];

export interface TodayItem {
  group: TodayGroup;
  flagId: string;
  rule: StallRuleName;
  severity: Severity;
  sentence: string;
  nextStep: string;
  /** what is offered for it, best first */
  ways: readonly WayOut[];
  since: Date;
  deadline: Date;
  search: { id: string; title: string; clientName: string };
  candidacy: { id: string; candidateId: string; candidateName: string } | null;
  window: MarketWindow | null;
  acknowledged: boolean;
  escalated: boolean;
  snoozedUntil: Date | null;
  assignedTo: Person | null;
  handedOn: HandedOn | null;
}

export interface Today {
  /** the flags of some rows; those of one candidate, or of one search itself, stand side by side */
  items: TodayItem[];
  next: string | null;
  /** rows, over the whole list */
  counts: Record<TodayGroup, number>;
  /** how many of these people's windows close soon */
  closingSoon: number;
  /** how many more flags there would be, had they not been snoozed */
  snoozed: number;
  /** flags dealt with since the day began */
  done: number;
}

/** An open flag as the order of the day needs it. */
export interface DueFlag {
  flagId: string;
  rule: StallRuleName;
  searchId: string;
  candidacyId: string | null;
  deadline: Date;
  window: MarketWindow | null;
  acknowledged: boolean;
  /** it is theirs to act on, not only to be seen */
  mine: boolean;
}

/** Everything that is flagged about one candidate in a search, or about a search itself: one thing to do. */
export interface DueRow {
  group: TodayGroup;
  flagIds: string[];
  /** text that sorts as the day does; unique */
  key: string;
}
