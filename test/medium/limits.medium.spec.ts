import fc from 'fast-check';
import { addHealth } from '../../apps/cli/src/commands/health.js';
import { addSweep } from '../../apps/cli/src/commands/sweep.js';
import { HealthReport } from '../../apps/worker/src/health-report.js';
import { Config } from '@app/platform/config/config.js';
import { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { NotificationsService } from '@app/notifications/notifications.service.js';
import { SubscriptionsService } from '@app/notifications/subscriptions.service.js';
import { PlanningRepository } from '@app/reminders/planning.repository.js';
import { PlanningService } from '@app/reminders/planning.service.js';
import { RemindersRepository } from '@app/reminders/reminders.repository.js';
import { RemindersService } from '@app/reminders/reminders.service.js';
import type { DeliveryForm } from '@app/reminders/reminders.types.js';
import { PrintService } from '@app/print/print.service.js';
import { ReportsService } from '@app/reports/reports.service.js';
import { aCandidacy } from '../factories/candidacy.factory.js';
import { aFirm } from '../factories/firm.factory.js';
import { runCommand } from '../lib/command.js';
import { pdfText } from '../lib/pdf-text.js';
import { openTestApi, TEST_AUTH_SECRET, type TestApi } from './api.js';
import { testDatabaseUrl } from './database.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** What holds where nobody has said anything, as the documents promise it. */
const PROMISED = { windowWatchDay: 21, windowCloseDay: 28 };
const FIRMS = 6;
const seed = Number(process.env['LIMITS_SEED'] ?? Date.now() % 1_000_000);

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

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** "Thu 3 Dec", and next year "Sun 3 Jan 2027" */
const writtenOf = (day: number, zone: string): string => {
  const date = new Date(day * DAY);
  const year = date.getUTCFullYear();
  const isThisYear = year === new Date(dayThere(new Date(), zone) * DAY).getUTCFullYear();
  return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}${isThisYear ? '' : ` ${year}`}`;
};

const limits = fc
  .record({ close: fc.integer({ min: 9, max: 50 }), before: fc.integer({ min: 1, max: 8 }) })
  .map(({ close, before }): Limits => ({ windowCloseDay: close, windowWatchDay: close - before }));
const layer = fc.option(limits, { nil: null });
const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/Los_Angeles',
  'Pacific/Auckland',
  'Asia/Kolkata',
  'Pacific/Apia',
);
const firms = fc.record({
  zone,
  /** of who leads the search, and reads */
  readIn: zone,
  firm: layer,
  role: layer,
  search: layer,
  /** how many days before the window closes, whatever the limits; a seed means the same on another day */
  left: fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: -30, max: 40 })),
  hour: fc.integer({ min: 1, max: 22 }),
});
type Case = typeof firms extends fc.Arbitrary<infer T> ? T : never;

/** A firm with one person in it, and what a calendar on the wall says of their market window. */
async function aFirmOf({ zone, readIn, left, hour, ...said }: Case) {
  const now = new Date();
  const { windowWatchDay, windowCloseDay } = { ...PROMISED, ...said.firm, ...said.role, ...said.search };
  const daysAgo = Math.max(0, windowCloseDay - left);
  const atHour = now.getTime() - daysAgo * DAY + (hour - hourThere(now, zone)) * HOUR;
  const openedAt = new Date(Math.min(atHour, now.getTime()));
  const firm = await aFirm(api.dataSource, { timeZone: zone });
  await readsIn(firm, readIn);
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
  const opened = dayThere(openedAt, zone);
  const day = dayThere(now, zone) - opened;
  const state = day < windowWatchDay ? 'open' : day < windowCloseDay ? 'closing' : 'closed';
  const window = { day, days: windowCloseDay, closesOn: dateOf(opened + windowCloseDay), state } as const;
  const warnedFrom = hourThere(now, zone) >= 8 ? 7 : 6;
  return { firm, ...candidacy, now, window, written: writtenOf(opened + windowCloseDay, zone), warnedFrom };
}
type Made = Awaited<ReturnType<typeof aFirmOf>>;

/** Who leads works at another office, in a zone of its own. */
async function readsIn({ id, users }: Made['firm'], zone: string): Promise<void> {
  const officeId = newId();
  await api.dataSource.query(
    `insert into office (firm_id, id, key, country, time_zone) values ($1, $2, 'reader', 'DE', $3)`,
    [id, officeId, zone],
  );
  await api.dataSource.query('update firm_user set office_id = $3 where firm_id = $1 and id = $2', [
    id,
    users.partner.id,
    officeId,
  ]);
}

async function health(firmName: string) {
  const { printed } = await runCommand([addHealth, addSweep], ['health', '--firm', firmName, '--json']);
  const [search] = JSON.parse(printed).searches;
  return search as { windows: Record<string, unknown>[]; flags: { rule: string; sentence: string }[] };
}

/** What the lead of the search is written, as it goes out: reminders at once and in the digest, Monday's mail, its PDF. */
async function lettersTo({ id: firmId, users }: Made['firm']) {
  const [database, config] = [api.app.get(Database), api.app.get(Config)];
  const [people, subscriptions] = [api.app.get(NotificationsService), api.app.get(SubscriptionsService)];
  const report = new HealthReport(api.app.get(ReportsService), api.app.get(PrintService));
  const reminders = new RemindersService(database, new RemindersRepository(), people, subscriptions, report, config);
  await new PlanningService(database, new PlanningRepository(), people, config).planFirm(firmId);
  const rows: { id: string }[] = await api.dataSource.query(
    `select id from delivery where firm_id = $1 and form = 'notices' and recipient_id = $2`,
    [firmId, users.partner.id],
  );
  const compose = async (form: DeliveryForm, id: string) => {
    const { id: recipientId, name: toName, email: toAddress } = users.partner;
    const held = { firmId, id, recipientId, contactId: null, toName, toAddress, fence: 1, attempts: 0 };
    return reminders.compose({ ...held, form, dueAt: new Date(), messageId: '<test>' });
  };
  const textOf = async (form: DeliveryForm) =>
    (await Promise.all(rows.map(async ({ id }) => (await compose(form, id))?.text ?? ''))).join('\n');
  const monday = await compose('pipeline_health', newId());
  const [paper] = monday?.attachments ?? [];
  return {
    notices: await textOf('notices'),
    digest: await textOf('daily_digest'),
    monday: monday?.text ?? '',
    paper: pdfText(Buffer.from(paper?.content ?? '')),
  };
}

/** The flag in words. */
function sentenceOf({ window: { day, days, state }, written }: Made): string[] {
  if (state === 'open') return [];
  if (state === 'closing') return [`Window closes ${written} (day ${day} of ${days}), no offer yet`];
  const ago = day - days;
  if (ago === 0) return [`Window closed ${written} without an offer (day ${day} of ${days})`];
  return [`Window closed ${ago} ${ago === 1 ? 'day' : 'days'} ago (${written}) without an offer`];
}

const SAYS_WHEN = /^(\* |.*: )?((?:The market window|Window) close[sd] .*?)( \(was due [^)]*\))?\.?$/;
/** Every line that says when a window closes, without whom it is about. */
const windowLines = (text: string): string[] =>
  text.split('\n').flatMap((line) => {
    const [, , said] = SAYS_WHEN.exec(line.trim()) ?? [];
    return said ? [said] : [];
  });

function expectLetters(made: Made, { notices, digest, monday, paper }: Awaited<ReturnType<typeof lettersTo>>) {
  const { window, written, warnedFrom } = made;
  const left = window.days - window.day;
  const isSoon = left >= 1 && left <= 7;
  const flag = sentenceOf(made);
  // what a warning says better is not said twice
  const warning = [
    `Window closes ${written}`,
    `The market window closes in ${left === 1 ? 'a day' : `${left} days`} with no offer yet`,
  ];
  const told = isSoon ? (left <= warnedFrom ? warning : []) : flag;
  expect(windowLines(notices)).toEqual(told);
  expect(windowLines(digest)).toEqual(told);

  // of a search with several flags they give the first reasons
  expect(flag).toEqual(expect.arrayContaining(windowLines(monday)));
  expect(flag).toEqual(expect.arrayContaining(windowLines(paper)));
  expect(monday.match(/^\* Closes .*\n.*: Day .*$/gm) ?? []).toEqual(
    isSoon ? [expect.stringMatching(`Closes ${written}\n.*: Day ${window.day} of ${window.days}, `)] : [],
  );
  expect(paper.includes('Windows closing this week\nNone.')).toBe(!isSoon);
  expect(/\n(\d+)\n(.*)\n/.exec(paper.split(', Contacted')[1] ?? '')?.slice(1) ?? []).toEqual(
    isSoon ? [String(window.day), written] : [],
  );
}

describe('a market window', () => {
  it('has one day, one length and one end in every zone and by any limits: on screen, in flags, mails and reports', async () => {
    await fc.assert(
      fc.asyncProperty(firms, async (of) => {
        const local = new Date();
        fc.pre(hourThere(local, of.zone) === hourThere(new Date(local.getTime() + 60_000), of.zone));
        const made = await aFirmOf(of);
        const { firm, id, candidateId, searchId, window, warnedFrom } = made;
        const { day, days, closesOn, state } = window;
        const left = days - day;
        const as = api.request(firm.cookie('partner'));

        // the sweep raises what the rules say
        await runCommand([addSweep], ['sweep', '--firm', firm.name, '--json']);
        const board = (await as.get(`/api/searches/${searchId}/board`)).body;
        const candidate = (await as.get(`/api/candidates/${candidateId}`)).body;
        const { items: today, closingSoon } = (await as.get('/api/today')).body as {
          items: { rule: string; window: object | null }[];
          closingSoon: number;
        };
        const report = (await as.get('/api/pipeline-health')).body.windowsThisWeek;
        const printed = await health(firm.name);

        const card = board.cards[0].window;
        expect(card).toMatchObject(window);
        expect(candidate.candidacies[0].window).toEqual(card);
        for (const item of today) expect(item.window).toEqual(card);
        expect(closingSoon).toBe(today.length > 0 && left >= 1 && left <= 7 ? 1 : 0);
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
        expect(told).toEqual(left >= 1 && left <= warnedFrom ? [{ closesOn, isToCome: false }] : []);
        expectLetters(made, await lettersTo(firm));
      }),
      { numRuns: FIRMS, seed },
    );
    process.stdout.write(`windows of ${FIRMS} random firms: LIMITS_SEED=${seed}\n`);
  }, 180_000);
});
