import fs from 'node:fs';
import path from 'node:path';
import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { LOGINS } from '../../tools/lib/demo-firm.mjs';
import { cutWords } from './cut-words.js';
import { barriers, setStage, type Stage } from './stage.js';

jest.setTimeout(600_000);
/** `all`: every page; otherwise some of those that no journey looks at. `SHOTS`: a folder for a picture of each. */
const { LOOKS, SHOTS } = process.env;
const ON_A_DESK = ['a card', 'stages', 'policies'];
const IN_THE_DARK = ['a card'];
const ZOOMED = ['today'];
const IN_LONG_WORDS = ['today', 'candidates of a search'];
const ON_A_PHONE = ['today', 'board', 'candidates', 'insights'];

let stage: Stage;
let pages: Record<string, string>;
const some = (names: readonly string[]): Record<string, string> =>
  LOOKS === 'all' ? pages : Object.fromEntries(names.map((name) => [name, pages[name] ?? '/none']));
beforeAll(async () => {
  stage = await setStage();
  pages = await addresses();
}, 240_000);
afterAll(() => stage?.close());

const SIGNED_OUT: Record<string, string> = {
  'sign in': '/sign-in',
  'sign up': '/sign-up',
  'forgotten password': '/forgot-password',
  'an invitation that is none': '/invitation?token=none',
  'no such page': '/no-such-page',
};

async function addresses(): Promise<Record<string, string>> {
  const one = async (sql: string): Promise<string> => {
    const [row] = await stage.query<{ id: string }>(sql);
    if (!row) throw new Error(`the simulated firm has none: ${sql}`);
    return row.id;
  };
  const search = await one(
    `select f.search_id as id from stall_flag f where f.candidacy_id is not null and f.cleared_at is null order by f.id limit 1`,
  );
  const candidacy = await one(
    `select candidacy_id as id from stall_flag where search_id = '${search}' and candidacy_id is not null and cleared_at is null limit 1`,
  );
  const flag = await one(`select id from stall_flag where search_id = '${search}' and cleared_at is null limit 1`);
  const candidate = await one(`select candidate_id as id from candidacy where id = '${candidacy}'`);
  const client = await one(`select client_id as id from search where id = '${search}'`);
  return {
    today: '/',
    'why on today': `/?why=${flag}`,
    searches: '/searches',
    'a new search': '/searches/new',
    board: `/searches/${search}`,
    'a card': `/searches/${search}?candidacy=${candidacy}`,
    ...Object.fromEntries(
      ['candidates', 'brief', 'flags', 'tasks', 'timeline'].map((tab) => [
        `${tab} of a search`,
        `/searches/${search}?tab=${tab}`,
      ]),
    ),
    candidates: '/candidates',
    'adding a candidate': '/candidates?add=true',
    'a candidate': `/candidates/${candidate}`,
    clients: '/clients',
    'a client': `/clients/${client}`,
    'pipeline health': '/pipeline-health',
    insights: '/insights?compare=true',
    'flags as of': '/flags',
    reminders: '/reminders',
    imports: '/imports',
    ...Object.fromEntries(
      [
        'people',
        'offices',
        'absences',
        'policies',
        'stages',
        'account',
        'mail-log',
        'erasures',
        'notifications',
        'mails',
      ].map((room) => [room, `/settings/${room}`]),
    ),
  };
}

async function visit(page: Page, address: string): Promise<void> {
  await page.goto(`${stage.url}${address}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('.mantine-Skeleton-root') === null);
}

async function shoot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  fs.mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
}

/** What somebody would stumble over on each page, by its name; nothing for those without. */
async function findings(page: Page, of: Record<string, string>, size: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [name, address] of Object.entries(of)) {
    await visit(page, address);
    const stumbles = await barriers(page);
    const { wide, screen } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      screen: window.screen.width,
    }));
    if (wide > screen) stumbles.push(`${wide} px wide on a screen of ${screen}`);
    if (stumbles.length > 0) found[name] = stumbles;
    await shoot(page, `${size} ${name}`);
  }
  return found;
}

describe('a page', () => {
  it('is begun with less than 200 kB of script, gzipped, where it is Today', async () => {
    const page = await stage.open(LOGINS.admin);
    const cdp = await page.context().newCDPSession(page);
    const scripts = new Map<string, number>();
    cdp.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.set(requestId, 0));
    cdp.on(
      'Network.loadingFinished',
      ({ requestId, encodedDataLength }) => scripts.has(requestId) && scripts.set(requestId, encodedDataLength),
    );
    await cdp.send('Network.enable');
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
    await cdp.send('Network.setExtraHTTPHeaders', { headers: { 'accept-encoding': 'gzip' } });

    await visit(page, '/');

    const bytes = [...scripts.values()].reduce((sum, one) => sum + one, 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(200_000);
  });

  it('has no barrier of any severity on a desk', async () => {
    const page = await stage.open(LOGINS.admin);

    expect(await findings(page, some(ON_A_DESK), 'desk')).toEqual({});
  });

  it('has none in the dark', async () => {
    const page = await stage.open(LOGINS.admin, { dark: true });

    expect(await findings(page, some(IN_THE_DARK), 'dark')).toEqual({});
  });

  it('fits when it is zoomed to 200 %, and has none there', async () => {
    const page = await stage.open(LOGINS.admin, { zoomed: true });

    expect(await findings(page, some(ZOOMED), 'zoomed')).toEqual({});
  });

  it('cuts no word off that is a third longer', async () => {
    const page = await stage.open(LOGINS.admin);
    const found: Record<string, string[]> = {};
    for (const [name, address] of Object.entries(some(IN_LONG_WORDS))) {
      await visit(page, address);
      const cut = await cutWords(page);
      if (cut.length > 0) found[name] = cut;
      await shoot(page, `long words ${name}`);
    }

    expect(found).toEqual({});
  });

  it('fits on a phone, and has no barrier there', async () => {
    const page = await stage.open(LOGINS.admin, { phone: true });

    expect(await findings(page, some(ON_A_PHONE), 'phone')).toEqual({});
  });

  it('has none before somebody signs in', async () => {
    const page = await stage.open();

    expect(await findings(page, SIGNED_OUT, 'signed out')).toEqual({});
  });
});
