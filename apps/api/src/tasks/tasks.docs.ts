import type { Docs } from '../http/documented.js';

export const tasksDocs = {
  list: {
    summary: 'List tasks',
    description: 'Open ones first, by due moment: of a search, a candidate or a contact, or your own if none is named.',
    refusals: ['search_not_found'],
  },
  add: {
    summary: 'Add a task',
    description:
      'For yourself or a colleague, about a search, a candidate, a contact or nothing. A confidential search gives tasks to its team only.',
    refusals: ['assignee_not_on_team', 'colleague_left', 'search_not_found', 'unknown_assignee', 'unknown_subject'],
  },
  edit: {
    summary: 'Change a task',
    description: 'Title, due moment and assignee of a task that is not done.',
    refusals: ['assignee_not_on_team', 'colleague_left', 'task_done', 'task_not_found', 'unknown_assignee'],
  },
  done: {
    summary: 'Mark a task as done',
    description: 'Anyone who may see the task may do so; its reminder is no longer sent.',
    refusals: ['task_done', 'task_not_found'],
  },
  undone: {
    summary: 'Open a task again',
    description: 'One that was marked as done by mistake.',
    refusals: ['task_not_done', 'task_not_found'],
  },
} satisfies Docs;
