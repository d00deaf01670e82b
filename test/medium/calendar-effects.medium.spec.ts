import { announcements, aQuietSearch } from '../lib/stalls.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

async function aStalledSearch() {
  const stage = await aQuietSearch(api.dataSource);
  await stage.sweepAt('2026-03-10T17:30:00Z');
  const { firm, searchId } = stage;
  const patch = async (path: string, body: object) => {
    const { status } = await api.request(firm.cookie('partner')).patch(`/api/${path}`).send(body);
    expect(status).toBe(200);
  };
  return {
    ...stage,
    holidays: (version: number, dates: string[]) =>
      patch(`offices/${firm.officeId}/calendar`, { version, holidays: dates.map((date) => ({ date, name: null })) }),
    limit: (version: number, noProgressDays: number | null) =>
      patch(`searches/${searchId}/policy`, { version, settings: { noProgressDays } }),
    flags: () =>
      api.dataSource.query(
        `select state, deadline, cleared_reason as reason, basis ->> 'calendarVersion' as calendar
         from stall_flag where firm_id = $1 and rule = 'no_progress'`,
        [firm.id],
      ),
  };
}

describe('a change of what counts', () => {
  it('moves the deadline of a flag that stands, and brings the same flag back without a second word', async () => {
    const { firm, sweepAt, holidays, flags } = await aStalledSearch();
    const told = await announcements(api.dataSource, firm);

    await holidays(1, ['2026-03-09', '2026-03-10']);
    await sweepAt('2026-03-11T09:00:00Z');
    expect(await flags()).toMatchObject([{ state: 'cleared', reason: 'policy' }]);

    await sweepAt('2026-03-12T17:30:00Z');
    expect(await flags()).toEqual([
      { state: 'open', deadline: new Date('2026-03-12T17:00:00Z'), reason: null, calendar: '2' },
    ]);
    expect(await announcements(api.dataSource, firm)).toBe(told);
  });

  it('is the same for a limit of the search: taken back, the flag stands again', async () => {
    const { firm, sweepAt, limit, flags } = await aStalledSearch();
    const told = await announcements(api.dataSource, firm);

    await limit(0, 9);
    await sweepAt('2026-03-11T09:00:00Z');
    expect(await flags()).toMatchObject([{ state: 'cleared', reason: 'policy' }]);

    await limit(1, null);
    await sweepAt('2026-03-11T09:30:00Z');
    expect(await flags()).toMatchObject([{ state: 'open', deadline: new Date('2026-03-10T17:00:00Z') }]);
    expect(await announcements(api.dataSource, firm)).toBe(told);
  });
});
