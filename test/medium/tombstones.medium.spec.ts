import { Readable } from 'node:stream';
import { ImportsService } from '@app/imports/imports.service.js';
import type { Role } from '@app/identity/identity.types.js';
import { newId } from '@app/platform/database/id.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  firm = await aFirm(api.dataSource);
});

const SWITCHBOARD = '+49 30 901820';
const ERASED = { name: 'Zoë Example', email: 'zoe@mail.example', phone: SWITCHBOARD, employer: 'Northwind' };
const OTHER = { name: 'Ana Other', email: 'ana@mail.example', phone: '030 901820', employer: 'Northwind' };

const as = (role: Role) => api.request(firm.cookie(role));
const rows = (sql: string, ...more: unknown[]) => api.dataSource.query(sql, [firm.id, ...more]);
const add = (fields: object, role: Role = 'partner') => as(role).post('/api/candidates?force=true').send(fields);
const edit = (id: string, fields: object, role: Role = 'researcher') =>
  as(role)
    .patch(`/api/candidates/${id}`)
    .send({ version: 1, ...fields });
const erase = async (kind: 'candidate' | 'contact', id: string, confirm: string): Promise<string> => {
  const body = { person: { kind, id }, reason: 'their_request', requestedOn: '2026-11-20', confirm };
  return (await as('partner').post('/api/erasures').send(body).expect(201)).body.id;
};
const erasedAt = async (): Promise<string> => erase('candidate', (await add(ERASED)).body.id, ERASED.name);
const audited = (action: string) =>
  rows('select subject_id as id, actor_id as by, detail from audit_entry where firm_id = $1 and action = $2', action);
const answerOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const REFUSED = [409, 'asked_to_be_forgotten'];

describe('a record that shares a mark with somebody who was erased', () => {
  it('is changed like any other, as long as it does not become them', async () => {
    const { id } = (await add(OTHER)).body;
    await erasedAt();

    expect((await edit(id, { city: 'Berlin' })).status).toBe(200);
    expect((await edit(id, { version: 2, phone: SWITCHBOARD, name: 'Ana Maria Other' })).status).toBe(200);
    expect(answerOf(await edit(id, { version: 3, email: ERASED.email }))).toEqual(REFUSED);
    expect(answerOf(await edit(id, { version: 3, name: 'Zoe EXAMPLE' }))).toEqual(REFUSED);
  });

  it('is brought up to date by an import', async () => {
    const { id } = (await add(OTHER)).body;
    await rows(`update candidate set ref = 'P-1' where firm_id = $1 and id = $2`, id);
    await erasedAt();
    const file =
      'candidate_ref,name,email,phone,city\n' +
      `P-1,${OTHER.name},${OTHER.email},${SWITCHBOARD},Berlin\nP-2,Ben Other,,${SWITCHBOARD},Berlin\n`;
    const imports = api.app.get(ImportsService);
    const uploads = async function* () {
      yield { name: 'candidates.csv', bytes: Readable.from([Buffer.from(file)]) };
    };
    const run = await imports.start(firm.actor('partner'), uploads(), false);
    await imports.run(firm.id, run.id);

    expect((await imports.find(firm.actor('partner'), run.id)).refusals.map(({ row }) => row)).toEqual([3]);
    expect(await rows('select city from candidate where firm_id = $1 and id = $2', id)).toEqual([{ city: 'Berlin' }]);
  });

  it('leaves nothing in the refused rows of an import, whatever the column is called that names them', async () => {
    await erasedAt();
    const file = `candidate_ref,name,country,Private mail\nP-8,Ben Other,Mars,x@y.example\nP-9,Cid Other,Mars,${ERASED.email}\n`;
    const imports = api.app.get(ImportsService);
    const uploads = async function* () {
      yield { name: 'candidates.csv', bytes: Readable.from([Buffer.from(file)]) };
    };
    const run = await imports.start(firm.actor('partner'), uploads(), false);
    await imports.run(firm.id, run.id);

    const kept = 'select cells from import_refusal where firm_id = $1 and run_id = $2 order by row_number';
    expect(await rows(kept, run.id)).toEqual([
      { cells: { candidate_ref: 'P-8', name: 'Ben Other', country: 'Mars', '#3': 'x@y.example' } },
      { cells: {} },
    ]);
  });

  it('is changed like any other when it is a contact', async () => {
    const { id: clientId } = (await as('researcher').post('/api/clients').send({ name: 'Northwind' })).body;
    const [gone, stays] = [newId(), newId()];
    for (const [id, name] of [
      [gone, 'Cleo Diaz'],
      [stays, 'Dan Other'],
    ])
      await rows(
        `insert into contact (firm_id, id, client_id, name, email) values ($1, $2, $3, $4, 'office@northwind.example')`,
        ...[id, clientId, name],
      );
    await erase('contact', gone, 'Cleo Diaz');
    const become = (fields: object) =>
      as('researcher').patch(`/api/clients/${clientId}/contacts/${stays}`).send(fields);

    expect((await become({ version: 1, role: 'board', email: 'OFFICE@northwind.example' })).status).toBe(200);
    expect(answerOf(await become({ version: 2, name: 'Cleo Diaz' }))).toEqual(REFUSED);
  });
});

