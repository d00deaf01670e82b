import { ABOUT_SUBJECT, type HoldsPersons } from '@app/platform/persons/holdings.js';

export const TASKS: HoldsPersons = {
  room: 'tasks',
  holdings: [
    {
      // what is to be done about somebody who is no longer known is no task
      table: 'task',
      about: ABOUT_SUBJECT,
      deleted: true,
      columns: { title: 'text' },
      search: 't.search_id',
      users: ['assignee_id', 'created_by', 'done_by'],
      unexported: ['version'],
    },
  ],
};
