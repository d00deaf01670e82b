import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { aClient } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
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
const ofOffice = () => `/api/offices/${firm.officeId}/calendar`;
const edit = (changes: object, role: Role = 'partner') =>
  as(role)
    .patch(ofOffice())
    .send({ version: 1, ...changes });
const read = async (path: string, role: Role = 'researcher') => (await as(role).get(path)).body;
const nextCheck = async (searchId: string): Promise<unknown> =>
  (await api.dataSource.query('select next_check_at::text as at from search_check where search_id = $1', [searchId]))[0]
    .at;
const setNextCheck = (searchId: string) =>
  api.dataSource.query(`update search_check set next_check_at = '2030-01-01T00:00:00Z' where search_id = $1`, [
    searchId,
  ]);
const facts = (subjectId: string) =>
  api.dataSource.query(
    `select a.action, o.fact, a.actor_id as "actorId", a.detail
     from audit_entry a join outbox o on o.firm_id = a.firm_id and o.subject_id = a.subject_id and o.fact = a.action
     where a.firm_id = $1 and a.subject_id = $2`,
    [firm.id, subjectId],
  );

describe('the running searches a calendar counts', () => {
  it('are those the reader may see', async () => {
    const clientId = await aClient(api.dataSource, firm);
    await aSearch(api.dataSource, firm, { clientId });
    await aSearch(api.dataSource, firm, { clientId, confidential: true });
    const counted = async (role: Role): Promise<unknown[]> => [
      (await read(ofOffice(), role)).runningSearches,
      (await read(`/api/clients/${clientId}/calendar`, role)).runningSearches,
    ];

    expect(await counted('partner')).toEqual([2, 2]);
    expect(await counted('admin')).toEqual([1, 1]);
    expect((await edit({ workingDays: [1, 2] }, 'admin')).body.runningSearches).toBe(1);
  });
});