describe('somebody who asked to be forgotten', () => {
  it('is recognised by a phone number however it is written', async () => {
    await erasedAt();

    for (const phone of ['030/90 18 20', '+49 (0)30-901820', '004930901820'])
      expect(answerOf(await add({ name: 'Somebody', phone }))).toEqual(REFUSED);
    expect((await add({ name: 'Somebody', phone: '030 901821' })).status).toBe(201);
  });

  it('is not taken for whoever has a number that only ends alike', async () => {
    const { id } = (await add({ ...ERASED, phone: '01 23 45 67 89' })).body;
    await erase('candidate', id, ERASED.name);

    for (const phone of ['04 91 45 67 89', '0491456789', '+33 4 91 45-67-89'])
      expect((await add({ name: 'Somebody', phone })).status).toBe(201);
    expect(answerOf(await add({ name: 'Somebody', phone: '+33 1 23 45 67 89' }))).toEqual(REFUSED);
  });

  it('before numbers were compared by their digits, is recognised by the number as it was written', async () => {
    const erasureId = await erasedAt();
    await rows('delete from tombstone where firm_id = $1');
    await rows(
      `insert into tombstone (firm_id, id, erasure_id, mark)
       select firm_id, $2, $3, person_mark(salt, 'phone', right($4, 8)) from tombstone_salt where firm_id = $1`,
      ...[newId(), erasureId, SWITCHBOARD],
    );

    expect(answerOf(await add({ name: 'Somebody', phone: SWITCHBOARD }))).toEqual(REFUSED);
  });

  it('is kept again by partners and admins alone, and whoever is refused is told whether they may', async () => {
    await erasedAt();
    const refused = async (role: Role) => (await add(ERASED, role)).body;

    expect(await refused('partner')).toMatchObject({ mayKeep: true, detail: expect.stringContaining('You can keep') });
    expect(await refused('researcher')).toMatchObject({ mayKeep: false, detail: expect.stringContaining('A partner') });
    expect(answerOf(await add({ ...ERASED, despiteErasure: 'legal_duty' }, 'researcher'))).toEqual([
      403,
      'not_allowed',
    ]);
  });

  it('stays so when somebody else is kept, and that is audited', async () => {
    const erasureId = await erasedAt();
    const { status } = await add({ ...OTHER, despiteErasure: 'somebody_else' });

    expect(status).toBe(201);
    for (const mark of [{ email: ERASED.email }, { phone: SWITCHBOARD }, { employer: 'northwind', name: ERASED.name }])
      expect(answerOf(await add({ name: 'Somebody', ...mark }))).toEqual(REFUSED);
    expect(await audited('tombstones.tombstone_passed')).toEqual([
      { id: erasureId, by: firm.users.partner.id, detail: { reason: 'somebody_else' } },
    ]);
    expect(await audited('tombstones.tombstone_lifted')).toEqual([]);
  });

  it.each(['they_came_back', 'legal_duty'])('is known again in full when the reason is %s', async (despiteErasure) => {
    const erasureId = await erasedAt();

    expect((await add({ ...ERASED, despiteErasure })).status).toBe(201);
    expect((await add({ name: 'Somebody', email: ERASED.email })).status).toBe(201);
    expect(await audited('tombstones.tombstone_lifted')).toEqual([
      { id: erasureId, by: firm.users.partner.id, detail: { reason: despiteErasure } },
    ]);
  });
});
