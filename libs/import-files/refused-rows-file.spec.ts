import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import type { CsvForm } from '@app/platform/files/csv-dialect.js';
import { type CsvRow, readCsv } from '@app/platform/files/csv-reader.js';
import { encoded, PLAIN_FORM } from '@app/platform/files/csv-writer.js';
import type { FileShape, Refusal } from './import-files.types.js';
import { FILES, type Header, readHeader, readRow } from './import-rows.rules.js';
import type { KnownRows } from './import-values.rules.js';
import { namedCells, reasonsIn, RefusedRows, RefusedRowsFiles, withoutReasons } from './refused-rows-file.js';

const FILE = FILES['clients.csv'];
const none = (file: string) => ({ file, ids: new Map<string, string>(), refused: new Map<string, number>() });
const known: KnownRows = { offices: none('offices.csv'), users: none('users.csv'), stages: none('stages.csv') };

const refusalOf = (header: readonly string[], cells: readonly string[], text: string | null = null): Refusal => ({
  ...{ file: 'clients.csv', row: 2, column: 'name', sentence: 'refused', ref: null, text },
  cells: namedCells(FILE, header, cells),
});

function writtenFile(shape: FileShape, ...rows: (readonly string[])[]): Buffer {
  const file = new RefusedRows('clients.csv', shape);
  return Buffer.concat([file.head(), file.lines(rows.map((cells) => refusalOf(shape.header, cells)))]);
}

async function readFile(bytes: Buffer): Promise<{ rows: CsvRow[]; form: CsvForm | null }> {
  const rows: CsvRow[] = [];
  let form: CsvForm | null = null;
  const open = (firstByte: number) => Readable.from([bytes.subarray(firstByte)]);
  for await (const batch of readCsv(open, (told) => (form = told))) rows.push(...batch);
  const reasons = reasonsIn(rows[0]?.cells ?? []);
  return { rows: rows.map((row) => withoutReasons(row, reasons)), form };
}

const FORMS: [string, CsvForm][] = [
  ['as most programs write it', PLAIN_FORM],
  ['with a mark, semicolons and line ends of Windows', { ...PLAIN_FORM, mark: true, separator: ';', lineEnd: '\r\n' }],
  ['with a line that names the separator', { ...PLAIN_FORM, says: '"sep=|"\r\n', separator: '|', lineEnd: '\r\n' }],
  ['in UTF-16 with tabs', { encoding: 'utf-16le', mark: true, says: '', separator: '\t', lineEnd: '\r\n' }],
  ['in the other UTF-16, without a mark', { ...PLAIN_FORM, encoding: 'utf-16be', lineEnd: '\r' }],
];

describe('a file of refused rows', () => {
  it.each(FORMS)('is written as the file came: %s', async (_, form) => {
    const header = ['Shoe, size; a|b', ' NAME ', '', 'client_ref', 'row'];
    const rows = [
      ['44', 'Jörg "J" Weiß', 'x', 'C-1', '7'],
      ['', 'short'],
      ['1', '2', '3', '4', '5', 'one\ntoo many'],
    ];

    const back = await readFile(writtenFile({ form, header }, ...rows));

    expect(back.form).toEqual(form);
    expect(back.rows.map(({ cells }) => cells)).toEqual([header, ...rows]);
  });

  it('begins each row with where it stood and why it was refused', () => {
    const shape = { form: { ...PLAIN_FORM, separator: ';' }, header: ['client_ref', 'name'] };

    expect(String(writtenFile(shape, ['C-1', 'A;B']))).toBe(
      'file;row;column;sentence;row_text;client_ref;name\nclients.csv;2;name;refused;;C-1;"A;B"\n',
    );
  });

  it('has a row that could not be split as a text, and what of it is plain in its columns', () => {
    const rows = new RefusedRows('clients.csv', { form: PLAIN_FORM, header: ['client_ref', 'name'] });

    expect(String(rows.lines([refusalOf(['client_ref', 'name'], ['C-1'], 'C-1,"Ben')]))).toBe(
      'clients.csv,2,name,refused,"C-1,""Ben",C-1\n',
    );
  });

  it('of a run that did not keep how its files came has our columns', () => {
    const rows = new RefusedRows('clients.csv', undefined);

    expect(String(rows.head()) + String(rows.lines([refusalOf(['name'], ['Ann'])]))).toBe(
      'file,row,column,sentence,row_text,client_ref,name,domain,country,industry,parent_ref\n' +
        'clients.csv,2,name,refused,,,Ann\n',
    );
  });

  it.each(['=cmd|calc!A1', '@SUM(A1)', '+1+2', '-2+3', '＝1+1'])(
    'holds %j as a text, not as a formula, in the header too',
    async (name) => {
      const header = ['client_ref', 'name', name];
      const { rows } = await readFile(writtenFile({ form: PLAIN_FORM, header }, ['C-1', name]));

      expect(rows.map(({ cells }) => cells)).toEqual([
        ['client_ref', 'name', `'${name}`],
        ['C-1', `'${name}`],
      ]);
    },
  );

  it('is read back as it was written, whatever stands in its cells', async () => {
    const first = fc.constantFrom('=', '+', '-', '@', 'a', '"', ',', ';');
    const name = fc.tuple(first, fc.stringMatching(/^[ -~]{0,20}[a-z]$/)).map(([a, b]) => a + b);
    const header = ['client_ref', 'name'];
    await fc.assert(
      fc.asyncProperty(name, fc.constantFrom(...FORMS.map(([, form]) => form)), async (text, form) => {
        const { rows } = await readFile(writtenFile({ form, header }, ['C-1', text]));
        const values = readRow(FILE, readHeader(FILE, header) as Header, rows[1]?.cells ?? [], known);
        expect(values).toEqual(expect.arrayContaining(['C-1', text]));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the files of refused rows of one import', () => {
  const shape = { form: { ...PLAIN_FORM, encoding: 'utf-16le' as const, mark: true }, header: ['client_ref', 'name'] };
  const refusal = refusalOf(shape.header, ['C-1', 'x']);
  let folder: string;
  beforeAll(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-refused-'))));
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it('are one where rows of one file were refused, else one for each, and none is left of an earlier import', async () => {
    const written = async (...names: ('clients.csv' | 'offers.csv')[]) => {
      const files = new RefusedRowsFiles(path.join(folder, 'refused.csv'));
      for (const name of names) await files.write(name, [refusal], shape);
      const paths = await files.close();
      expect(fs.readdirSync(folder).sort()).toEqual(paths.map((file) => path.basename(file)).sort());
      return paths.map((file) => path.basename(file));
    };

    expect(await written('clients.csv', 'clients.csv')).toEqual(['refused.csv']);
    expect(fs.readFileSync(path.join(folder, 'refused.csv')).subarray(0, 4)).toEqual(encoded('\ufefff', shape.form));
    expect(await written('clients.csv', 'offers.csv')).toEqual(['refused-clients.csv', 'refused-offers.csv']);
    expect(await written()).toEqual([]);
  });
});
