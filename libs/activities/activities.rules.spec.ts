import { isProgress, momentOf } from './activities.rules.js';
import { ACTIVITY_KINDS } from './activities.types.js';

const NOW = new Date('2026-11-20T10:00:00Z');

describe('an activity', () => {
  it('moves a search only when both sides spoke, or agreed on when they will', () => {
    expect(ACTIVITY_KINDS.filter(isProgress)).toEqual([
      'call',
      'meeting',
      'interview',
      'client_feedback',
      'interview_set',
    ]);
  });

  it.each([
    ['now, when nobody says when', undefined, NOW],
    ['when it is said to have happened', '2026-11-03T08:30:00Z', new Date('2026-11-03T08:30:00Z')],
    ['now, when the teller’s clock is a little ahead', '2026-11-20T10:05:00Z', NOW],
    ['never in the future', '2026-11-20T10:05:01Z', null],
  ])('happened %s', (_, said, expected) => {
    expect(momentOf(said ? new Date(said) : undefined, NOW)).toEqual(expected);
  });
});
