import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { aClient, aContact } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
let searchId: string;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  firm = await aFirm(api.dataSource);
  searchId = await aSearch(api.dataSource, firm);
});

const as = (role: Role) => api.request(firm.cookie(role));
const log = (fields: object, role: Role = 'partner') =>
  as(role)
    .post('/api/activities')
    .send({ kind: 'note', searchId, text: 'Ask @somebody', ...fields });
const correct = (id: string, version: number, fields: object) =>
  as('partner')
    .patch(`/api/activities/${id}`)
    .send({ version, text: 'Ask @somebody else', ...fields });
const withdraw = (id: string, version: number) =>
  as('partner').post(`/api/activities/${id}/withdrawal`).send({ version, reason: 'A slip' });
/** Whom the reminders would tell, and of what. */
const due = (): Promise<{ who: string; of: string }[]> =>
  api.dataSource.query(
    `select recipient_id as who, subject_id as of from due_notice
     where firm_id = $1 and kind = 'mentioned' order by recipient_id`,
    [firm.id],
  );
/** How often somebody was said to be newly mentioned in it; each time reminders are planned. */
const told = async (activityId: string): Promise<number> =>
  (
    await api.dataSource.query(
      `select 1 from outbox where firm_id = $1 and fact = 'activities.colleague_mentioned' and subject_id = $2`,
      [firm.id, activityId],
    )
  ).length;
const named = async (query: string, role: Role = 'partner') =>
  (await as(role).get(`/api/timeline?kind=activity&${query}`)).body.items[0]?.mentions;

describe('a colleague who is mentioned', () => {
  it('is named on the timeline, and is due to hear of it', async () => {
    const { consultant } = firm.users;
    const { status, body } = await log({ mentions: [consultant.id] });

    expect(status).toBe(201);
    expect(await named(`searchId=${searchId}`)).toEqual([{ id: consultant.id, name: consultant.name }]);
    expect((await as('researcher').get(`/api/activities?searchId=${searchId}`)).body.items[0].mentions).toEqual([
      { id: consultant.id, name: consultant.name },
    ]);
    expect(await due()).toEqual([{ who: consultant.id, of: body.id }]);
    expect(await told(body.id)).toBe(1);
  });

  it('is mentioned with a contact of a client as well, where there is no search', async () => {
    const contactId = await aContact(api.dataSource, firm, await aClient(api.dataSource, firm), 'Ida Boss');
    const { consultant } = firm.users;

    const { body } = await log({ searchId: undefined, contactId, mentions: [consultant.id] });

    expect(await due()).toEqual([{ who: consultant.id, of: body.id }]);
    expect(await told(body.id)).toBe(1);
    expect(await named(`contactId=${contactId}`)).toHaveLength(1);
  });

  it('hears nothing of what they wrote themselves', async () => {
    await log({ mentions: [firm.users.partner.id] });

    expect(await due()).toEqual([]);
  });

  it('is added by a correction, which tells the new one alone; who is taken out is not told', async () => {
    const { consultant, researcher, admin } = firm.users;
    const { body } = await log({ mentions: [consultant.id, admin.id] });
    const before = await api.dataSource.query('select created_at from mention where firm_id = $1 and user_id = $2', [
      firm.id,
      consultant.id,
    ]);

    const answer = await correct(body.id, 1, { mentions: [consultant.id, researcher.id] });

    expect(answer.status).toBe(200);
    expect((await due()).map(({ who }) => who)).toEqual([consultant.id, researcher.id].sort());
    expect(await told(body.id)).toBe(2);
    const after = await api.dataSource.query('select created_at from mention where firm_id = $1 and user_id = $2', [
      firm.id,
      consultant.id,
    ]);
    expect(after).toEqual(before);
  });

  it('stays mentioned by a correction that says nothing of mentions', async () => {
    const { body } = await log({ mentions: [firm.users.consultant.id] });

    await correct(body.id, 1, {});

    expect(await due()).toHaveLength(1);
    expect(await told(body.id)).toBe(1);
  });

  it('is taken out by a correction, which is announced to nobody', async () => {
    const { body } = await log({ mentions: [firm.users.consultant.id] });

    await correct(body.id, 1, { mentions: [] });

    expect(await due()).toEqual([]);
    expect(await told(body.id)).toBe(1);
  });

  it('is not told any more once it was withdrawn', async () => {
    const { body } = await log({ mentions: [firm.users.consultant.id] });

    expect((await withdraw(body.id, 1)).status).toBe(200);

    expect(await due()).toEqual([]);
    expect(await named(`searchId=${searchId}`)).toEqual([]);
  });

  it('is not told of what they may not see any more', async () => {
    await log({ mentions: [firm.users.consultant.id] });

    await api.dataSource.query(
      'update search set confidential = true, lead_user_id = $3 where firm_id = $1 and id = $2',
      [...[firm.id, searchId, firm.users.partner.id]],
    );

    expect(await due()).toEqual([]);
  });
});

describe('a mention is refused', () => {
  it('of a colleague who may not see the search, in a sentence, and nothing is logged', async () => {
    const hidden = await aSearch(api.dataSource, firm, { confidential: true });

    const { status, body } = await log({ searchId: hidden, mentions: [firm.users.researcher.id] });

    expect([status, body.code]).toEqual([400, 'mention_not_allowed']);
    expect(body.detail).toBe(
      `${firm.users.researcher.name} cannot see this search, or has left the firm, so they cannot be mentioned here.`,
    );
    expect(await named(`searchId=${hidden}`)).toBeUndefined();
  });

  it('by a correction in the same way, and the text stays', async () => {
    const hidden = await aSearch(api.dataSource, firm, { confidential: true });
    const { body } = await log({ searchId: hidden });

    const refused = await correct(body.id, 1, { mentions: [firm.users.researcher.id] });

    expect([refused.status, refused.body.code]).toEqual([400, 'mention_not_allowed']);
    const { items } = (await as('partner').get(`/api/timeline?kind=activity&searchId=${hidden}`)).body;
    expect(items[0]).toMatchObject({ text: 'Ask @somebody', mentions: [] });
  });

  it.each<[string, () => Promise<string>]>([
    ['whom nobody knows', async () => newId()],
    ['of another firm', async () => (await aFirm(api.dataSource)).users.consultant.id],
  ])('of somebody %s', async (_, somebody) => {
    const { status, body } = await log({ mentions: [await somebody()] });

    expect([status, body.detail]).toEqual([400, 'There is no such colleague in this firm.']);
  });

  it('of somebody who has left, twice the same, and of more than twenty', async () => {
    const { consultant } = firm.users;
    await api.dataSource.query('update firm_user set deactivated_at = now() where firm_id = $1 and id = $2', [
      ...[firm.id, consultant.id],
    ]);

    expect((await log({ mentions: [consultant.id] })).body.code).toBe('mention_not_allowed');
    expect((await log({ mentions: [firm.users.admin.id, firm.users.admin.id] })).body.code).toBe('invalid');
    expect((await log({ mentions: Array.from({ length: 21 }, () => newId()) })).body.code).toBe('invalid');
  });
});
