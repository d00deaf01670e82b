export interface InterviewTimes {
  startsAt: Date;
  endsAt: Date;
}

/** A dated conversation of somebody in a search with the client, in the past or still to come. */
export interface Interview extends InterviewTimes {
  id: string;
  candidacyId: string;
  search: { id: string; title: string };
  candidate: { id: string; name: string };
  place: string | null;
  withWhom: string | null;
  cancelledAt: Date | null;
  /** Of the office that runs the search. */
  timeZone: string;
  version: number;
  allowed: { change: boolean; cancel: boolean; restore: boolean };
}

export interface SetInterview extends InterviewTimes {
  place?: string;
  withWhom?: string;
}

/** What is absent stays as it is; null clears. */
export interface EditInterview {
  version: number;
  startsAt?: Date;
  endsAt?: Date;
  place?: string | null;
  withWhom?: string | null;
}

/** One interview is one entry in a calendar, from whichever file it came. */
export const entryUid = (interviewId: string): string => `interview-${interviewId}@searchlight`;

export type InterviewErrorCode =
  | 'interview_cancelled'
  | 'interview_moment_refused'
  | 'interview_not_cancelled'
  | 'interview_not_found'
  | 'interview_over'
  | 'stale_version';
