import type { Slice } from './vocabulary.types.js';

/** Whether search `s` is of the slice whose values stand from this parameter on; what is null is not asked about. */
export const inSlice = (s: string, first: number): string =>
  ['lead_user_id', 'office_id', 'client_id']
    .map((column, i) => `($${first + i}::uuid is null or ${s}.${column} = $${first + i}::uuid)`)
    .concat(`($${first + 3}::text is null or ${s}.role_key = $${first + 3}::text)`)
    .join(' and ');

export const sliceValues = ({ leadId, officeId, clientId, roleKey }: Slice): (string | null)[] =>
  [leadId, officeId, clientId, roleKey].map((value) => value ?? null);
