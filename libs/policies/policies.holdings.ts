import type { HoldsPersons } from '@app/platform/persons/holdings.js';

export const POLICIES: HoldsPersons = {
  room: 'policies',
  holdings: [
    { table: 'stall_policy', columns: { scope: 'kept', scope_key: 'kept', settings: 'kept' } },
    { table: 'stall_policy_edit', columns: { settings: 'kept' } },
  ],
};
