import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import type { Role } from '@app/identity/identity.types.js';
import { aCandidacy, daysAgo, type TestCandidacy } from '../factories/candidacy.factory.js';
import { ownDatabase } from '../lib/own-database.js';
import { aMailingFirm, type MailingFirm } from '../lib/reminders.js';
import { openTestApi, type TestApi } from './api.js';

let database: Awaited<ReturnType<typeof ownDatabase>>;
let api: TestApi;
let office: MailingFirm;
let candidacy: TestCandidacy;
beforeAll(async () => {
  database = await ownDatabase();
  api = await openTestApi({ DATABASE_URL: database.url });
});
afterAll(async () => {
  await api.close();
  await database.drop();
});
beforeEach(async () => {
  office = await aMailingFirm(database.url);
  candidacy = await aCandidacy(office.dataSource, office.firm, {
    stage: 'client_interview',
    at: daysAgo(3),
    search: { openedAt: daysAgo(30), memberIds: [office.firm.users.consultant.id], title: 'Head of AI Safety' },
  });
});
afterEach(() => office.stop());

/** An entry as a calendar program reads it. */
interface Entry {
  method: string;
  uid: string;
  sequence: number;
  status: string;
  startsAt: string;
  summary: string;
  location: string | null;
}

/** Somebody's calendar, kept as RFC 5546 has it: the same UID is the same entry, and a higher SEQUENCE counts. */
class Diary {
  readonly entries = new Map<string, Entry>();

  take(text: string): Entry[] {
    const file = new ICAL.Component(ICAL.parse(text));
    const method = String(file.getFirstPropertyValue('method'));
    return file.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      const entry = {
        method,
        uid: event.uid,
        sequence: event.sequence,
        status: String(component.getFirstPropertyValue('status')),
        startsAt: event.startDate.toJSDate().toISOString(),
        summary: event.summary,
        location: event.location,
      };
      const before = this.entries.get(entry.uid);
      if (method === 'CANCEL' && entry.sequence > (before?.sequence ?? -1)) this.entries.delete(entry.uid);
      else if (entry.sequence >= (before?.sequence ?? -1)) this.entries.set(entry.uid, entry);
      return entry;
    });
  }
}

const DAY = 86_400_000;
const inDays = (days: number): { startsAt: string; endsAt: string } => {
  const at = Date.now() + days * DAY;
  return { startsAt: new Date(at).toISOString(), endsAt: new Date(at + 3_600_000).toISOString() };
};
const as = (role: Role) => api.request(office.firm.cookie(role));
const post = async (path: string, body: object, role: Role = 'partner') => {
  const response = await as(role).post(`/api/${path}`).send(body);
  expect(response.status).toBeLessThan(300);
  return response.body;
};
/** In six hours: at whatever hour it is, 09:00 on the day before has passed, and with it the reminder's moment. */
const SOON = 0.25;
const setFor = (days: number): Promise<{ id: string; version: number }> =>
  post(`candidacies/${candidacy.id}/interviews`, { ...inDays(days), place: 'Room 4' });
const move = async (id: string, version: number, days: number) =>
  expect(
    (
      await as('partner')
        .patch(`/api/interviews/${id}`)
        .send({ version, ...inDays(days) })
    ).status,
  ).toBe(200);
const cancel = (id: string, version: number) => post(`interviews/${id}/cancellation`, { version });
const download = async (id: string, role: Role): Promise<string> =>
  (await as(role).get(`/api/interviews/${id}/calendar.ics`).buffer(true)).text;

interface Mail {
  subject: string;
  text: string;
  files: string[];
}

/** What one person got since they were last asked: subjects, texts and files. */
async function mailsTo(role: Role): Promise<Mail[]> {
  await office.plannedAndDue();
  await office.deliver();
  const mine = office.server.received.filter(({ to }) => to === office.firm.users[role].email);
  const mails = await Promise.all(mine.map(({ source }) => PostalMime.parse(source)));
  office.server.received.splice(0);
  return mails.map(({ subject = '', text = '', attachments }) => ({
    subject,
    text,
    files: attachments.map(({ content }) => Buffer.from(content as ArrayBuffer).toString('utf8')),
  }));
}
const texts = (mails: Mail[]): string[] => mails.flatMap(({ files }) => files);

const mine = async (role: Role) => (await as(role).get('/api/me/reminders')).body.items;
const unseen = async (role: Role): Promise<number> => (await as(role).get('/api/me/reminders/unseen')).body.unseen;

