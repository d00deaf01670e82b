import { CANDIDATES, CLIENTS, columnsOf, SEARCHES } from './columns.rules.js';
import { CANDIDATE_COLUMNS, CLIENT_COLUMNS, SEARCH_COLUMNS } from './sheets.types.js';

const LISTS = {
  candidates: [CANDIDATES, CANDIDATE_COLUMNS],
  searches: [SEARCHES, SEARCH_COLUMNS],
  clients: [CLIENTS, CLIENT_COLUMNS],
} as const;
const heads = (list: keyof typeof LISTS, words?: string): string[] =>
  columnsOf<never>(LISTS[list][0], words).map(({ head }) => head);

describe('the columns of a sheet', () => {
  it.each(Object.entries(LISTS))('of %s can be chosen by the words the door takes', (_, [parts, ids]) => {
    expect(parts.flatMap(({ id }) => id ?? [])).toEqual(ids);
  });

  it.each([
    ['candidates', undefined, ['Name', 'Title', 'Employer', 'City', 'Country', 'Layer', 'Background', 'Active in']],
    ['candidates', 'ref.place', ['Name', 'Title', 'Employer', 'City', 'Country', 'Reference']],
    ['candidates', 'employer', ['Name', 'Title', 'Employer']],
    [
      'searches',
      undefined,
      ['Health', 'Search', 'Client', 'Reference', 'Confidential', 'Why', 'What next', 'Lead', 'Active', 'Day'],
    ],
    ['searches', 'target.opened', ['Search', 'Client', 'Reference', 'Confidential', 'Opened', 'Target date']],
    ['clients', undefined, ['Client', 'Industry', 'Country', 'Domain']],
    ['clients', 'ref', ['Client', 'Reference']],
  ] as const)('of %s asked for as %s stand in the order of the list, none twice', (list, words, expected) => {
    expect(heads(list, words)).toEqual(expected);
  });

  it('have a day where the reader is, not where the server is', () => {
    const [opened] = columnsOf(SEARCHES, 'opened').filter(({ head }) => head === 'Opened');
    const row = { openedAt: new Date('2026-11-30T23:30:00Z') } as Parameters<NonNullable<typeof opened>['of']>[0];

    expect(opened?.of(row, 'Europe/Berlin')).toBe('2026-12-01');
    expect(opened?.of(row, 'America/New_York')).toBe('2026-11-30');
  });
});
