import { decideWork, type Standing } from '@app/pipeline/pipeline.rules.js';
import type { PipelineErrorCode } from '@app/pipeline/pipeline.types.js';
import type { InterviewErrorCode, InterviewTimes } from './interviews.types.js';

/** Longer than this is a mistyped date, not a conversation. */
const LONGEST_MS = 24 * 3_600_000;

export interface InterviewRefusal {
  readonly code: InterviewErrorCode | PipelineErrorCode;
  readonly sentence: string;
}

export interface InterviewState extends InterviewTimes {
  readonly cancelledAt: Date | null;
}

const refusal = (code: InterviewRefusal['code'], sentence: string): InterviewRefusal => ({ code, sentence });

const CANCELLED = refusal('interview_cancelled', 'This interview was cancelled; restore it, or set another one.');
const OVER = refusal('interview_over', 'This interview is over; log it as an activity instead.');

/** An interview is set for a live candidate of a running search, and not after it is over. */
export function decideSetting(standing: Standing, times: InterviewTimes, now: Date): InterviewRefusal | null {
  return decideWork(standing) ?? decideTimes(times, now);
}

export function decideChange(
  standing: Standing,
  before: InterviewState,
  times: InterviewTimes,
  now: Date,
): InterviewRefusal | null {
  if (before.cancelledAt) return CANCELLED;
  if (before.endsAt <= now) return OVER;
  return decideSetting(standing, times, now);
}

/** Only what has not begun is cancelled. That it was once set remains a fact, and so does the progress it was. */
export function decideCancelling({ cancelledAt, startsAt }: InterviewState, now: Date): InterviewRefusal | null {
  if (cancelledAt) return CANCELLED;
  return startsAt <= now ? refusal('interview_over', 'This interview has begun and can no longer be cancelled.') : null;
}

export function decideRestoring(standing: Standing, before: InterviewState, now: Date): InterviewRefusal | null {
  if (!before.cancelledAt) return refusal('interview_not_cancelled', 'This interview was not cancelled.');
  if (before.endsAt <= now) return OVER;
  return decideWork(standing);
}

function decideTimes({ startsAt, endsAt }: InterviewTimes, now: Date): InterviewRefusal | null {
  const moment = (sentence: string): InterviewRefusal => refusal('interview_moment_refused', sentence);
  if (endsAt <= startsAt) return moment('An interview has to end after it begins.');
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_MS) return moment('An interview can last a day at most.');
  return endsAt <= now ? moment('This time has passed; log the interview as an activity instead.') : null;
}
