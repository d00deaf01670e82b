import fc from 'fast-check';
import { addHealth } from '../../apps/cli/src/commands/health.js';
import { addSweep } from '../../apps/cli/src/commands/sweep.js';
import { aCandidacy } from '../factories/candidacy.factory.js';
import { aFirm } from '../factories/firm.factory.js';
import { newId } from '@app/platform/database/id.js';
import { runCommand } from '../lib/command.js';
import { openTestApi, TEST_AUTH_SECRET, type TestApi } from './api.js';
import { testDatabaseUrl } from './database.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** What holds where nobody has said anything, as the documents promise it. */
const PROMISED = { windowWatchDay: 21, windowCloseDay: 28 };

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  process.env.DATABASE_URL = await testDatabaseUrl();
  process.env.AUTH_SECRET = TEST_AUTH_SECRET;
});
afterAll(() => api.close());

interface Limits {
  windowWatchDay?: number;
  windowCloseDay?: number;
}

/** Days since 1970 of the local date, by nothing of the product's. */
const dayThere = (at: Date, zone: string): number => {
  const [day, month, year] = new Intl.DateTimeFormat('en-GB', { timeZone: zone }).format(at).split('/').map(Number);
  return Date.UTC(year!, month! - 1, day) / DAY;
};
const hourThere = (at: Date, zone: string): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(at));
const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

const limits = fc
  .record({ close: fc.integer({ min: 9, max: 50 }), before: fc.integer({ min: 1, max: 8 }) })
  .map(({ close, before }): Limits => ({ windowCloseDay: close, windowWatchDay: close - before }));
const layer = fc.option(limits, { nil: null });
const firms = fc.record({
  zone: fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kolkata', 'Pacific/Apia'),
  firm: layer,
  role: layer,
  search: layer,
  hoursAgo: fc.integer({ min: 1, max: 55 * 24 }),
});

/** A firm with one person in it, and what a calendar on the wall says of their market window. */
async function aFirmOf({ zone, hoursAgo, ...said }: typeof firms extends fc.Arbitrary<infer T> ? T : never) {
  const now = new Date();
  const openedAt = new Date(now.getTime() - hoursAgo * HOUR);
  const firm = await aFirm(api.dataSource, { timeZone: zone });
  const candidacy = await aCandidacy(api.dataSource, firm, { at: openedAt, stage: 'contacted' });
  const [{ role }] = await api.dataSource.query('select role_key as role from search where firm_id = $1', [firm.id]);
  const keys = { firm: '', role, search: candidacy.searchId };
  for (const scope of ['firm', 'role', 'search'] as const) {
    if (!said[scope]) continue;
    await api.dataSource.query(
      'insert into stall_policy (firm_id, id, scope, scope_key, settings) values ($1, $2, $3, $4, $5)',
      [firm.id, newId(), scope, keys[scope], said[scope]],
    );
  }
  const { windowWatchDay, windowCloseDay } = { ...PROMISED, ...said.firm, ...said.role, ...said.search };
  const opened = dayThere(openedAt, zone);
  const day = dayThere(now, zone) - opened;
  const state = day < windowWatchDay ? 'open' : day < windowCloseDay ? 'closing' : 'closed';
  const window = { day, days: windowCloseDay, closesOn: dateOf(opened + windowCloseDay), state };
  return { firm, ...candidacy, now, window };
}

async function health(firmName: string) {
  const { printed } = await runCommand([addHealth, addSweep], ['health', '--firm', firmName, '--json']);
  const [search] = JSON.parse(printed).searches;
  return search as { windows: Record<string, unknown>[]; flags: { rule: string; sentence: string }[] };
}

describe('a market window', () => {
  it('has one day, one length and one end in every zone and by any limits: on screen, in flags, mails and reports', async () => {
    await fc.assert(
      fc.asyncProperty(firms, async (of) => {
        const local = new Date();
        fc.pre(hourThere(local, of.zone) === hourThere(new Date(local.getTime() + 60_000), of.zone));
        const { firm, id, candidateId, searchId, window } = await aFirmOf(of);
        const { day, days, closesOn, state } = window;
        const left = days - day;
        const as = api.request(firm.cookie('partner'));

        // the sweep raises what the rules say
        await runCommand([addSweep], ['sweep', '--firm', firm.name, '--json']);
        const board = (await as.get(`/api/searches/${searchId}/board`)).body;
        const candidate = (await as.get(`/api/candidates/${candidateId}`)).body;
        const today = (await as.get('/api/today')).body.items as {
          rule: string;
          sentence: string;
          window: object | null;
        }[];
        const report = (await as.get('/api/pipeline-health')).body.windowsThisWeek;
        const printed = await health(firm.name);

        const card = board.cards[0].window;
        expect(card).toMatchObject(window);
        expect(candidate.candidacies[0].window).toEqual(card);
        for (const item of today) expect(item.window).toEqual(card);
        expect(report.map((closing: { window: object }) => closing.window)).toEqual(
          left >= 1 && left <= 7 ? [card] : [],
        );
        expect(printed.windows).toMatchObject([{ day, days, closes_on: closesOn, state }]);

        const flag = { open: [], closing: ['window_closing'], closed: ['window_closed'] }[state];
        const ofWindow = (flags: { rule: string }[]) =>
          flags.map(({ rule }) => rule).filter((rule) => rule.startsWith('window'));
        expect(ofWindow(today)).toEqual(flag);
        expect(ofWindow(printed.flags)).toEqual(flag);
        const flags: { evidence: object; basis: { zone: string } }[] = await api.dataSource.query(
          `select evidence, basis from open_flag where firm_id = $1 and rule like 'window%'`,
          [firm.id],
        );
        for (const { evidence, basis } of flags) {
          expect(evidence).toMatchObject({ day, closeDay: days });
          expect(basis.zone).toBe(of.zone);
        }

        const told = await api.dataSource.query(
          `select e.closes_on::text as "closesOn", n.due_at > now() as "isToCome" from due_notice n
           join window_end e on e.firm_id = n.firm_id and e.candidacy_id = n.subject_id
           where n.firm_id = $1 and n.kind = 'window_closing' and n.subject_id = $2`,
          [firm.id, id],
        );
        const warnedFrom = hourThere(local, of.zone) >= 8 ? 7 : 6;
        expect(told).toEqual(left >= 1 && left <= warnedFrom ? [{ closesOn, isToCome: false }] : []);
      }),
      { numRuns: 5 },
    );
  }, 180_000);
});
