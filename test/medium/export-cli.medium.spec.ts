import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import type { DataSource } from 'typeorm';
import { newId } from '@app/platform/database/id.js';
import { MOST_ROWS } from '@app/sheets/sheets.types.js';
import { addExport } from '../../apps/cli/src/commands/export.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aClient } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch, aStalledFlag, onSearch } from '../factories/search.factory.js';
import { runCommand } from '../lib/command.js';
import { TEST_AUTH_SECRET } from './api.js';
import { openTestDatabase, testDatabaseUrl } from './database.js';

let dataSource: DataSource;
let firm: TestFirm;
let folder: string;
beforeAll(async () => {
  dataSource = await openTestDatabase();
  Object.assign(process.env, { DATABASE_URL: await testDatabaseUrl(), AUTH_SECRET: TEST_AUTH_SECRET });
});
afterAll(() => dataSource.destroy());
beforeEach(async () => {
  firm = await aFirm(dataSource, { name: `Firm ${newId()}` });
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-export-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const file = (name: string): string => path.join(folder, name);
const take = (list: string, ...words: string[]) =>
  runCommand([addExport], ['export', list, '--firm', firm.name, ...words]);
const lines = (name: string): string[] => fs.readFileSync(file(name), 'utf8').trimEnd().split('\r\n');
const audited = () =>
  dataSource.query(
    `select actor_id, detail from audit_entry where firm_id = $1 and action = 'sheets.list_exported' order by id`,
    [firm.id],
  );

describe('a list that is exported on the command line', () => {
  it('is that of the screen, filtered, sorted and with the columns asked for, and is audited as of the system', async () => {
    const people = [
      { name: 'Zoë Adler', city: 'München', country: 'DE' },
      { name: 'Ben Ode', city: 'Berlin', country: 'DE' },
      { name: 'Ada Lyon', city: 'Lyon', country: 'FR' },
    ];
    for (const person of people) await aCandidate(dataSource, firm, person);

    const words = ['--country', 'de', '--sort', '-name', '--columns', 'place.active'];
    const done = await take('candidates', '--csv', file('people.csv'), ...words);

    expect(done).toEqual({ status: 0, printed: `2 rows in ${file('people.csv')}.\n`, complained: '' });
    expect(lines('people.csv')).toEqual([
      '\ufeffName,Title,Employer,City,Country,Active in',
      'Zoë Adler,,,München,Germany,0',
      'Ben Ode,,,Berlin,Germany,0',
    ]);
    expect(fs.statSync(file('people.csv')).mode & 0o077).toBe(0);
    expect(await audited()).toEqual([{ actor_id: null, detail: { list: 'candidates', format: 'csv', rows: 2 } }]);
  });

  it('holds every search of the firm, confidential ones too, as a workbook with days of its offices', async () => {
    await dataSource.query(`update office set time_zone = 'Europe/Berlin' where firm_id = $1`, [firm.id]);
    const lead = { leadUserId: firm.users.consultant.id, openedAt: new Date('2026-06-30T22:30:00Z') };
    const hidden = await aSearch(dataSource, firm, { title: 'Hidden', confidential: true, ...lead });
    await aStalledFlag(dataSource, firm, hidden);
    const candidateId = await aCandidate(dataSource, firm, { name: 'Ada' });
    await onSearch(dataSource, firm, { searchId: hidden, candidateId, stage: 'sourced' });
    await aSearch(dataSource, firm, { title: 'Open' });

    const words = ['--health', 'stalled', '--lead', firm.users.consultant.email, '--columns', 'active.opened'];
    const { printed } = await take('searches', '--xlsx', file('searches.xlsx'), '--json', ...words);

    expect(JSON.parse(printed)).toEqual({ list: 'searches', rows: 1, file: file('searches.xlsx') });
    const [heads, row] = await readSheet(fs.readFileSync(file('searches.xlsx')));
    expect(heads).toEqual(['Search', 'Client', 'Reference', 'Confidential', 'Active', 'Opened']);
    expect([row?.[0], row?.[3], row?.[4], row?.[5]]).toEqual(['Hidden', 'Yes', 1, new Date('2026-07-01')]);
    await take('candidates', '--csv', file('active.csv'), '--active', 'true', '--columns', 'active');
    expect(lines('active.csv')[1]).toBe('Ada,,,1');
  });

  it('takes no file that exists already, and leaves none behind where it is refused', async () => {
    await aClient(dataSource, firm, { name: 'Acme' });
    fs.writeFileSync(file('there.csv'), 'mine');
    const there = await take('clients', '--csv', file('there.csv'));
    const nowhere = await take('clients', '--csv', file('no/such/folder.csv'));
    const nobody = await take('searches', '--csv', file('new.csv'), '--lead', 'nobody@firm.example');
    await dataSource.query(
      `insert into client (firm_id, id, name) select $1, new_id(), 'Client ' || i from generate_series(1, $2::int) i`,
      [firm.id, MOST_ROWS],
    );
    const tooMany = await take('clients', '--csv', file('many.csv'));

    expect([there.status, there.complained]).toEqual([1, `${file('there.csv')} exists already.\n`]);
    expect([nowhere.status, nowhere.complained]).toEqual([1, `${file('no/such/folder.csv')} cannot be written.\n`]);
    expect([nobody.status, nobody.complained]).toEqual([
      1,
      'The firm has no user with the address nobody@firm.example.\n',
    ]);
    expect([tooMany.status, tooMany.complained]).toEqual([
      1,
      'More than 20,000 rows match. Narrow the list, and export it again.\n',
    ]);
    expect(fs.readFileSync(file('there.csv'), 'utf8')).toBe('mine');
    expect(fs.readdirSync(folder)).toEqual(['there.csv']);
    expect(await audited()).toEqual([]);
    expect((await take('clients', '--csv', file('acme.csv'), '--q', 'acme')).status).toBe(0);
    expect(lines('acme.csv')).toHaveLength(2);
  }, 60_000);

  it.each([
    [['clients']],
    [['clients', '--csv', 'a.csv', '--xlsx', 'a.xlsx']],
    [['clients', '--csv', 'a.csv', '--country', 'Germany']],
    [['clients', '--csv', 'a.csv', '--columns', 'phone']],
    [['candidates', '--csv', 'a.csv', '--active', 'perhaps']],
    [['searches', '--csv', 'a.csv', '--health', 'red']],
    [['searches', '--csv', 'a.csv', '--client-id', 'acme']],
    [['searches', '--csv', 'a.csv', '--sort', 'secret']],
    [['secrets', '--csv', 'a.csv']],
  ])('is wrong usage as %j', async ([list = '', ...words]) => {
    const { status, complained } = await take(
      list,
      ...words.map((word) => (word.startsWith('a.') ? file(word) : word)),
    );

    expect([status, complained]).toEqual([2, expect.stringMatching(/\S/)]);
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});
