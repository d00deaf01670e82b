import type { HoldsPersons } from '@app/platform/persons/holdings.js';

export const ROLE_TEMPLATES: HoldsPersons = {
  room: 'role-templates',
  holdings: [
    {
      table: 'role_template',
      columns: { key: 'kept', code: 'kept', title: 'text', family: 'kept', criteria: 'text' },
    },
  ],
};
