import { FILES, type Header, readHeader, readRow } from './import-rows.rules.js';
import type { KnownRows } from './import-values.rules.js';

const none = (file: string) => ({ file, ids: new Map<string, string>(), refused: new Map<string, number>() });
const known: KnownRows = { offices: none('offices.csv'), users: none('users.csv'), stages: none('stages.csv') };
const clients = FILES['clients.csv'];

function headerOf(...names: string[]): Header {
  const header = readHeader(clients, names);
  if (!('places' in header)) throw new Error(header.sentence);
  return header;
}

describe('the header of a file', () => {
  it('may name the columns in any order, leave optional ones out and bring others, which are told', () => {
    const header = headerOf('Name', ' client_ref ', 'colour');

    expect(header).toEqual({ width: 3, places: [1, 0, -1, -1, -1, -1], unknown: ['colour'] });
  });

  it.each([
    [
      'a required column is missing or misspelt',
      ['client_reff', 'name'],
      'has no column client_ref; it has: client_reff, name',
    ],
    ['a column is there twice', ['client_ref', 'name', 'name'], 'names the column name twice'],
    ['its columns are not separated by commas', ['client_ref;name'], 'columns are separated by commas'],
  ])('refuses the file where %s', (_, names, why) => {
    expect(readHeader(clients, names)).toEqual({ column: expect.any(String), sentence: expect.stringContaining(why) });
  });
});

describe('a row', () => {
  const header = headerOf('client_ref', 'name', 'country');

  it('is one value per column, null where it is empty', () => {
    expect(readRow(clients, header, ['C-1', ' Acme ', ''], known)).toEqual(['C-1', 'Acme', null, null, null, null]);
  });

  it.each([[['C-1', 'Acme']], [['C-1', 'Acme', '', '']], [['C-1', 'Acme', '', ' ', '']]])(
    'may have cells too few, or empty ones too many: %j',
    (cells) => {
      expect(readRow(clients, header, cells, known)).toEqual(['C-1', 'Acme', null, null, null, null]);
    },
  );

  it.each([
    [['C-1', 'Acme', 'DE', 'x'], null, 'the row has 4 cells, the header has 3 cells'],
    [['C-1'], 'name', 'name is empty; every row needs a value'],
    [['C-1', 'J\ufffdrg'], 'name', 'name contains a character that could not be read (\ufffd); type it again'],
    [['C-1', ' ', 'DE'], 'name', 'name is empty; every row needs a value'],
    [['C-1', 'Acme', 'Mars'], 'country', 'country "Mars" is not a two-letter country code of ISO 3166-1, such as DE'],
  ])('%j is refused', (cells, column, sentence) => {
    expect(readRow(clients, header, cells, known)).toEqual({ column, sentence });
  });

  it.each([
    [
      'reopenings.csv',
      { search_ref: 'S', reopened_at: '2026-01-01', closed_at: '2026-02-01' },
      'close_reason is empty, but closed_at is filled in',
    ],
    [
      'reopenings.csv',
      { search_ref: 'S', reopened_at: '2026-01-01', close_reason: 'placed' },
      'closed_at is empty, but close_reason is filled in',
    ],
    [
      'candidacies.csv',
      { search_ref: 'S', candidate_ref: 'P', outcome: 'rejected' },
      'ended_at is empty, but outcome is filled in',
    ],
    [
      'candidacies.csv',
      { search_ref: 'S', candidate_ref: 'P', outcome_by: 'client' },
      'outcome_by is filled in, but outcome is empty',
    ],
    ['activities.csv', { kind: 'call', at: '2026-01-01' }, 'fill in at least one'],
    [
      'offices.csv',
      { office: 'x', country: 'DE', region: 'FR-69', time_zone: 'Europe/Berlin' },
      'region "FR-69" is not in the country DE',
    ],
  ] as const)('of %s must agree with itself: %j', (name, row, why) => {
    const cells: Record<string, string> = row;
    const names = FILES[name].columns.map((column) => column.name);
    const full = readHeader(FILES[name], names) as Header;

    const read = readRow(
      FILES[name],
      full,
      names.map((column) => cells[column] ?? ''),
      known,
    );

    expect(read).toEqual({ column: expect.any(String), sentence: expect.stringContaining(why) });
  });
});
