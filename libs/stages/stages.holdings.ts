import type { HoldsPersons } from '@app/platform/persons/holdings.js';

export const STAGES: HoldsPersons = {
  room: 'stages',
  holdings: [{ table: 'stage', columns: { key: 'kept', label: 'kept', kind: 'kept' } }],
};
