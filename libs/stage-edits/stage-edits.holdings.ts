import type { HoldsPersons } from '@app/platform/persons/holdings.js';

export const STAGE_EDITS: HoldsPersons = {
  room: 'stage-edits',
  holdings: [{ table: 'stage_edit', columns: { stages: 'kept' } }],
};