describe('an interview in somebody’s calendar', () => {
  it('is one entry, from whichever file it came', async () => {
    const { id } = await setFor(SOON);
    const diary = new Diary();

    const [told] = texts(await mailsTo('partner')).flatMap((text) => diary.take(text));
    diary.take(await download(id, 'partner'));
    await move(id, 1, 1.5);
    diary.take(await download(id, 'partner'));

    expect(diary.entries.size).toBe(1);
    expect(told).toMatchObject({ uid: `interview-${id}@searchlight`, sequence: 1, method: 'PUBLISH' });
    expect([...diary.entries.values()]).toMatchObject([{ sequence: 2, status: 'CONFIRMED' }]);
  });

  it('moves with it, and goes when it is cancelled', async () => {
    const { id } = await setFor(SOON);
    const diary = new Diary();
    texts(await mailsTo('partner')).forEach((text) => diary.take(text));
    expect(diary.entries.size).toBe(1);

    await move(id, 1, 10);
    const moved = await mailsTo('partner');
    texts(moved).forEach((text) => diary.take(text));
    expect(moved.map(({ subject }) => subject)).toEqual(['An interview was changed']);
    expect([...diary.entries.values()]).toMatchObject([
      { sequence: 2, startsAt: expect.stringContaining(inDays(10).startsAt.slice(0, 10)) },
    ]);

    await cancel(id, 2);
    const cancelled = await mailsTo('partner');
    expect(texts(cancelled).flatMap((text) => diary.take(text))).toMatchObject([
      { method: 'CANCEL', status: 'CANCELLED', sequence: 3, uid: `interview-${id}@searchlight` },
    ]);
    expect(cancelled.map(({ subject }) => subject)).toEqual(['An interview was cancelled']);
    expect(diary.entries.size).toBe(0);

    await post(`interviews/${id}/restoration`, { version: 3 });
    texts(await mailsTo('partner')).forEach((text) => diary.take(text));
    expect([...diary.entries.values()]).toMatchObject([{ sequence: 4, status: 'CONFIRMED' }]);
    expect(await mailsTo('partner')).toEqual([]);
  });

  it('is of no concern to those who have none of it', async () => {
    const { id } = await setFor(30);
    await move(id, 1, 31);
    await cancel(id, 2);

    for (const role of ['partner', 'consultant', 'researcher'] as const) expect(await mailsTo(role)).toEqual([]);
  });

  it('is told of to who took the file and has left the search since, without a name', async () => {
    await office.dataSource.query('update search set confidential = true where firm_id = $1', [office.firm.id]);
    const { id } = await setFor(30);
    await download(id, 'consultant');
    await office.dataSource.query('delete from search_member where firm_id = $1 and user_id = $2', [
      office.firm.id,
      office.firm.users.consultant.id,
    ]);
    expect((await as('consultant').get(`/api/interviews/${id}/calendar.ics`)).status).toBe(404);

    await cancel(id, 1);
    const [mail] = await mailsTo('consultant');

    expect(new Diary().take(mail?.files[0] ?? '')).toMatchObject([
      { method: 'CANCEL', sequence: 2, summary: 'Interview', location: null },
    ]);
    expect(`${mail?.subject} ${mail?.text} ${mail?.files[0]}`).not.toMatch(
      /Head of AI Safety|Simulated client|Simulated Person|Room 4|searches\//,
    );
  });

  it.each<[string, () => Promise<unknown>, () => Promise<unknown>]>([
    [
      'the candidate is out',
      () =>
        api.dataSource.query(
          `update candidacy set outcome = 'withdrawn', outcome_by = 'candidate', outcome_reason = 'other', ended_at = now() where id = $1`,
          [candidacy.id],
        ),
      () =>
        api.dataSource.query(
          'update candidacy set outcome = null, outcome_by = null, outcome_reason = null, ended_at = null where id = $1',
          [candidacy.id],
        ),
    ],
    [
      'the search is closed',
      () =>
        api.dataSource.query(
          `update search set status = 'closed', closed_at = now(), close_reason = 'cancelled' where id = $1`,
          [candidacy.searchId],
        ),
      () =>
        api.dataSource.query(`update search set status = 'open', closed_at = null, close_reason = null where id = $1`, [
          candidacy.searchId,
        ]),
    ],
  ])('goes when %s, and comes back with them', async (_, ends, resumes) => {
    const { id } = await setFor(30);
    const diary = new Diary();
    diary.take(await download(id, 'consultant'));

    await ends();
    texts(await mailsTo('consultant')).forEach((text) => diary.take(text));
    expect(diary.entries.size).toBe(0);
    expect(diary.take(await download(id, 'consultant'))).toMatchObject([{ method: 'CANCEL', sequence: 2 }]);

    await resumes();
    texts(await mailsTo('consultant')).forEach((text) => diary.take(text));
    expect([...diary.entries.values()]).toMatchObject([{ sequence: 3, status: 'CONFIRMED' }]);
  });
});

describe('a reminder of something that is over', () => {
  it('is shown as over, and counts as unseen no more', async () => {
    const { id } = await setFor(SOON);
    await mailsTo('partner');
    expect(await mine('partner')).toMatchObject([{ kind: 'interview_tomorrow', mail: 'sent', isCurrent: true }]);
    expect(await unseen('partner')).toBe(1);

    await cancel(id, 1);

    expect(await mine('partner')).toMatchObject([{ kind: 'interview_tomorrow', mail: 'sent', isCurrent: false }]);
    expect(await unseen('partner')).toBe(0);
    await mailsTo('partner');
    expect(await mine('partner')).toMatchObject([
      { kind: 'interview_cancelled', mail: 'sent', isCurrent: true },
      { kind: 'interview_tomorrow', isCurrent: false },
    ]);
  });

  it('is not sent', async () => {
    const { id } = await setFor(SOON);
    await office.plannedAndDue();
    await cancel(id, 1);

    expect(await mailsTo('partner')).toEqual([]);
    expect(await mine('partner')).toMatchObject([{ kind: 'interview_tomorrow', mail: 'cancelled', isCurrent: false }]);
  });
});
