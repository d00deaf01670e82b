import { momentOf } from '@app/activities/activities.rules.js';
import type { Article14State, CandidateErrorCode, SetArticle14 } from './candidates.types.js';

export interface Article14Refusal {
  readonly code: CandidateErrorCode;
  readonly sentence: string;
}

/** What stands on the record from now on, or why it may not. */
export type Article14Decision =
  | { readonly state: Article14State; readonly at: Date | null; readonly reason: string | null }
  | { readonly refused: Article14Refusal };

const refused = (code: CandidateErrorCode, sentence: string): Article14Decision => ({ refused: { code, sentence } });

/** Told, exempted for a reason, or still to be told. Being told is a fact, so it bears no future moment. */
export function decideArticle14({ state, at, reason }: SetArticle14, now: Date): Article14Decision {
  if (state !== 'exempt' && reason) {
    return refused('article14_reason_refused', 'Only an exemption takes a reason.');
  }
  if (state === 'due') return { state, at: null, reason: null };
  if (state === 'exempt') {
    if (!reason) return refused('article14_reason_refused', 'Say why this person need not be told.');
    return { state, at: now, reason };
  }
  const sentAt = momentOf(at, now);
  if (!sentAt)
    return refused(
      'article14_moment_refused',
      'The notice is recorded once it has been sent: enter a time in the past.',
    );
  return { state, at: sentAt, reason: null };
}
