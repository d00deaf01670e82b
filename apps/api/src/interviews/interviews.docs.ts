import type { Docs } from '../http/documented.js';

export const interviewsDocs = {
  upcoming: {
    summary: 'List interviews to come',
    description: 'In the searches you work on, the next one first, between two moments if asked.',
  },
  ofCandidacy: {
    summary: 'List interviews of a candidacy',
    description: 'All of them, held, cancelled or to come, latest first.',
    refusals: ['candidacy_not_found'],
  },
  set: {
    summary: 'Set an interview',
    description:
      'For an active candidate in a running search, with a start and an end in the future, at most a day apart. It counts as progress.',
    refusals: [
      'candidacy_ended',
      'candidacy_not_found',
      'interview_moment_refused',
      'search_not_running',
      'unknown_subject',
    ],
  },
  change: {
    summary: 'Change an interview',
    description: 'Times, place and people, until it is over.',
    refusals: [
      'candidacy_ended',
      'interview_cancelled',
      'interview_moment_refused',
      'interview_not_found',
      'interview_over',
      'search_not_running',
    ],
  },
  cancel: {
    summary: 'Cancel an interview',
    description: 'Before it begins. The interview still counts as progress: that it was set stays on record.',
    refusals: ['interview_cancelled', 'candidacy_ended', 'interview_not_found', 'interview_over'],
  },
  restore: {
    summary: 'Restore an interview',
    description: 'Undoes a cancellation, as long as the interview is not over.',
    refusals: [
      'candidacy_ended',
      'interview_not_cancelled',
      'interview_not_found',
      'interview_over',
      'search_not_running',
    ],
  },
  calendar: {
    summary: 'Download an interview for a calendar',
    description: 'As an iCalendar file. Contains names only for those who work on the search.',
    refusals: ['interview_not_found'],
  },
} satisfies Docs;
