import type { HoldsPersons } from '@app/platform/persons/holdings.js';

export const INTERVIEWS: HoldsPersons = {
  room: 'interviews',
  holdings: [
    {
      table: 'interview',
      about: 't.candidate_id = p.candidate_id',
      columns: { place: 'text', with_whom: 'text' },
      becomes: {
        cancelled_at: `case when t.starts_at > now() then coalesce(t.cancelled_at, now()) else t.cancelled_at end`,
        version: `t.version + case when t.starts_at > now() and t.cancelled_at is null then 1 else 0 end`,
        changed_at: `case when t.starts_at > now() and t.cancelled_at is null then now() else t.changed_at end`,
      },
      search: 't.search_id',
      users: ['set_by'],
      unexported: ['version', 'changed_at'],
    },
  ],
};