describe("an office's calendar", () => {
  it('is edited as one new version, audited, announced, and looked at again by its running searches', async () => {
    const running = await aSearch(api.dataSource, firm);
    const closed = await aSearch(api.dataSource, firm);
    await api.dataSource.query(
      `update search set status = 'closed', closed_at = now(), close_reason = 'unfilled' where id = $1`,
      [closed],
    );
    await setNextCheck(running);
    await setNextCheck(closed);

    const { status, body } = await edit({
      timeZone: 'Asia/Riyadh',
      workingDays: [7, 1, 2, 3, 4],
      holidays: [
        { date: '2027-09-23', name: 'National Day' },
        { date: '2027-02-22', name: null },
      ],
    });

    expect(status).toBe(200);
    expect(body).toEqual({
      officeId: firm.officeId,
      key: 'main',
      country: 'DE',
      region: null,
      timeZone: 'Asia/Riyadh',
      workingDays: [1, 2, 3, 4, 7],
      holidays: [
        { date: '2027-02-22', name: null },
        { date: '2027-09-23', name: 'National Day' },
      ],
      version: 2,
      runningSearches: 1,
      allowed: { edit: true },
    });
    expect(await read(ofOffice())).toEqual({ ...body, allowed: { edit: false } });
    expect(await facts(firm.officeId)).toEqual([
      {
        action: 'calendars.office_calendar_changed',
        fact: 'calendars.office_calendar_changed',
        actorId: firm.users.partner.id,
        detail: { version: 2, changes: 4 },
      },
    ]);
    expect([await nextCheck(running), await nextCheck(closed)]).toEqual(['-infinity', '2030-01-01 00:00:00+00']);
  });

  it('keeps every version, with what was different and who did it', async () => {
    await edit({ holidays: [{ date: '2027-01-01', name: 'New Year' }] });
    await edit({ version: 2, holidays: [{ date: '2027-01-01', name: "New Year's Day" }] }, 'admin');
    await edit({ version: 3, holidays: [], timeZone: 'Europe/Paris' });

    const { items } = await read(`${ofOffice()}/versions`);

    expect(items).toEqual([
      {
        version: 4,
        at: expect.any(String),
        by: { id: firm.users.partner.id, name: 'Simulated partner' },
        changes: ['Time zone Europe/Paris instead of Europe/Berlin', "Removed Fri 1 Jan 2027, New Year's Day"],
        holidays: 0,
      },
      expect.objectContaining({ version: 3, changes: ["Fri 1 Jan 2027 is now called New Year's Day"], holidays: 1 }),
      expect.objectContaining({ version: 2, changes: ['Added Fri 1 Jan 2027, New Year'] }),
      expect.objectContaining({ version: 1, by: null, changes: [], holidays: 0 }),
    ]);
    await expect(
      api.dataSource.query('delete from calendar_edit where office_id = $1', [firm.officeId]),
    ).rejects.toThrow();
  });

  it('stays at its version when nothing is different', async () => {
    const { status, body } = await edit({ timeZone: 'Europe/Berlin', workingDays: [5, 4, 3, 2, 1] });

    expect([status, body.version]).toEqual([200, 1]);
    expect(await facts(firm.officeId)).toEqual([]);
  });

  it('refuses a second editor, who is shown what the first one wrote', async () => {
    const answers = await Promise.all([
      edit({ holidays: [{ date: '2027-05-01', name: 'First' }] }),
      edit({ holidays: [{ date: '2027-05-01', name: 'Second' }] }, 'admin'),
    ]);
    const [saved, stale] = answers[0]?.status === 200 ? answers : [...answers].reverse();

    expect([saved?.status, stale?.status, stale?.body.code]).toEqual([200, 409, 'stale_version']);
    expect(stale?.body.current).toMatchObject({ version: 2, holidays: saved?.body.holidays });
    expect((await read(ofOffice())).holidays).toEqual(saved?.body.holidays);
  });

  it.each<[string, object, string, string]>([
    [
      'a zone nobody has',
      { timeZone: 'Europe/Atlantis' },
      'unknown_time_zone',
      '"Europe/Atlantis" is not a time zone; use a name such as Europe/Berlin.',
    ],
    ['an offset for a zone', { timeZone: '+02:00' }, 'unknown_time_zone', 'is not a time zone'],
    ['a week without work', { workingDays: [] }, 'no_working_day', 'At least one day of the week'],
    ['an eighth weekday', { workingDays: [8] }, 'no_working_day', '1 for Monday to 7 for Sunday'],
    [
      'a year without work',
      {
        workingDays: [1],
        holidays: Array.from({ length: 53 }, (_, week) => ({
          date: new Date(Date.UTC(2027, 0, 4 + 7 * week)).toISOString().slice(0, 10),
          name: null,
        })),
      },
      'no_working_day',
      'With these holidays, 2027 would have no working days left.',
    ],
    [
      'a day twice',
      {
        holidays: [
          { date: '2027-01-01', name: 'a' },
          { date: '2027-01-01', name: 'b' },
        ],
      },
      'holiday_twice',
      'Fri 1 Jan 2027 is listed twice.',
    ],
    ['a day that does not exist', { holidays: [{ date: '2027-02-29', name: null }] }, 'invalid', 'a valid date'],
  ])('refuses %s', async (_, changes, code, sentence) => {
    const { status, body } = await edit(changes);

    expect([status, body.code]).toEqual([400, code]);
    expect(body.detail).toContain(sentence);
    expect((await read(ofOffice())).version).toBe(1);
  });

  it('is edited by partners and admins alone, and is not there for another firm', async () => {
    const other = await aFirm(api.dataSource);

    const [consultant, researcher] = [await edit({}, 'consultant'), await edit({}, 'researcher')];
    const elsewhere = await as('admin').get(`/api/offices/${other.officeId}/calendar`);
    const nowhere = await as('admin').patch(`/api/offices/${newId()}/calendar`).send({ version: 1 });

    expect([consultant.status, researcher.status]).toEqual([403, 403]);
    expect([elsewhere.status, elsewhere.body.code, nowhere.status]).toEqual([404, 'office_not_found', 404]);
  });

  it('proposes the public holidays of a year and takes none over by itself', async () => {
    await edit({ holidays: [{ date: '2027-10-03', name: 'Einheit' }] });

    const { items } = await read(`${ofOffice()}/proposals?year=2027`);

    expect(items).toContainEqual({ date: '2027-12-25', name: 'Christmas Day', taken: false });
    expect(items.filter(({ taken }: { taken: boolean }) => taken)).toEqual([
      expect.objectContaining({ date: '2027-10-03' }),
    ]);
    expect((await read(ofOffice())).holidays).toHaveLength(1);
    expect((await as('admin').get(`${ofOffice()}/proposals?year=soon`)).status).toBe(400);
  });

  it('proposes those of the whole country where its region is left out, and knows a region that is not kept', async () => {
    const corpusChristi = async (query: string) =>
      (await read(`${ofOffice()}/proposals?year=2027${query}`)).items.some(
        ({ date }: { date: string }) => date === '2027-05-27',
      );
    await api.dataSource.query(`update office set region = 'DE-BY' where firm_id = $1 and id = $2`, [
      firm.id,
      firm.officeId,
    ]);

    expect([
      await corpusChristi(''),
      await corpusChristi('&region=none'),
      await corpusChristi('&region=DE-HE'),
    ]).toEqual([true, false, true]);
    await api.dataSource.query(`update office set region = 'DE-QQ' where firm_id = $1 and id = $2`, [
      firm.id,
      firm.officeId,
    ]);
    expect(await corpusChristi('')).toBe(false);
    expect((await as('admin').get(`${ofOffice()}/proposals?year=2027&region=DE-QQ`)).body.code).toBe('unknown_region');
  });
});

