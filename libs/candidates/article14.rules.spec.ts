import { decideArticle14 } from './article14.rules.js';
import type { SetArticle14 } from './candidates.types.js';

const NOW = new Date('2026-11-20T10:00:00Z');

describe('the notice of Article 14', () => {
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
