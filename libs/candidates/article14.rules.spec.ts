import { article14DueOn, decideArticle14 } from './article14.rules.js';
import type { SetArticle14 } from './candidates.types.js';

const NOW = new Date('2026-11-20T10:00:00Z');

describe('the notice of Article 14', () => {
  it.each([
    ['a month later', '2026-11-21T09:00:00Z', '2026-12-21'],
    ['across the year', '2026-12-15T23:59:59Z', '2027-01-15'],
    ['on the last day of a shorter month', '2027-01-31T00:00:00Z', '2027-02-28'],
    ['on the last day of a leap February', '2028-01-30T12:00:00Z', '2028-02-29'],
    ['on the same number after a shorter month', '2027-02-28T12:00:00Z', '2027-03-28'],
    ['on the thirtieth after the thirty-first', '2026-08-31T12:00:00Z', '2026-09-30'],
  ])('is due %s', (_, createdAt, expected) => {
    expect(article14DueOn(new Date(createdAt))).toBe(expected);
  });

  it.each<[string, Omit<SetArticle14, 'version'>, object | string]>([
    ['sent just now', { state: 'sent' }, { state: 'sent', at: NOW, reason: null }],
    [
      'sent some days ago',
      { state: 'sent', at: new Date('2026-11-18T08:00:00Z') },
      { state: 'sent', at: new Date('2026-11-18T08:00:00Z'), reason: null },
    ],
    ['sent tomorrow', { state: 'sent', at: new Date('2026-11-21T10:00:00Z') }, 'article14_moment_refused'],
    ['sent for a reason', { state: 'sent', reason: 'because' }, 'article14_reason_refused'],
    [
      'not needed for a reason',
      { state: 'exempt', reason: 'They wrote to us themselves.' },
      { state: 'exempt', at: NOW, reason: 'They wrote to us themselves.' },
    ],
    ['not needed without a reason', { state: 'exempt' }, 'article14_reason_refused'],
    ['due again', { state: 'due' }, { state: 'due', at: null, reason: null }],
    ['due again for a reason', { state: 'due', reason: 'because' }, 'article14_reason_refused'],
  ])('is %s', (_, input, expected) => {
    const decision = decideArticle14({ version: 1, ...input }, NOW);

    expect('refused' in decision ? decision.refused.code : decision).toEqual(expected);
  });
});
