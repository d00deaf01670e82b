import { readSheet } from 'read-excel-file/node';
import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch, aStalledFlag } from '../factories/search.factory.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  firm = await aFirm(api.dataSource);
  await api.dataSource.query(`update office set time_zone = 'Europe/Berlin' where firm_id = $1`, [firm.id]);
});

const ask = (list: string, query: string, role: Role = 'partner') =>
  api
    .request(firm.cookie(role))
    .get(`/api/${list}/export?${query}`)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
async function csv(list: string, query = '', role?: Role): Promise<string[]> {
  const { status, body } = await ask(list, `format=csv&${query}`, role);
  expect(status).toBe(200);
  return String(body as Buffer)
    .slice(1)
    .trimEnd()
    .split('\r\n');
}
const anEmail = (to: string, state: string, dueAt: string) =>
  api.dataSource.query(
    `insert into delivery (firm_id, id, form, recipient_id, message_id, due_at, not_before, state)
     values ($1, $2::uuid, 'notices', $3, $2::uuid::text, $4, $4, $5)`,
    [firm.id, newId(), to, dueAt, state],
  );

describe('the email log as a file', () => {
  it('is narrowed as the page is, with times of the office of the reader', async () => {
    const { consultant, partner } = firm.users;
    await anEmail(consultant.id, 'pending', '2099-11-30T23:30:00Z');
    await anEmail(partner.id, 'uncertain', '2026-07-01T10:00:00Z');

    const [heads, ...all] = await csv('mail-log');
    const waiting = await csv('mail-log', 'state=pending');

    expect(heads?.split(',').slice(0, 5)).toEqual(['Due', 'To', 'Email', 'About', 'State']);
    expect(all).toHaveLength(2);
    expect(waiting.slice(1)).toEqual([expect.stringMatching(/^2099-12-01 00:30,.*,Reminders,,Waiting,/)]);
    expect(await csv('mail-log', 'kind=task_due')).toEqual([heads]);
  });
});

describe('the erasures as a file', () => {
  it('are the proofs, which name nobody, as a workbook with days as days', async () => {
    const id = await aCandidate(api.dataSource, firm, { name: 'Ida Forgotten' });
    const erase = { person: { kind: 'candidate', id }, reason: 'their_request', confirm: 'Ida Forgotten' };
    const erased = await api
      .request(firm.cookie('partner'))
      .post('/api/erasures')
      .send({ ...erase, requestedOn: '2026-11-20' });

    const [heads, row] = await readSheet((await ask('erasures', 'format=xlsx')).body as Buffer);

    expect(erased.status).toBe(201);
    expect(heads?.slice(1)).toEqual([
      ...['Who', 'Number of the record', 'Reason', 'Requested on', 'By', 'Records', 'Proof'],
    ]);
    expect(row?.slice(1)).toEqual([
      ...['Candidate', id, 'At their request', new Date('2026-11-20'), firm.users.partner.name],
      ...[erased.body.total, erased.body.id],
    ]);
    expect((await csv('erasures')).join()).not.toContain('Ida');
  });
});

describe('today as a file', () => {
  it('has a row for each flag that the reader may see', async () => {
    const lead = { leadUserId: firm.users.consultant.id };
    const seen = await aSearch(api.dataSource, firm, { title: 'VP MLOps', ...lead });
    const hidden = await aSearch(api.dataSource, firm, { title: 'Hidden', confidential: true, ...lead });
    for (const searchId of [seen, hidden]) await aStalledFlag(api.dataSource, firm, searchId);
    const titles = async (role: Role) => (await csv('today', '', role)).slice(1).map((row) => row.split(',')[2]);

    expect((await titles('consultant')).sort()).toEqual(['Hidden', 'VP MLOps']);
    expect(await titles('partner')).toEqual(['VP MLOps']);
    expect(await csv('today', 'snoozed=true')).toHaveLength(1);
  });
});

describe('what happened, as a file', () => {
  it.each(['mail-log', 'erasures'])('of %s is for partners and admins', async (list) => {
    for (const role of ['consultant', 'researcher'] as const)
      expect([(await ask(list, 'format=csv', role)).status, role]).toEqual([403, role]);
    expect((await ask(list, 'format=csv', 'admin')).status).toBe(200);
  });

  it('of reminders is one’s own, and every file is audited', async () => {
    expect(await csv('me/reminders', '', 'researcher')).toEqual([
      'Due,Kind,About,Search,Reminder,What next,When,Still so,Seen,Email',
    ]);
    await csv('today');

    const entries = await api.dataSource.query(
      `select actor_id, detail from audit_entry where firm_id = $1 and action = 'sheets.list_exported' order by id`,
      [firm.id],
    );
    expect(entries).toEqual([
      { actor_id: firm.users.researcher.id, detail: { list: 'reminders', format: 'csv', rows: 0 } },
      { actor_id: firm.users.partner.id, detail: { list: 'today', format: 'csv', rows: 0 } },
    ]);
  });

  it.each([
    ['mail-log', ''],
    ['mail-log', 'format=csv&state=lost'],
    ['erasures', 'format=csv&limit=5'],
    ['me/reminders', 'format=pdf'],
    ['today', 'format=csv&snoozed=perhaps'],
  ])('of %s is refused with %j', async (list, query) => {
    expect((await ask(list, query)).status).toBe(400);
  });
});