describe("a client's calendar", () => {
  it('has its holidays in versions of its own, and its searches are looked at again', async () => {
    const clientId = await aClient(api.dataSource, firm);
    const searchId = await aSearch(api.dataSource, firm, { clientId });
    const elsewhere = await aSearch(api.dataSource, firm);
    await setNextCheck(searchId);
    await setNextCheck(elsewhere);
    const path = `/api/clients/${clientId}/calendar`;

    const saved = await as('consultant')
      .patch(path)
      .send({ version: 1, holidays: [{ date: '2026-12-28', name: 'Plant shutdown' }] });
    const again = await as('consultant').patch(path).send({ version: 1, holidays: [] });

    expect(saved.body).toMatchObject({ clientId, version: 2, holidays: [{ date: '2026-12-28' }], runningSearches: 1 });
    expect([again.status, again.body.code, again.body.current.version]).toEqual([409, 'stale_version', 2]);
    expect([await nextCheck(searchId), await nextCheck(elsewhere)]).toEqual(['-infinity', '2030-01-01 00:00:00+00']);
    expect((await facts(clientId)).map(({ fact }: { fact: string }) => fact)).toEqual([
      'calendars.client_calendar_changed',
    ]);
    expect((await read(`${path}/versions`)).items).toEqual([
      expect.objectContaining({ version: 2, changes: ['Added Mon 28 Dec 2026, Plant shutdown'] }),
      expect.objectContaining({ version: 1, by: null }),
    ]);
  });

  it('proposes by its country, is not for researchers to change, and refuses what offices refuse', async () => {
    const clientId = await aClient(api.dataSource, firm);
    await api.dataSource.query(`update client set country = 'FR' where id = $1`, [clientId]);
    const path = `/api/clients/${clientId}/calendar`;
    const twice = [{ date: '2027-01-01' }, { date: '2027-01-01' }].map((day) => ({ ...day, name: null }));

    const refused = await as('partner').patch(path).send({ version: 1, holidays: twice });

    expect((await read(`${path}/proposals?year=2027`)).items).toContainEqual({
      date: '2027-07-14',
      name: 'Bastille Day',
      taken: false,
    });
    expect([refused.status, refused.body.code]).toEqual([400, 'holiday_twice']);
    expect((await as('researcher').patch(path).send({ version: 1, holidays: [] })).status).toBe(403);
    expect((await as('admin').get(`/api/clients/${newId()}/calendar`)).body.code).toBe('client_not_found');
  });
});

describe('the region of an office', () => {
  const proposed = async (path: string): Promise<string[]> =>
    (await read(path)).items.map(({ date }: { date: string }) => date);

  it('is chosen with the calendar, told with its versions, and decides which holidays are proposed', async () => {
    const ofYear = `${ofOffice()}/proposals?year=2026`;
    const [whole, before] = [await proposed(ofYear), await proposed(`${ofYear}&region=DE-BY`)];
    const saved = await edit({ region: 'de-by' });
    const after = await proposed(ofYear);
    const cleared = await edit({ version: 2, region: null });
    const versions = await read(`${ofOffice()}/versions`);

    expect(whole).not.toContain('2026-06-04');
    expect(before).toContain('2026-06-04');
    expect(saved.body).toMatchObject({ region: 'DE-BY', version: 2 });
    expect(after).toEqual(before);
    expect(cleared.body).toMatchObject({ region: null, version: 3 });
    expect(versions.items.map(({ changes }: { changes: string[] }) => changes)).toEqual([
      ['Region none instead of Bayern'],
      ['Region Bayern instead of none'],
      [],
    ]);
  });

  it('stays as it is when nothing is said of it', async () => {
    await edit({ region: 'DE-BY' });

    expect((await edit({ version: 2, workingDays: [1, 2] })).body.region).toBe('DE-BY');
  });

  it('is one of its country', async () => {
    const refused = await edit({ region: 'FR-57' });

    expect([refused.status, refused.body.code]).toEqual([400, 'unknown_region']);
    expect(refused.body.detail).toBe('"FR-57" is not a region of DE; use a code of ISO 3166-2, such as DE-BB.');
    const looked = await as('partner').get(`${ofOffice()}/proposals?year=2026&region=FR-57`);
    expect([looked.status, looked.body.code]).toEqual([400, 'unknown_region']);
  });

  it('of a client is asked for with each look at the holidays of its country', async () => {
    const clientId = await aClient(api.dataSource, firm);
    await api.dataSource.query(`update client set country = 'GB' where id = $1`, [clientId]);
    const path = `/api/clients/${clientId}/calendar/proposals?year=2026`;

    expect(await proposed(path)).not.toContain('2026-11-30');
    expect(await proposed(`${path}&region=GB-SCT`)).toContain('2026-11-30');
    expect((await as('partner').get(`${path}&region=DE-BY`)).body.code).toBe('unknown_region');
  });
});
