import type { Role } from '@app/identity/identity.types.js';
import { newId } from '@app/platform/database/id.js';
import { aCandidacy, daysAgo, type TestCandidacy } from '../factories/candidacy.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
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

const HOUR = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();
const times = (begins = 24) => ({ startsAt: inHours(begins), endsAt: inHours(begins + 1) });
const get = (path: string, role: Role = 'consultant') => api.request(firm.cookie(role)).get(`/api/${path}`);
const post = (path: string, body: object, role: Role = 'consultant') =>
  api.request(firm.cookie(role)).post(`/api/${path}`).send(body);
const set = (candidacyId: string, body: object = times(), role?: Role) =>
  post(`candidacies/${candidacyId}/interviews`, body, role);
const change = (id: string, body: object, role: Role = 'consultant') =>
  api
    .request(firm.cookie(role))
    .patch(`/api/interviews/${id}`)
    .send({ version: 1, ...body });
/** A candidate in the partner's search, which the consultant works on too. */
const anInterviewee = (search: { confidential?: boolean } = {}): Promise<TestCandidacy> =>
  aCandidacy(api.dataSource, firm, {
    stage: 'client_interview',
    at: daysAgo(3),
    search: { openedAt: daysAgo(30), memberIds: [firm.users.consultant.id], title: 'Head of AI Safety', ...search },
  });
const progressOf = async (table: 'candidacy' | 'search', id: string) => {
  const [row] = await api.dataSource.query(
    `select last_progress_at as at, progress_key as key from ${table} where firm_id = $1 and id = $2`,
    [firm.id, id],
  );
  return row as { at: Date; key: string };
};
/** Puts an interview into the past, which no door allows. */
const shift = (id: string, minutes: number) =>
  api.dataSource.query(
    `update interview set starts_at = starts_at - make_interval(mins => $3), ends_at = ends_at - make_interval(mins => $3)
     where firm_id = $1 and id = $2`,
    [firm.id, id, minutes],
  );

describe('setting an interview', () => {
  it('puts it in the diary and counts as progress of the candidacy and the search', async () => {
    const { id, searchId, candidateId } = await anInterviewee();
    const when = times();

    const { status, body } = await set(id, { ...when, place: 'Room 4', withWhom: 'the board' });

    expect(status).toBe(201);
    expect(body).toEqual({
      id: body.id,
      candidacyId: id,
      search: { id: searchId, title: 'Head of AI Safety' },
      candidate: { id: candidateId, name: expect.stringContaining('Simulated') },
      ...when,
      place: 'Room 4',
      withWhom: 'the board',
      cancelledAt: null,
      timeZone: 'Europe/Berlin',
      version: 1,
      allowed: { change: true, cancel: true, restore: false },
    });
    const [activity] = (await get(`candidacies/${id}`)).body.activities;
    expect(activity).toMatchObject({ kind: 'interview_set', text: expect.stringMatching(/, with the board$/) });
    const expected = { at: new Date(activity.at), key: activity.id };
    expect([await progressOf('candidacy', id), await progressOf('search', searchId)]).toEqual([expected, expected]);
    const subject = [firm.id, body.id];
    expect(
      await api.dataSource.query(
        'select action, detail from audit_entry where firm_id = $1 and subject_id = $2',
        subject,
      ),
    ).toEqual([{ action: 'interviews.interview_set', detail: { candidacyId: id, searchId } }]);
    expect(
      await api.dataSource.query('select fact from outbox where firm_id = $1 and subject_id = $2 order by id', [
        firm.id,
        searchId,
      ]),
    ).toEqual([{ fact: 'activities.activity_logged' }, { fact: 'interviews.interview_set' }]);
  });

  it('stays progress when the interview is cancelled: it was agreed on once', async () => {
    const { id, searchId } = await anInterviewee();
    const { body } = await set(id);
    const before = await progressOf('search', searchId);

    await post(`interviews/${body.id}/cancellation`, { version: 1 });

    expect(await progressOf('search', searchId)).toEqual(before);
    expect((await get(`candidacies/${id}`)).body.activities).toMatchObject([{ kind: 'interview_set' }]);
  });

  it('is what the clocks derive from the facts as well', async () => {
    const { id } = await anInterviewee();
    await set(id);

    const [derived] = await api.dataSource.query(
      `select last_progress_at as at, progress_key as key from candidacy_clock($1, now() + interval '1 s', null, $2)`,
      [firm.id, id],
    );
    expect(await progressOf('candidacy', id)).toEqual(derived);
  });

  it('cannot be logged by hand', async () => {
    const { searchId, candidateId } = await anInterviewee();

    const response = await post('activities', { kind: 'interview_set', searchId, candidateId });

    expect([response.status, response.body.code]).toEqual([400, 'invalid']);
  });

  it.each<[string, () => object, number, string]>([
    ['that is over', () => times(-3), 400, 'interview_moment_refused'],
    ['that ends before it begins', () => ({ ...times(), endsAt: inHours(23) }), 400, 'interview_moment_refused'],
    ['that lasts for days', () => ({ ...times(), endsAt: inHours(72) }), 400, 'interview_moment_refused'],
    ['without an end', () => ({ startsAt: inHours(3) }), 400, 'invalid'],
    ['with a field that does not exist', () => ({ ...times(), setBy: newId() }), 400, 'invalid'],
  ])('is refused %s', async (_, body, status, code) => {
    const { id } = await anInterviewee();

    const response = await set(id, body());

    expect([response.status, response.body.code]).toEqual([status, code]);
    expect((await get(`candidacies/${id}/interviews`)).body.items).toEqual([]);
  });

  it('is refused with somebody who left, and in a closed search', async () => {
    const left = await anInterviewee();
    const closed = await anInterviewee();
    await post(`candidacies/${left.id}/outcome`, {
      version: 1,
      outcome: 'withdrawn',
      by: 'candidate',
      reason: 'stayed',
    });
    await post(`searches/${closed.searchId}/close`, { version: 1, reason: 'cancelled' }, 'partner');

    expect((await set(left.id)).body.code).toBe('candidacy_ended');
    expect((await set(closed.id)).body.code).toBe('search_not_running');
    expect((await set(newId())).body.code).toBe('candidacy_not_found');
  });
});

