import type { Docs } from '../http/documented.js';

const SAME =
  'filtered, sorted and with the columns as asked for (else those the list begins with), of one moment and of at most 20,000 rows. Who exported which list, with how many rows, is audited.';
const refusals = ['sheet_too_slow', 'too_many_rows', 'user_not_found'] as const;

export const sheetsDocs = {
  candidates: {
    summary: 'Export the list of candidates',
    description: `The list as a CSV file or as a workbook, ${SAME}`,
    refusals,
  },
  searches: {
    summary: 'Export the list of searches',
    description: `The searches you may see as a CSV file or as a workbook, with days of your office, ${SAME}`,
    refusals,
  },
  clients: {
    summary: 'Export the list of clients',
    description: `The list as a CSV file or as a workbook, ${SAME}`,
    refusals,
  },
  figures: {
    summary: 'Export a figure',
    description:
      'The table of one figure as a CSV file or as a workbook, over the searches you may see and of the episodes asked for, as the page shows it: numbers unrounded, shares from 0 to 1. Who exported which figure is audited.',
    refusals: ['sheet_too_slow'],
  },
} satisfies Docs;
