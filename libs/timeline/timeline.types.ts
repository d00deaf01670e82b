import type { ActivityFilter } from '@app/activities/activities.types.js';

export const TIMELINE_KINDS = ['activity', 'move', 'interview', 'offer', 'outcome', 'search'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** Whose time it is: each narrows it, and at least one is given. */
export interface TimelineFilter extends ActivityFilter {
  kind?: TimelineKind;
}

/** One thing that happened, or will. */
export interface TimelineEntry {
  id: string;
  kind: TimelineKind;
  /** the kind of activity, the stage moved to, what became of an offer, a candidacy or a search */
  what: string;
  /** the stage moved from; who decided that a candidacy ends */
  from: string | null;
  at: Date;
  by: { id: string; name: string } | null;
  text: string | null;
  /** of an activity, for whoever puts it right */
  version: number | null;
  /** taken back, corrected or called off: it counts for nothing any more */
  voided: { at: Date; by: { id: string; name: string } | null; reason: string | null } | null;
  /** whether the reader may put it right or take it back */
  changeable: boolean;
  search: { id: string; title: string } | null;
  candidate: { id: string; name: string } | null;
  contact: { id: string; name: string } | null;
  /** colleagues who are named in it */
  mentions: { id: string; name: string }[];
}

export type TimelineErrorCode = 'timeline_without_subject';