describe('an interview in the diary', () => {
  it('is moved, and its place cleared, without counting as progress again', async () => {
    const { id, searchId } = await anInterviewee();
    const { body } = await set(id, { ...times(), place: 'Room 4' });
    const before = await progressOf('search', searchId);
    const moved = times(48);

    const changed = await change(body.id, { ...moved, place: null });

    expect(changed.body).toMatchObject({ ...moved, place: null, version: 2 });
    expect(await progressOf('search', searchId)).toEqual(before);
  });

  it('is cancelled once, restored once, and changed only while it stands', async () => {
    const { id } = await anInterviewee();
    const { body } = await set(id);
    const call = (verb: string, version: number) => post(`interviews/${body.id}/${verb}`, { version });

    const cancelled = await call('cancellation', 1);
    const refused = [await call('cancellation', 2), await change(body.id, { version: 2, place: 'Room 5' })].map(
      (response) => [response.status, response.body.code],
    );
    const restored = await call('restoration', 2);
    const again = await call('restoration', 3);

    expect(cancelled.body).toMatchObject({
      cancelledAt: expect.any(String),
      allowed: { change: false, cancel: false, restore: true },
    });
    expect(refused).toEqual([
      [409, 'interview_cancelled'],
      [409, 'interview_cancelled'],
    ]);
    expect(restored.body).toMatchObject({ cancelledAt: null, version: 3 });
    expect([again.status, again.body.code]).toEqual([409, 'interview_not_cancelled']);
  });

  it('is left alone once it has begun or is over', async () => {
    const { id } = await anInterviewee();
    const { body } = await set(id, times(1));
    await shift(body.id, 90);
    const cancelling = await post(`interviews/${body.id}/cancellation`, { version: 1 });
    const longer = await change(body.id, { endsAt: inHours(2) });
    await shift(body.id, 300);
    const late = await change(body.id, { version: 2, place: 'Room 5' });

    expect([cancelling.status, cancelling.body.code]).toEqual([409, 'interview_over']);
    expect(longer.status).toBe(200);
    expect([late.status, late.body.code]).toEqual([409, 'interview_over']);
  });

  it('that somebody changed in the meantime is shown as it is now', async () => {
    const { id } = await anInterviewee();
    const { body } = await set(id);
    await change(body.id, { place: 'Room 7' });

    for (const stale of [
      await change(body.id, { place: 'Room 8' }),
      await post(`interviews/${body.id}/cancellation`, { version: 1 }),
      await post(`interviews/${body.id}/restoration`, { version: 1 }),
    ]) {
      expect([stale.status, stale.body.code, stale.body.current.place]).toEqual([409, 'stale_version', 'Room 7']);
    }
  });
});

