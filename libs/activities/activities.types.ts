/** What people log by hand. */
export const LOGGED_KINDS = ['call', 'email', 'meeting', 'interview', 'client_feedback', 'note'] as const;
export type LoggedKind = (typeof LOGGED_KINDS)[number];
/** `interview_set` comes from an interview being put in the diary, whether or not it is held. */
export const ACTIVITY_KINDS = [...LOGGED_KINDS, 'interview_set'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** What was said or done, about at least one of a search, a candidate and a contact. */
export interface LogActivity {
  kind: LoggedKind;
  /** Absent: now. */
  at?: Date;
  searchId?: string;
  candidateId?: string;
  contactId?: string;
  text?: string;
  /** colleagues who are to hear of it */
  mentions?: readonly string[];
}

export const MOST_MENTIONS = 20;

/** The same for rooms that write an activity of their own. */
export type RecordActivity = Omit<LogActivity, 'kind'> & { kind: ActivityKind };

export interface Activity {
  id: string;
  kind: ActivityKind;
  at: Date;
  by: { id: string; name: string } | null;
  text: string | null;
  version: number;
  /** Taken back: it counts for nothing any more. */
  withdrawn: { at: Date; by: { id: string; name: string } | null; reason: string | null } | null;
  /** Whether the reader may put it right or take it back. */
  changeable: boolean;
  /** colleagues who are named in it */
  mentions: { id: string; name: string }[];
}

/** What is asked about: each narrows it, and at least one is given. */
export interface ActivityFilter {
  searchId?: string;
  candidateId?: string;
  contactId?: string;
  /** Its searches, and conversations with its contacts. */
  clientId?: string;
}

/** An activity in a list that is not about one thing alone. */
export interface ListedActivity extends Activity {
  search: { id: string; title: string } | null;
  candidate: { id: string; name: string } | null;
  contact: { id: string; name: string } | null;
}

export interface CorrectActivity {
  version: number;
  text: string;
  /** Absent: as they are. */
  mentions?: readonly string[];
}

export interface WithdrawActivity {
  version: number;
  reason: string;
}

/** What an activity said until somebody changed it. */
export interface ActivityVersion {
  version: number;
  text: string | null;
  change: 'corrected' | 'withdrawn';
  changedAt: Date;
  changedBy: { id: string; name: string } | null;
  reason: string | null;
}

/** An activity locked for the transaction that will change it. */
export interface LockedActivity {
  id: string;
  kind: ActivityKind;
  byUserId: string | null;
  searchId: string | null;
  candidateId: string | null;
  contactId: string | null;
  text: string | null;
  version: number;
}

/** An activity as just written, and whether it counts as progress of what it is about. */
export interface LoggedActivity {
  id: string;
  kind: ActivityKind;
  at: Date;
  progress: boolean;
}

export type ActivitiesErrorCode =
  | 'activity_in_future'
  | 'activity_not_changeable'
  | 'activity_not_found'
  | 'activity_without_subject'
  | 'mention_not_allowed'
  | 'stale_version'
  | 'unknown_subject';
