import { momentOf } from '@app/activities/activities.rules.js';
import { dateOf, dayOf } from '@app/platform/time/local-date.js';
import type { Article14State, CandidateErrorCode, SetArticle14 } from './candidates.types.js';

export interface Article14Refusal {
  readonly code: CandidateErrorCode;
  readonly sentence: string;
}

/** What stands on the record from now on, or why it may not. */
export type Article14Decision =
  | { readonly state: Article14State; readonly at: Date | null; readonly reason: string | null }
  | { readonly refused: Article14Refusal };

const refuse = (code: CandidateErrorCode, sentence: string): Article14Decision => ({ refused: { code, sentence } });

/**
 * The last day on which somebody found elsewhere has to be told: one month after we obtained their data, Article
 * 14(3)(a) GDPR. A month ends on the day of the same number or, where there is none, on its last day, Regulation (EEC)
 * 1182/71 Article 3(2)(c). Counted in UTC, so that it is the same day for whoever looks.
 */
export function article14DueOn(createdAt: Date): string {
  const [year, month] = [createdAt.getUTCFullYear(), createdAt.getUTCMonth()];
  const lastOfNextMonth = new Date(Date.UTC(year, month + 2, 0));
  const day = Math.min(createdAt.getUTCDate(), lastOfNextMonth.getUTCDate());
  return dateOf(dayOf(lastOfNextMonth.toISOString().slice(0, 10)) - lastOfNextMonth.getUTCDate() + day);
}

/** Told, exempted for a reason, or still to be told. Being told is a fact, so it bears no future moment. */
export function decideArticle14({ state, at, reason }: SetArticle14, now: Date): Article14Decision {
  if (state !== 'exempt' && reason) {
    return refuse('article14_reason_refused', 'Only an exemption takes a reason.');
  }
  if (state === 'due') return { state, at: null, reason: null };
  if (state === 'exempt') {
    if (!reason) return refuse('article14_reason_refused', 'Say why this person need not be told.');
    return { state, at: now, reason };
  }
  const sentAt = momentOf(at, now);
  if (!sentAt)
    return refuse(
      'article14_moment_refused',
      'The notice is recorded once it has been sent: enter a time in the past.',
    );
  return { state, at: sentAt, reason: null };
}
