import type { Role } from '@app/identity/identity.types.js';
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

const as = (role: Role) => api.request(firm.cookie(role));

describe('somebody who may be here already', () => {
  const add = (fields: object, query = '') =>
    as('researcher')
      .post(`/api/candidates${query}`)
      .send({ name: 'Robin Ray again', ...fields });
  const count = async () =>
    (await api.dataSource.query('select 1 from candidate where firm_id = $1', [firm.id])).length as number;
  let known: string;
  beforeEach(async () => {
    const first = {
      email: 'Robin@Ray.example',
      phone: '+1 (415) 555-0199',
      profileUrl: 'https://www.linkedin.com/in/Robin-Ray/',
    };
    known = (await add({ name: 'Robin Ray', ...first })).body.id;
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['the address in capitals', { email: 'ROBIN@ray.EXAMPLE' }, ['email']],
    ['the number of the country only', { phone: '415.555.0199 ext. 7' }, ['phone']],
    [
      'the link of another country',
      { profileUrl: 'http://de.linkedin.com/in/robin-ray?trk=people#top' },
      ['profileUrl'],
    ],
    [
      'all of them',
      { email: 'robin@ray.example', phone: '(415) 555 0199', profileUrl: 'linkedin.com/in/robin-ray' },
      ['email', 'phone', 'profileUrl'],
    ],
  ])('is asked about: %s', async (_, fields, same) => {
    const refused = await add(fields);

    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'possible_duplicate', duplicates: [{ id: known, name: 'Robin Ray', same }] },
    ]);
    expect(refused.body.detail).toMatch(
      /^Robin Ray has this .* already\. Save another record only if it is somebody else\.$/,
    );
    expect(await count()).toBe(1);
  });

  it('is kept all the same by whoever says so', async () => {
    expect((await add({ email: 'robin@ray.example' }, '?force=true')).status).toBe(201);
    expect((await add({ email: 'robin@ray.example' }, '?force=false')).body.duplicates).toHaveLength(2);
    expect((await add({ email: 'robin@ray.example' }, '?force=yes')).status).toBe(400);
  });

  it('is asked about when a record is changed to that, and not when it is saved as it was', async () => {
    const { body: other } = await add({ email: 'other@ray.example' });
    const change = (version: number, fields: object, query = '') =>
      as('researcher')
        .patch(`/api/candidates/${other.id}${query}`)
        .send({ version, ...fields });

    const refused = await change(1, { email: 'robin@ray.example' });
    const forced = await change(1, { email: 'robin@ray.example' }, '?force=true');
    const again = await change(2, { email: 'robin@ray.example', city: 'Oslo' });

    expect([refused.status, refused.body.duplicates]).toEqual([
      409,
      [{ id: known, name: 'Robin Ray', same: ['email'] }],
    ]);
    expect([forced.status, again.status]).toEqual([200, 200]);
  });

  it('is one record of several sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => add({ email: 'many@ray.example' })));

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
  });

  it('is nobody of another firm, nobody who was erased, and nobody with a number that says nothing', async () => {
    const neighbour = await aFirm(api.dataSource);
    const { status } = await api
      .request(neighbour.cookie('researcher'))
      .post('/api/candidates')
      .send({ name: 'Robin Ray', email: 'robin@ray.example' });
    await add({ phone: '55 501' });

    expect(status).toBe(201);
    expect((await add({ phone: '55501' })).status).toBe(201);
    await api.dataSource.query('update candidate set erased_at = now() where firm_id = $1 and id = $2', [
      firm.id,
      known,
    ]);
    expect((await add({ email: 'robin@ray.example' })).status).toBe(201);
  });

  it('may have the longest link there is, in any letters', async () => {
    const letters = (from: number) =>
      Array.from({ length: 1_900 }, (_, i) => String.fromCodePoint(0x4e00 + ((from + i * i * 7919) % 20_000))).join('');

    const answers = [
      await add({ profileUrl: `https://profiles.example/${letters(1)}` }),
      await add({ profileUrl: `http://www.profiles.example/${letters(1)}/` }),
      await add({ profileUrl: `https://profiles.example/${letters(2)}` }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([201, 409, 201]);
  });

  it('is looked up by an index', async () => {
    await api.dataSource.query(
      `insert into candidate (firm_id, id, name, email, phone, profile_url)
       select $1, gen_random_uuid(), 'Crowd', i || '@crowd.example', '+49 30 ' || (1000000 + i), 'https://crowd.example/' || i
       from generate_series(1, 3000) i`,
      [firm.id],
    );
    await api.dataSource.query('analyze candidate');
    const rows: { 'QUERY PLAN': string }[] = await api.dataSource.query(
      `explain select 1 from candidate c where c.firm_id = $1
         and (lower(c.email) = lower('a@b.example') or phone_key(c.phone) = phone_key('+49 30 123456')
              or profile_key(c.profile_url) = profile_key('https://x.example/y'))`,
      [firm.id],
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');

    expect(plan).toMatch(/candidate_email[^]*candidate_phone[^]*candidate_profile/);
    expect(plan).not.toContain('Seq Scan');
  });
});

describe('a contact who may be here already', () => {
  const client = async (name: string): Promise<string> =>
    (await as('researcher').post('/api/clients').send({ name }).expect(201)).body.id;
  const add = (clientId: string, fields: object, query = '') =>
    as('researcher')
      .post(`/api/clients/${clientId}/contacts${query}`)
      .send({ name: 'Cleo Diaz again', role: 'hr', ...fields });
  let [acme, beta, known] = ['', '', ''];
  beforeEach(async () => {
    [acme, beta] = [await client('Acme'), await client('Beta')];
    known = (await add(acme, { name: 'Cleo Diaz', email: 'Cleo@Acme.example' })).body.contacts[0].id;
  });

  it.each([
    ['at the same client', () => acme],
    ['at another client', () => beta],
  ])('is asked about %s, whatever the case of the address, and kept by whoever says so', async (_, where) => {
    const refused = await add(where(), { email: 'CLEO@acme.EXAMPLE' });

    expect([refused.status, refused.body]).toMatchObject([
      409,
      {
        code: 'possible_duplicate',
        detail: 'Cleo Diaz has this email address already. Save another record only if it is somebody else.',
        duplicates: [{ id: known, name: 'Cleo Diaz', same: ['email'], client: { id: acme, name: 'Acme' } }],
      },
    ]);
    expect((await add(where(), { email: 'cleo@acme.example' }, '?force=true')).status).toBe(201);
    expect((await add(where(), { email: 'cleo@acme.example' }, '?force=yes')).status).toBe(400);
  });

  it('is asked about when a contact is changed to that, and not when it is saved as it was', async () => {
    const { id } = (await add(beta, { email: 'other@beta.example' })).body.contacts[0];
    const change = (version: number, fields: object, query = '') =>
      as('researcher')
        .patch(`/api/clients/${beta}/contacts/${id}${query}`)
        .send({ version, ...fields });

    const refused = await change(1, { email: 'cleo@acme.example' });
    const forced = await change(1, { email: 'cleo@acme.example' }, '?force=true');
    const again = await change(2, { email: 'cleo@acme.example', role: 'board' });

    expect([refused.body.code, refused.body.duplicates[0].id]).toEqual(['possible_duplicate', known]);
    expect([forced.status, again.status]).toEqual([200, 200]);
  });

  it('is one record of several sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => add(beta, { email: 'many@beta.example' })));

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
  });

  it('is nobody of another firm, nobody who was erased, and nobody who is a candidate', async () => {
    const neighbour = api.request((await aFirm(api.dataSource)).cookie('researcher'));
    const { body: theirs } = await neighbour.post('/api/clients').send({ name: 'Acme' });
    const contact = { name: 'Cleo', role: 'hr', email: 'cleo@acme.example' };
    await neighbour.post(`/api/clients/${theirs.id}/contacts`).send(contact).expect(201);
    await as('researcher').post('/api/candidates').send({ name: 'Cleo', email: 'cleo@acme.example' }).expect(201);

    await api.dataSource.query('update contact set erased_at = now() where firm_id = $1 and id = $2', [firm.id, known]);

    expect((await add(beta, { email: 'cleo@acme.example' })).status).toBe(201);
  });

  it('is looked up by an index', async () => {
    await api.dataSource.query(
      `insert into contact (firm_id, id, client_id, name, email)
       select $1, gen_random_uuid(), $2, 'Crowd', i || '@crowd.example' from generate_series(1, 3000) i`,
      [firm.id, acme],
    );
    await api.dataSource.query('analyze contact');
    const rows: { 'QUERY PLAN': string }[] = await api.dataSource.query(
      `explain select 1 from contact k where k.firm_id = $1 and lower(k.email) = lower('a@b.example')`,
      [firm.id],
    );

    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('contact_email');
  });
});