describe('interviews', () => {
  it('of a candidacy are all there, the latest first', async () => {
    const { id } = await anInterviewee();
    const [near, far] = [await set(id, times(5)), await set(id, times(50))];
    await post(`interviews/${near.body.id}/cancellation`, { version: 1 });

    const { items } = (await get(`candidacies/${id}/interviews`)).body;

    expect(
      items.map((item: { id: string; cancelledAt: string | null }) => [item.id, item.cancelledAt !== null]),
    ).toEqual([
      [far.body.id, false],
      [near.body.id, true],
    ]);
  });

  it('still to be held are listed page by page, for those who work on the search', async () => {
    const { id } = await anInterviewee();
    const ids: string[] = [];
    for (const begins of [30, 2, 12, 90]) ids.push((await set(id, times(begins))).body.id as string);
    const cancelled = (await set(id, times(3))).body.id as string;
    await post(`interviews/${cancelled}/cancellation`, { version: 1 });
    const to = encodeURIComponent(inHours(48));

    const pages: string[] = [];
    for (let after = ''; ;) {
      const { items, next } = (await get(`interviews?to=${to}&limit=1${after}`)).body;
      pages.push(...(items as { id: string }[]).map((item) => item.id));
      if (!next) break;
      after = `&after=${encodeURIComponent(next as string)}`;
    }
    expect(pages).toEqual([ids[1], ids[2], ids[0]]);
    expect((await get('interviews', 'researcher')).body.items).toEqual([]);
  });

  it('are listed in a fixed number of queries, however many they are', async () => {
    const { id } = await anInterviewee();
    const asked = async () => [
      await countQueries(api.dataSource, () => get('interviews')),
      await countQueries(api.dataSource, () => get(`candidacies/${id}/interviews`)),
    ];
    const none = await asked();
    for (const begins of [2, 4, 6]) await set(id, times(begins));

    expect([none, await asked()]).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it('of somebody who left are no longer listed', async () => {
    const { id } = await anInterviewee();
    await set(id);
    await post(`candidacies/${id}/outcome`, { version: 1, outcome: 'withdrawn', by: 'candidate', reason: 'stayed' });

    expect((await get('interviews')).body.items).toEqual([]);
  });

  it('in a confidential search do not exist for others', async () => {
    const { id } = await anInterviewee({ confidential: true });
    const { body } = await set(id);

    for (const response of [await get(`candidacies/${id}/interviews`, 'admin'), await set(id, times(), 'researcher')]) {
      expect([response.status, response.body.code]).toEqual([404, 'candidacy_not_found']);
    }
    for (const response of [
      await change(body.id, { place: 'Room 1' }, 'admin'),
      await post(`interviews/${body.id}/cancellation`, { version: 1 }, 'admin'),
      await get(`interviews/${body.id}/calendar.ics`, 'admin'),
    ]) {
      expect([response.status, response.body.code]).toEqual([404, 'interview_not_found']);
    }
  });
});

describe('the calendar file of an interview', () => {
  const lines = async (id: string, role: Role): Promise<string[]> => {
    const { text, headers } = await get(`interviews/${id}/calendar.ics`, role).buffer(true);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    return text.replaceAll('\r\n ', '').split('\r\n');
  };

  it('says who, where and when to those who work on the search', async () => {
    const { id } = await anInterviewee();
    const { body } = await set(id, {
      startsAt: '2030-01-15T09:00:00Z',
      endsAt: '2030-01-15T10:30:00Z',
      place: 'Room 4',
      withWhom: 'the board',
    });

    const file = await lines(body.id as string, 'consultant');

    expect(file).toEqual(
      expect.arrayContaining([
        `UID:interview-${body.id}@searchlight`,
        'SEQUENCE:1',
        'DTSTART:20300115T090000Z',
        'DTEND:20300115T103000Z',
        `SUMMARY:Interview: ${body.candidate.name}\\, Head of AI Safety`,
        'LOCATION:Room 4',
        'DESCRIPTION:With the board',
        'STATUS:CONFIRMED',
      ]),
    );
  });

  it('names nobody to somebody of the firm who is not on the search', async () => {
    const { id } = await anInterviewee();
    const { body } = await set(id, { ...times(), place: 'Room 4', withWhom: 'the board' });

    const file = (await lines(body.id as string, 'researcher')).join('\n');

    expect(file).toContain('SUMMARY:Interview\n');
    expect(file).not.toMatch(/Simulated|Head of AI|Room 4|board/);
  });

  it('takes a cancelled one out of the calendar', async () => {
    const { id } = await anInterviewee();
    const { body } = await set(id);
    await post(`interviews/${body.id}/cancellation`, { version: 1 });

    const file = await lines(body.id as string, 'partner');

    expect(file).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:2']));
  });

  it('is for nobody who is not signed in', async () => {
    const { id } = await anInterviewee();
    const { body } = await set(id);

    expect((await api.request().get(`/api/interviews/${body.id}/calendar.ics`)).status).toBe(401);
  });
});
