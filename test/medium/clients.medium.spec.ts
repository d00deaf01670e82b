import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { aClient, aContact } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
import { countQueries } from '../lib/count-queries.js';
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

const as = (role: Role) => api.request(firm.cookie(role));
const add = (fields: object) => as('researcher').post('/api/clients').send(fields);
const list = async (query: string) => (await as('consultant').get(`/api/clients?${query}`)).body;

describe('adding a client', () => {
  it('keeps what was typed in, with audit and announcement', async () => {
    const fields = { name: 'Northwind Robotics', domain: 'northwind.example', country: 'DE', industry: 'Robotics' };
    const { status, body } = await add(fields);

    expect(status).toBe(201);
    const allowed = { edit: true, erase: false };
    expect(body).toEqual({
      ...fields,
      id: expect.any(String),
      ref: null,
      version: 1,
      allowed,
      contacts: [],
      searches: [],
    });
    expect((await as('admin').get(`/api/clients/${body.id}`)).body).toEqual({
      ...body,
      allowed: { edit: true, erase: true },
    });
    const written = await api.dataSource.query(
      `select a.action, o.fact from audit_entry a join outbox o on o.firm_id = a.firm_id and o.subject_id = a.subject_id
       where a.firm_id = $1 and a.subject_id = $2`,
      [firm.id, body.id],
    );
    expect(written).toEqual([{ action: 'clients.client_added', fact: 'clients.client_added' }]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown field', { fee: 1 }, 'There is no field "fee" here.'],
    ['no name', { name: undefined }, 'Name must'],
    ['a name that is no text', { name: 7 }, 'Name must be a string.'],
    ['an address for a domain', { domain: 'https://northwind.example/' }, 'Domain must be a domain name'],
    ['a country in words', { country: 'Germany' }, 'Country must be a country code of two letters, such as DE.'],
  ])('refuses %s', async (_, changes, sentence) => {
    const { status, body } = await add({ name: 'Northwind', ...changes });

    expect(status).toBe(400);
    expect(body.errors.map(({ message }: { message: string }) => message).join(' ')).toContain(sentence);
  });
});

describe('a client', () => {
  it('shows its contacts and those of its searches that the reader may see', async () => {
    const id = await aClient(api.dataSource, firm);
    const contact = await aContact(api.dataSource, firm, id, 'Simulated Decider');
    const open = await aSearch(api.dataSource, firm, { clientId: id, title: 'Open', openedAt: new Date('2026-10-01') });
    const secret = await aSearch(api.dataSource, firm, { clientId: id, title: 'Secret', confidential: true });

    const lead = (await as('partner').get(`/api/clients/${id}`)).body;
    const other = (await as('admin').get(`/api/clients/${id}`)).body;

    expect(lead.contacts).toEqual([
      { id: contact, name: 'Simulated Decider', email: null, role: 'decision_maker', erased: false, version: 1 },
    ]);
    expect(lead.searches.map((search: { id: string }) => search.id)).toEqual([secret, open]);
    expect(other.searches).toEqual([
      { id: open, ref: null, title: 'Open', status: 'open', openedAt: '2026-10-01T00:00:00.000Z' },
    ]);
  });

  it.each<[string, () => Promise<string>]>([
    ['an id nobody has', async () => newId()],
    ["another firm's client", async () => aClient(api.dataSource, await aFirm(api.dataSource))],
  ])('is unknown, in the same words, for %s', async (_, make) => {
    const { status, body } = await as('admin').get(`/api/clients/${await make()}`);

    expect(status).toBe(404);
    expect(body).toEqual({
      type: 'urn:searchlight:problem:client_not_found',
      title: 'Client not found',
      status: 404,
      code: 'client_not_found',
      detail: 'There is no client with this id.',
    });
  });
});

describe('a contact', () => {
  const show = (id: string, role: Role = 'consultant') => as(role).get(`/api/contacts/${id}`);

  it('is shown with the client and those of its searches that the reader may see', async () => {
    const clientId = await aClient(api.dataSource, firm, { name: 'Northwind' });
    const open = await aSearch(api.dataSource, firm, { clientId });
    const hidden = await aSearch(api.dataSource, firm, { clientId, confidential: true });
    const id = await aContact(api.dataSource, firm, clientId, 'Ida Boss');

    const seen = async (role: Role) => (await show(id, role)).body;

    expect(await seen('consultant')).toMatchObject({
      ...{ id, name: 'Ida Boss', erased: false, version: 1, client: { id: clientId, name: 'Northwind' } },
      allowed: { edit: true, erase: false },
      searches: [{ id: open }],
    });
    expect((await seen('partner')).searches.map((one: { id: string }) => one.id).sort()).toEqual([open, hidden].sort());
    expect((await seen('partner')).allowed).toEqual({ edit: true, erase: true });
  });

  it('is nothing to other firms, like one that does not exist', async () => {
    const other = await aFirm(api.dataSource);
    const id = await aContact(api.dataSource, other, await aClient(api.dataSource, other), 'Ida Boss');

    const [theirs, nobody] = [await show(id), await show(newId())];

    expect([theirs.status, theirs.body.code]).toEqual([404, 'contact_not_found']);
    expect(theirs.body).toEqual(nobody.body);
  });

  it('who was erased can neither be changed nor erased again', async () => {
    const clientId = await aClient(api.dataSource, firm);
    const id = await aContact(api.dataSource, firm, clientId, 'Ida Boss');
    const requestedOn = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const erasure = { person: { kind: 'contact', id }, reason: 'their_request', requestedOn, confirm: 'Ida Boss' };
    await as('partner').post('/api/erasures').send(erasure).expect(201);

    expect((await show(id, 'partner')).body).toMatchObject({ erased: true, allowed: { edit: false, erase: false } });
  });
});

describe('the list of clients', () => {
  it('goes by name, page by page, and finds words whatever case and accents', async () => {
    await aClient(api.dataSource, firm, { name: 'Zürich Robotics', industry: 'Insurance' });
    await aClient(api.dataSource, firm, { name: 'Contoso', domain: 'contoso.example' });
    await aClient(api.dataSource, firm, { name: 'Aperture' });

    const first = await list('limit=2');
    const second = await list(`limit=2&after=${first.next}`);

    expect([...first.items, ...second.items].map(({ name }: { name: string }) => name)).toEqual([
      'Aperture',
      'Contoso',
      'Zürich Robotics',
    ]);
    expect(second.next).toBeNull();
    expect((await list('q=zurich%20insur')).items).toMatchObject([{ name: 'Zürich Robotics' }]);
    expect((await list('q=contoso.ex')).items).toMatchObject([{ name: 'Contoso' }]);
    expect((await list('q=%25')).items).toEqual([]);
  });

  it('shows nothing of other firms', async () => {
    await aClient(api.dataSource, await aFirm(api.dataSource));

    expect(await list('')).toEqual({ items: [], next: null });
  });

  it('takes one query for one row and for a hundred', async () => {
    await aClient(api.dataSource, firm);
    const one = await countQueries(api.dataSource, () => list('limit=100'));
    for (let i = 0; i < 99; i += 1) await aClient(api.dataSource, firm);

    const hundred = await countQueries(api.dataSource, async () => {
      expect((await list('limit=100')).items).toHaveLength(100);
    });

    expect([one, hundred]).toEqual([1, 1]);
  });

  it('needs somebody signed in', async () => {
    expect((await api.request().get('/api/clients')).status).toBe(401);
  });
});

describe('adding a contact', () => {
  const addContact = (clientId: string, fields: object, role: Role = 'researcher') =>
    as(role).post(`/api/clients/${clientId}/contacts`).send(fields);

  it('keeps who they are and what they decide, with audit and announcement', async () => {
    const client = await aClient(api.dataSource, firm, { name: 'Northwind' });
    const fields = { name: 'Ida Boss', email: 'ida@northwind.example', role: 'decision_maker' };
    const { status, body } = await addContact(client, fields);

    expect(status).toBe(201);
    expect(body.contacts).toEqual([{ ...fields, id: expect.any(String), erased: false, version: 1 }]);
    const written = await api.dataSource.query(
      `select a.action, o.fact from audit_entry a join outbox o on o.firm_id = a.firm_id and o.subject_id = a.subject_id
       where a.firm_id = $1 and a.subject_id = $2`,
      [firm.id, body.contacts[0].id],
    );
    expect(written).toEqual([{ action: 'clients.contact_added', fact: 'clients.contact_added' }]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no name', { name: ' ' }, 'Name must'],
    ['no role', { role: undefined }, 'Role must be one of'],
    ['a role that is none', { role: 'owner' }, 'Role must be one of'],
    ['something that is no address', { email: 'ida' }, 'Email must be an email address.'],
    ['an unknown field', { phone: '1' }, 'There is no field "phone" here.'],
  ])('refuses %s', async (_, changes, sentence) => {
    const client = await aClient(api.dataSource, firm, { name: 'Northwind' });
    const { status, body } = await addContact(client, { name: 'Ida Boss', role: 'hr', ...changes });

    expect([status, body.code]).toEqual([400, 'invalid']);
    expect(body.errors[0].message).toContain(sentence);
    expect((await as('admin').get(`/api/clients/${client}`)).body.contacts).toEqual([]);
  });

  it('is refused at a client of another firm as at one that does not exist', async () => {
    const other = await aFirm(api.dataSource);
    const foreign = await addContact(await aClient(api.dataSource, other, {}), { name: 'Ida Boss', role: 'hr' });
    const unknown = await addContact(newId(), { name: 'Ida Boss', role: 'hr' });

    expect([foreign.status, foreign.body.code]).toEqual([404, 'client_not_found']);
    expect(foreign.text.replace(/"instance":"[^"]*"/, '')).toBe(unknown.text.replace(/"instance":"[^"]*"/, ''));
  });

  it('lets a conversation with who decides end the silence of which a flag speaks', async () => {
    const client = await aClient(api.dataSource, firm, { name: 'Northwind' });
    const searchId = await aSearch(api.dataSource, firm, { clientId: client });
    const { body } = await addContact(client, { name: 'Ida Boss', role: 'decision_maker' });
    const call = { kind: 'call', searchId, contactId: body.contacts[0].id, text: 'The brief stands.' };

    expect((await as('consultant').post('/api/activities').send(call)).body).toMatchObject({ progress: true });

    const [clock] = await api.dataSource.query(
      'select decision_maker_at is not null as spoke from search where firm_id = $1 and id = $2',
      [firm.id, searchId],
    );
    expect(clock).toEqual({ spoke: true });
  });
});
