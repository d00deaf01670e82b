import type { Answer } from '../../../lib/answers';

export type Figures = Answer<'/api/figures'>;
export type Share = Pick<Figures['offerAcceptance'], 'share' | 'low' | 'high'>;

export const percent = (share: number): string => `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;
export const days = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
export const saidDays = (value: number | null): string => (value === null ? '–' : days(value));

/** Where a share is claimed, the share with what chance leaves open. */
export function saidShare({ share, low, high }: Share): string {
  if (share === null) return 'too few to say';
  return low === null || high === null ? percent(share) : `${percent(share)} (${percent(low)} to ${percent(high)})`;
}
