import type { Docs } from '../http/documented.js';

const SAME =
  'as a CSV file or as a workbook, with days and times of your office, of at most 20,000 rows. Who exported which list, with how many rows, is audited.';
const refusals = ['sheet_too_slow', 'too_many_rows', 'user_not_found'] as const;

export const logSheetsDocs = {
  mailLog: {
    summary: 'Export the email log',
    description: `For partners and admins. Filtered as asked for, ${SAME}`,
    refusals: [...refusals, 'not_allowed'],
  },
  erasures: {
    summary: 'Export the erasures',
    description: `For partners and admins: the proofs, which name nobody, ${SAME}`,
    refusals: [...refusals, 'not_allowed'],
  },
  reminders: {
    summary: 'Export your reminders',
    description: `Everything you were reminded of, ${SAME}`,
    refusals,
  },
  today: {
    summary: 'Export today',
    description: `What needs you today, a row for each flag, in the order of the day, or those put off if asked for, ${SAME}`,
    refusals,
  },
} satisfies Docs;
