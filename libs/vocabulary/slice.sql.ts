import type { Population, Slice } from './vocabulary.types.js';

/** Whether search `s` is of the slice whose values stand from this parameter on; what is null is not asked about. */
export const inSlice = (s: string, first: number): string =>
  ['lead_user_id', 'office_id', 'client_id']
    .map((column, i) => `($${first + i}::uuid is null or ${s}.${column} = $${first + i}::uuid)`)
    .concat(`($${first + 3}::text is null or ${s}.role_key = $${first + 3}::text)`)
    .join(' and ');

export const sliceValues = ({ leadId, officeId, clientId, roleKey }: Slice): (string | null)[] =>
  [leadId, officeId, clientId, roleKey].map((value) => value ?? null);

/** Whether search `s` is of one of the roles that stand in this parameter; null: of any. */
export const ofRoles = (s: string, at: number): string =>
  `($${at}::text[] is null or ${s}.role_key = any ($${at}::text[]))`;

/** Whether episode `e` of a search was opened in the period whose days stand from this parameter on, where its office is. */
export const openedWithin = (e: string, zone: string, first: number): string =>
  `($${first}::date is null or (${e}.opened_at at time zone ${zone})::date >= $${first}::date)
   and ($${first + 1}::date is null or (${e}.opened_at at time zone ${zone})::date <= $${first + 1}::date)`;

/** The seven values of `inSlice`, `ofRoles` and `openedWithin`, one after the other. */
export const populationValues = ({ roleKeys, openedFrom, openedTo, ...slice }: Population): unknown[] => [
  ...sliceValues(slice),
  roleKeys ?? null,
  openedFrom ?? null,
  openedTo ?? null,
];
