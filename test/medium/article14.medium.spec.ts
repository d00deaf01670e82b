import type { Role } from '@app/identity/identity.types.js';
import { newId } from '@app/platform/database/id.js';
import { aCandidacy } from '../factories/candidacy.factory.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
let id: string;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  firm = await aFirm(api.dataSource);
  id = await aCandidate(api.dataSource, firm);
});

const find = async (role: Role = 'partner') =>
  (await api.request(firm.cookie(role)).get(`/api/candidates/${id}`)).body as {
    article14: { state: string; dueOn: string; allowed: { exempt: boolean } };
    version: number;
  };
const set = (body: object, role: Role = 'researcher', candidateId = id) =>
  api
    .request(firm.cookie(role))
    .post(`/api/candidates/${candidateId}/article-14`)
    .send({ version: 1, ...body });

const cameIn = (moment: string) =>
  api.dataSource.query('update candidate set created_at = $3 where firm_id = $1 and id = $2', [firm.id, id, moment]);
const anOffice = (key: string, timeZone: string) =>
  api.dataSource.query(`insert into office (firm_id, id, key, country, time_zone) values ($1, $2, $3, 'US', $4)`, [
    firm.id,
    newId(),
    key,
    timeZone,
  ]);

describe('the notice of Article 14', () => {
  it.each([
    ['a month later', '2026-11-21T09:00:00Z', '2026-12-21'],
    ['across the year', '2026-12-15T22:59:59Z', '2027-01-15'],
    ['on the last day of a shorter month', '2027-01-31T00:00:00Z', '2027-02-28'],
    ['on the last day of a leap February', '2028-01-30T12:00:00Z', '2028-02-29'],
    ['on the same number after a shorter month', '2027-02-28T12:00:00Z', '2027-03-28'],
    ['on the thirtieth after the thirty-first', '2026-08-31T12:00:00Z', '2026-09-30'],
    ['counted at the office, where it is tomorrow already', '2026-11-30T23:00:00Z', '2027-01-01'],
  ])('is due %s', async (_, moment, dueOn) => {
    await cameIn(moment);

    expect((await find()).article14.dueOn).toBe(dueOn);
  });

  it('is due by the date of the office where it is still the day before, on the page as in the reminder', async () => {
    await anOffice('boston', 'America/New_York');
    await cameIn('2026-11-21T03:00:00Z');
    await aCandidacy(api.dataSource, firm, { candidateId: id });

    const [reminded] = await api.dataSource.query(
      'select last_day::text as "lastDay" from article14_day where firm_id = $1 and candidate_id = $2',
      [firm.id, id],
    );

    expect((await find()).article14.dueOn).toBe('2026-12-20');
    expect(reminded).toEqual({ lastDay: '2026-12-20' });
  });

  it('is due a month after the person came into the firm', async () => {
    await cameIn('2026-10-31T12:00:00Z');

    expect((await find()).article14).toEqual({
      state: 'due',
      at: null,
      by: null,
      reason: null,
      dueOn: '2026-11-30',
      allowed: { exempt: true },
    });
    expect((await find('researcher')).article14.allowed).toEqual({ exempt: false });
  });

  it('is recorded as sent, by whom, and taken back when that was a mistake; both are audited and announced', async () => {
    const sent = await set({ state: 'sent', at: '2026-11-02T09:00:00Z' });
    const due = await set({ version: 2, state: 'due' });

    expect([sent.status, sent.body.version]).toEqual([200, 2]);
    expect(sent.body.article14).toMatchObject({
      state: 'sent',
      at: '2026-11-02T09:00:00.000Z',
      by: { id: firm.users.researcher.id, name: 'Simulated researcher' },
      reason: null,
    });
    expect(due.body.article14).toMatchObject({ state: 'due', at: null, by: null });
    const subject = [firm.id, id];
    expect(
      await api.dataSource.query(
        'select action, detail from audit_entry where firm_id = $1 and subject_id = $2 order by id',
        subject,
      ),
    ).toEqual([
      { action: 'candidates.article14_changed', detail: { state: 'sent' } },
      { action: 'candidates.article14_changed', detail: { state: 'due' } },
    ]);
    expect(
      await api.dataSource.query('select fact from outbox where firm_id = $1 and subject_id = $2', subject),
    ).toEqual([{ fact: 'candidates.article14_changed' }, { fact: 'candidates.article14_changed' }]);
  });

  it.each<Role>(['admin', 'partner'])('is waived by the %s, for a reason', async (role) => {
    const { body } = await set({ state: 'exempt', reason: 'They wrote to us themselves.' }, role);

    expect(body.article14).toMatchObject({
      state: 'exempt',
      reason: 'They wrote to us themselves.',
      by: { id: firm.users[role].id },
    });
  });

  it.each<[string, object, Role, number, string]>([
    ['waived by a consultant', { state: 'exempt', reason: 'Known' }, 'consultant', 403, 'not_allowed'],
    ['waived without a reason', { state: 'exempt' }, 'partner', 400, 'article14_reason_refused'],
    ['sent in the future', { state: 'sent', at: '2099-01-01T00:00:00Z' }, 'partner', 400, 'article14_moment_refused'],
    ['sent for a reason', { state: 'sent', reason: 'Known' }, 'partner', 400, 'article14_reason_refused'],
    ['something else', { state: 'forgotten' }, 'partner', 400, 'invalid'],
    ['sent on a record somebody changed', { version: 3, state: 'sent' }, 'partner', 409, 'stale_version'],
  ])('cannot be %s', async (_, body, role, status, code) => {
    const response = await set(body, role);

    expect([response.status, response.body.code]).toEqual([status, code]);
    expect(await find()).toMatchObject({ version: 1, article14: { state: 'due' } });
  });

  it('shows the record as it is now to whoever looked at an older one', async () => {
    await set({ state: 'sent' });

    const stale = await set({ state: 'due' });

    expect(stale.body).toMatchObject({ code: 'stale_version', current: { version: 2, article14: { state: 'sent' } } });
  });

  it('is for people of the firm only', async () => {
    const other = await aCandidate(api.dataSource, await aFirm(api.dataSource));

    expect((await set({ state: 'sent' }, 'partner', other)).body.code).toBe('candidate_not_found');
    expect((await set({ state: 'sent' }, 'partner', newId())).body.code).toBe('candidate_not_found');
  });
});
