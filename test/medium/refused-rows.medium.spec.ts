import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import type { CsvForm } from '@app/platform/files/csv-dialect.js';
import { csvHead, csvLines, encoded } from '@app/platform/files/csv-writer.js';
import { RefusedRowsFiles } from '@app/import-files/refused-rows-file.js';
import type { ImportFileName } from '@app/import-files/import-files.types.js';
import { newId } from '@app/platform/database/id.js';
import { type Files, sourceOf, TestImports } from './imports.js';

let imports: TestImports;
let folder: string;
beforeAll(async () => {
  imports = await TestImports.open();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-rows-'));
});
afterAll(async () => {
  await imports.dataSource.destroy();
  fs.rmSync(folder, { recursive: true });
});

const KEPT = `select ref, name, email, city, country, title, employer, source from candidate where firm_id = $1 order by ref`;

/** Files brought in, and the files of rows that were refused. */
async function imported(files: Files, firmName = `Firm ${newId()}`) {
  const result = new RefusedRowsFiles(path.join(fs.mkdtempSync(path.join(folder, 'out-')), 'refused.csv'));
  const told: string[] = [];
  const progress = await imports.service.importFolder({
    ...{ firmName, simulated: true, checkOnly: false, source: sourceOf(files) },
    listener: {
      began: async () => undefined,
      refused: async (refusals, file, shape) => {
        told.push(...refusals.map(({ row, sentence }) => `${file} ${row}: ${sentence}`));
        await result.write(file, refusals, shape);
      },
      progressed: () => undefined,
    },
  });
  const back = (await result.close()).map((file) => fs.readFileSync(file));
  const [firm] = await imports.dataSource.query<{ id: string }[]>('select id from firm where name = $1', [firmName]);
  const rows = firm ? await imports.rows(KEPT, firm.id) : [];
  return { firmName, told, notices: progress.notices, back, rows };
}

const candidates = (bytes: Buffer): Files => ({ 'candidates.csv': bytes });

/** What is wrong in a file, mended as somebody with an editor does it. */
const mended = (bytes: Buffer, { encoding }: CsvForm): Buffer => {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return encoded(text.replaceAll('Mars', 'DE'), { encoding } as CsvForm);
};

const COLUMNS = ['candidate_ref', 'name', 'country', 'email', 'city', 'title', 'employer', 'source'];
const UNKNOWN = ['Shoe size', 'row', 'sentence', '=1+1', 'a;b', 'Größe, in cm', '', '山'];

