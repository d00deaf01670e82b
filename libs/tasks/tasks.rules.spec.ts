import {
  decideAssignee,
  decideTaskChange,
  decideTaskDone,
  decideTaskUndone,
  type AssigneeChoice,
} from './tasks.rules.js';

const DONE = new Date('2026-11-20T10:00:00Z');

describe('a task', () => {
  it.each<[string, AssigneeChoice, string | null]>([
    ['to anybody, about a search everybody knows', { assignee: { onTeam: false }, confidential: false }, null],
    ['to the team of a confidential search', { assignee: { onTeam: true }, confidential: true }, null],
    [
      'to somebody who may not know of the search',
      { assignee: { onTeam: false }, confidential: true },
      'assignee_not_on_team',
    ],
    ['to nobody of the firm', { assignee: null, confidential: false }, 'unknown_assignee'],
    ['to nobody of the firm, about a confidential search', { assignee: null, confidential: true }, 'unknown_assignee'],
  ])('is given %s', (_, facts, expected) => {
    expect(decideAssignee(facts)?.code ?? null).toBe(expected);
  });

  it('is done once, and changed only while it is open', () => {
    expect([decideTaskDone(null), decideTaskChange(null), decideTaskUndone(DONE)]).toEqual([null, null, null]);
    expect(
      [decideTaskDone(DONE), decideTaskChange(DONE), decideTaskUndone(null)].map((refused) => refused?.code),
    ).toEqual(['task_done', 'task_done', 'task_not_done']);
  });
});
