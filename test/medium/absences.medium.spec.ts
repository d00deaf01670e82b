import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { openTestApi, type TestApi } from './api.js';
import { afterEachCommit } from './one-connection.js';

let api: TestApi;
let firm: TestFirm;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  firm = await aFirm(api.dataSource);
});

const as = (role: Role) => api.request(firm.cookie(role));
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const idOf = (role: Role) => firm.users[role].id;
const add = (changes: object = {}, role: Role = 'consultant') =>
  as(role)
    .post('/api/absences')
    .send({ deputyUserId: idOf('partner'), firstDay: inDays(10), lastDay: inDays(14), ...changes });
const change = (id: string, changes: object, role: Role = 'consultant') =>
  as(role)
    .patch(`/api/absences/${id}`)
    .send({ version: 1, ...changes });
const list = async () => (await as('researcher').get('/api/absences')).body.items;
const onDuty = async (role: Role, day: string): Promise<string> =>
  (
    await api.dataSource.query('select on_duty($1, $2, $3::timestamptz) as id', [firm.id, idOf(role), `${day}T12:00Z`])
  )[0].id;

describe('an absence', () => {
  it('is answered with as it was saved, whatever somebody else does next', async () => {
    afterEachCommit(() =>
      api.dataSource.query('update absence set last_day = last_day + 1, version = version + 1 where firm_id = $1', [
        firm.id,
      ]),
    );

    const { body } = await add();
    const changed = await change(body.id, { version: 2, firstDay: inDays(11) });

    expect(body).toMatchObject({ lastDay: inDays(14), version: 1 });
    expect(changed.body).toMatchObject({ firstDay: inDays(11), lastDay: inDays(15), version: 3 });
  });

  it('sends what is meant for a person to the deputy, and says so', async () => {
    const { status, body } = await add();

    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      user: { id: idOf('consultant'), name: 'Simulated consultant' },
      deputy: { id: idOf('partner'), name: 'Simulated partner' },
      firstDay: inDays(10),
      lastDay: inDays(14),
      version: 1,
      state: 'coming',
      effect: expect.stringMatching(
        /^Flags and reminders for Simulated consultant go to Simulated partner from .+ until .+\.$/,
      ),
      warning: null,
      allowed: { change: true },
    });
    expect(await list()).toEqual([{ ...body, allowed: { change: false } }]);
    expect([await onDuty('consultant', inDays(12)), await onDuty('consultant', inDays(20))]).toEqual([
      idOf('partner'),
      idOf('consultant'),
    ]);
    const told = await api.dataSource.query('select fact from outbox where firm_id = $1 and subject_id = $2', [
      firm.id,
      body.id,
    ]);
    expect(told).toEqual([{ fact: 'calendars.absence_added' }]);
  });

  it('is changed and removed by whom it concerns, and by partners and admins', async () => {
    const { body } = await add();

    const own = await change(body.id, { lastDay: inDays(20) });
    const byPartner = await change(body.id, { version: 2, deputyUserId: idOf('admin') }, 'partner');
    const stale = await change(body.id, { lastDay: inDays(30) });
    const staleRemoval = await as('consultant').delete(`/api/absences/${body.id}?version=1`);
    const removed = await as('admin').delete(`/api/absences/${body.id}?version=3`);

    expect([own.status, own.body.lastDay, byPartner.body.deputy.id]).toEqual([200, inDays(20), idOf('admin')]);
    expect([stale.status, stale.body.code, stale.body.current.version]).toEqual([409, 'stale_version', 3]);
    expect([staleRemoval.status, removed.status, (await list()).length]).toEqual([409, 204, 0]);
    expect((await change(body.id, { version: 3 })).body.code).toBe('absence_not_found');
    const audit = await api.dataSource.query(
      'select action from audit_entry where firm_id = $1 and subject_id = $2 order by at, id',
      [firm.id, body.id],
    );
    expect(audit.map(({ action }: { action: string }) => action)).toEqual([
      'calendars.absence_added',
      'calendars.absence_changed',
      'calendars.absence_changed',
      'calendars.absence_removed',
    ]);
  });

  it('of others is for partners and admins', async () => {
    const forOther = await add({ userId: idOf('researcher') });
    const byPartner = await add({ userId: idOf('researcher'), deputyUserId: idOf('consultant') }, 'partner');
    const notMine = await change(byPartner.body.id, { lastDay: inDays(40) });
    const removal = await as('consultant').delete(`/api/absences/${byPartner.body.id}?version=1`);

    expect([forOther.status, byPartner.status, notMine.status, removal.status]).toEqual([403, 201, 403, 403]);
  });

  it.each<[string, () => object, number, string, string]>([
    ['oneself as deputy', () => ({ deputyUserId: idOf('consultant') }), 400, 'absence_refused', 'their own deputy'],
    ['an end before the beginning', () => ({ lastDay: inDays(9) }), 400, 'absence_refused', 'is before the first day'],
    [
      'what is over',
      () => ({ firstDay: inDays(-9), lastDay: inDays(-3) }),
      400,
      'absence_refused',
      'an absence in the past has no effect',
    ],
    ['more than a year', () => ({ lastDay: inDays(400) }), 400, 'absence_refused', 'a year at most'],
    ['a day that does not exist', () => ({ lastDay: '2027-02-30' }), 400, 'invalid', 'a valid date'],
    ['a deputy nobody knows', () => ({ deputyUserId: newId() }), 400, 'unknown_deputy', 'not a colleague'],
  ])('refuses %s', async (_, changes, status, code, sentence) => {
    const refused = await add(changes());

    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(refused.body.detail).toContain(sentence);
    expect(await list()).toEqual([]);
  });

  it('refuses a colleague and a deputy of another firm', async () => {
    const other = await aFirm(api.dataSource);

    const person = await add({ userId: other.users.researcher.id }, 'admin');
    const deputy = await add({ deputyUserId: other.users.researcher.id });

    expect([person.body.code, deputy.body.code]).toEqual(['unknown_person', 'unknown_deputy']);
  });

  it('refuses days on which the person is away already, however it comes about', async () => {
    const first = await add();
    const second = await add({ firstDay: inDays(30), lastDay: inDays(31) });

    const touching = await add({ firstDay: inDays(14), lastDay: inDays(16) });
    const moved = await change(second.body.id, { firstDay: inDays(12) });
    const atOnce = await Promise.all([1, 2].map(() => add({ firstDay: inDays(50), lastDay: inDays(52) })));

    expect([first.status, second.status]).toEqual([201, 201]);
    expect([touching.status, touching.body.code, moved.body.code]).toEqual([
      409,
      'absence_overlaps',
      'absence_overlaps',
    ]);
    expect(touching.body.detail).toMatch(/^There is already an absence from .+ to .+; change that one instead\.$/);
    expect(atOnce.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('warns when the deputy is away too, and says who stands in', async () => {
    await add(
      { userId: idOf('partner'), deputyUserId: idOf('admin'), firstDay: inDays(12), lastDay: inDays(30) },
      'admin',
    );

    const { body } = await add();

    expect(body.warning).toMatch(/^Simulated partner is also away from .+; Simulated admin is covering then\.$/);
    expect([await onDuty('consultant', inDays(11)), await onDuty('consultant', inDays(13))]).toEqual([
      idOf('partner'),
      idOf('admin'),
    ]);
  });
});