const form = fc
  .record({
    encoding: fc.constantFrom('utf-8' as const, 'utf-16le' as const, 'utf-16be' as const),
    mark: fc.boolean(),
    separator: fc.constantFrom(',', ';', '\t', '|'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    says: fc.boolean(),
  })
  .map(({ says, ...rest }): CsvForm => ({ ...rest, says: says ? `sep=${rest.separator}${rest.lineEnd}` : '' }));

const word = fc
  .array(fc.constantFrom(...'ab =+-@\',;|"\t\n', 'é', '山', '😀', "'="), { maxLength: 8 })
  .map((parts) => parts.join(''));

const header = fc
  .tuple(fc.subarray(UNKNOWN), fc.subarray(COLUMNS.slice(3)))
  .chain(([unknown, more]) =>
    fc.shuffledSubarray([...COLUMNS.slice(0, 3), ...unknown, ...more], { minLength: 3 + unknown.length + more.length }),
  );

const table = fc.record({ form, header }).chain((shape) =>
  fc.record({
    form: fc.constant(shape.form),
    header: fc.constant(shape.header),
    rows: fc.array(fc.record({ cells: fc.array(word, { minLength: 16, maxLength: 16 }), short: fc.boolean() }), {
      minLength: 1,
      maxLength: 5,
    }),
  }),
);

type Table = typeof table extends fc.Arbitrary<infer T> ? T : never;

/** Every row has a country that there is not, and is a candidate once that is put right. */
function written({ form, header, rows }: Table): Buffer {
  const lines = rows.map(({ cells, short }, n) => {
    const row = header.map((column, i) => {
      if (column === 'candidate_ref') return `P-${n + 1}`;
      if (column === 'name') return `N${cells[i] ?? ''}`;
      if (column === 'country') return 'Mars';
      if (column === 'email') return n % 2 ? `p${n}@firm.example` : '';
      return cells[i] ?? '';
    });
    const needed = Math.max(...['candidate_ref', 'name', 'country'].map((name) => header.indexOf(name)));
    return short ? row.slice(0, needed + 1) : row;
  });
  return encoded(csvHead(header, form) + csvLines(lines, form), form);
}

describe('refused rows', () => {
  it('sent again once they are mended give what the mended file would have given, however it was written', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (some) => {
        const bytes = written(some);
        const right = await imported(candidates(mended(bytes, some.form)));
        const first = await imported(candidates(bytes));
        expect(first).toMatchObject({ rows: [], back: [expect.any(Buffer)] });

        const again = await imported(candidates(mended(first.back[0]!, some.form)), first.firmName);

        expect({ ...again, firmName: '' }).toEqual({ ...right, firmName: '' });
        expect(again.rows).toHaveLength(some.rows.length);
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 8) },
    );
  }, 120_000);

  it('that are refused again come back as they went out the first time', async () => {
    const text =
      'sep=;\r\nShoe;country;row;candidate_ref;name\r\n=44;Mars;7;P-1;Ann\r\n;Mars;8;P-2;Bob;one too many\r\n';
    const first = await imported(candidates(Buffer.from(text)));
    const again = await imported(candidates(first.back[0]!), first.firmName);

    expect(String(first.back[0])).toBe(
      'sep=;\r\nfile;row;column;sentence;row_text;Shoe;country;row;candidate_ref;name\r\n' +
        `candidates.csv;2;country;"country ""Mars"" is not a two-letter country code of ISO 3166-1, such as DE";;'=44;Mars;7;P-1;Ann\r\n` +
        'candidates.csv;3;;the row has 6 cells, the header has 5 cells;;;Mars;8;P-2;Bob;one too many\r\n',
    );
    expect(again.back).toEqual(first.back);
    expect(again.notices).toEqual(first.notices);
  });

  it('of several files come back in a file each, as each of them came', async () => {
    const files: Files = {
      'clients.csv': Buffer.from('\ufeffname\tclient_ref\tcountry\r\nAcme\tC-1\tMars\r\n', 'utf16le'),
      'contacts.csv': 'client_ref;name;contact_ref\nC-1;Cleo;K-1\n',
    };
    const { back, firmName } = await imported(files);

    expect(back[0]?.toString('utf16le')).toMatch(
      /^\ufefffile\trow\t.*\tname\tclient_ref\tcountry\r\n.*\tAcme\tC-1\tMars\r\n$/,
    );
    expect(String(back[1])).toMatch(/^file;row;.*;client_ref;name;contact_ref\n.*;C-1;Cleo;K-1\n$/);

    const again = await imported(
      {
        'clients.csv': Buffer.from(String(back[0]?.toString('utf16le')).replace('\tMars', '\tDE'), 'utf16le'),
        'contacts.csv': back[1]!,
      },
      firmName,
    );
    expect(again.told).toEqual([]);
  });

  it('in letters of Windows come back in letters that every spreadsheet reads', async () => {
    const { back, firmName } = await imported(
      candidates(Buffer.from('candidate_ref;name;Größe\r\nC1;Jörg Weiß;44\r\n', 'utf8')),
    );
    expect(back).toEqual([]);

    const first = await imported(
      candidates(Buffer.from('candidate_ref;name\r\nC1;Jörg "Weiß\r\nC2;Zoë\r\n', 'latin1')),
      firmName,
    );
    expect(String(first.back[0])).toMatch(/^\ufefffile;.*\r\n.*"C1;Jörg ""Weiß";C1\r\n.*;C2;Zoë\r\n$/);
  });

  it('of a file that could not be read say why, and are nobody when they come back', async () => {
    const files = { 'clients.csv': 'clientref,name\nC-1,Acme\n' } as Partial<Record<ImportFileName, string>>;
    const { back } = await imported(files as Files);

    expect(String(back[0])).toBe(
      'file,row,column,sentence,row_text,clientref,name\n' +
        'clients.csv,1,client_ref,"the header has no column client_ref; it has: clientref, name",\n',
    );
  });
});
