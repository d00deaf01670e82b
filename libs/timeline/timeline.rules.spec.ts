import type { Actor } from '@app/identity/identity.types.js';
import { isChangeable } from './timeline.rules.js';
import type { TimelineEntry } from './timeline.types.js';

const said: Omit<TimelineEntry, 'changeable'> = {
  id: 'a',
  kind: 'activity',
  what: 'call',
  from: null,
  at: new Date('2026-03-02T09:00:00Z'),
  by: { id: 'u', name: 'Sam' },
  text: null,
  version: 1,
  voided: null,
  search: null,
  candidate: null,
  contact: null,
  mentions: [],
};
const actor = (role: Actor['role'], userId = 'other'): Actor => ({ firmId: 'f', userId, role });

it.each([
  ['what somebody logged themselves', true, actor('researcher', 'u'), said],
  ['what others logged, by a partner', true, actor('partner'), said],
  ['what others logged', false, actor('consultant'), said],
  ['what was withdrawn', false, actor('partner'), { ...said, voided: { at: said.at, by: null, reason: null } }],
  ['that an interview was set', false, actor('partner'), { ...said, what: 'interview_set' }],
  ['a move', false, actor('partner'), { ...said, kind: 'move' as const }],
])('%s: %s', (_, expected, who, entry) => {
  expect(isChangeable(who, entry)).toBe(expected);
});
