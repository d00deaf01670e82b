import { Readable } from 'node:stream';
import fc from 'fast-check';
import { readCsv } from '@app/platform/files/csv-reader.js';
import { FILES, type Header, readHeader, readRow } from './import-rows.rules.js';
import type { KnownRows } from './import-values.rules.js';
import type { Refusal } from './import-files.types.js';
import { refusedRowsCsv } from './refused-rows-file.js';

const NAMES = ['clients.csv'] as const;
const none = (file: string) => ({ file, ids: new Map<string, string>(), refused: new Map<string, number>() });
const known: KnownRows = { offices: none('offices.csv'), users: none('users.csv'), stages: none('stages.csv') };

const refusalOf = (name: string): Refusal => ({
  file: 'clients.csv',
  row: 2,
  column: 'name',
  sentence: 'refused',
  ref: 'C-1',
  cells: { client_ref: 'C-1', name },
  text: null,
});

async function cellsOf(csv: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const batch of readCsv(() => Readable.from([Buffer.from(csv)])))
    rows.push(...batch.map(({ cells }) => [...cells]));
  return rows;
}

async function writtenAndReadAgain(name: string): Promise<{ cell: string | undefined; value: string | null }> {
  const { header, lines } = refusedRowsCsv(NAMES);
  const [names = [], cells = []] = await cellsOf(header + lines([refusalOf(name)]));
  const file = FILES['clients.csv'];
  const values = readRow(file, readHeader(file, names) as Header, cells, known);
  if (!Array.isArray(values)) throw new Error(values.sentence);
  return {
    cell: cells[names.indexOf('name')],
    value: values[file.columns.findIndex((column) => column.name === 'name')] ?? null,
  };
}

describe('a file of refused rows', () => {
  it.each(['=cmd|calc!A1', '@SUM(A1)', '+1+2', '-2+3', '＝1+1'])(
    'holds %j as a text, not as a formula',
    async (name) => {
      expect(await writtenAndReadAgain(name)).toEqual({ cell: `'${name}`, value: name });
    },
  );

  it('is read back as it was written, whatever stands in its cells', async () => {
    const first = fc.constantFrom('=', '+', '-', '@', 'a', '"', ',', ';');
    const name = fc.tuple(first, fc.stringMatching(/^[ -~]{0,20}[a-z]$/)).map(([a, b]) => a + b);
    await fc.assert(
      fc.asyncProperty(name, async (text) => {
        expect((await writtenAndReadAgain(text)).value).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});
