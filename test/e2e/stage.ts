import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../tools/lib/chromium.mjs';
import { PASSWORD } from '../../tools/lib/demo-firm.mjs';
import { startStack } from '../../tools/lib/stack.mjs';

export type Mail = Awaited<ReturnType<typeof startStack>>['mailbox']['messages'][number];

const MAIL_WAIT_MS = 100_000;

/** On a phone it is small and takes touch; zoomed to 200 % a screen of 1280 pixels has half of them. */
export interface Screen {
  phone?: boolean;
  zoomed?: boolean;
  dark?: boolean;
}

const sizeOf = ({ phone, zoomed }: Screen) =>
  phone
    ? { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
    : zoomed
      ? { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }
      : { viewport: { width: 1440, height: 900 } };

export interface Stage {
  url: string;
  /** The mail that fits, once it has arrived. Flags gather for half a minute before they are mailed. */
  arrived(fits: (mail: Mail) => boolean): Promise<Mail>;
  /** Asks the database itself, for what no screen brings about. */
  query<Row extends pg.QueryResultRow>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** A page of its own browser session, signed in when an address is given. */
  open(email?: string, on?: Screen): Promise<Page>;
  close(): Promise<void>;
}

/** The simulated firm, api, worker, mailbox and a real browser. */
export async function setStage(): Promise<Stage> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-e2e-'));
  copyFirm(process.env['TEST_FIRM'] ?? '', dataDir);
  const stack = await startStack({ dataDir, durable: false, env: { SIGN_UP: 'open' } });
  stack.start('api');
  stack.start('worker');
  await stack.ready();
  const browser: Browser = await launchChromium();
  return {
    url: stack.url,
    arrived: async (fits) => {
      const deadline = Date.now() + MAIL_WAIT_MS;
      for (;;) {
        const mail = stack.mailbox.messages.find(fits);
        if (mail) return mail;
        if (Date.now() > deadline) throw new Error('the mail did not arrive');
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    query: async <Row extends pg.QueryResultRow>(sql: string, parameters: unknown[] = []) => {
      const client = new pg.Client({ connectionString: stack.env.DATABASE_URL });
      await client.connect();
      try {
        return (await client.query<Row>(sql, parameters)).rows;
      } finally {
        await client.end();
      }
    },
    open: async (email, on = {}) => {
      const colorScheme = on.dark ? 'dark' : 'light';
      const context = await browser.newContext({ ...sizeOf(on), colorScheme, reducedMotion: 'reduce' });
      context.setDefaultTimeout(20_000);
      // by the form only where that is what is tried
      if (email) {
        const data = { email, password: PASSWORD };
        const answer = await context.request.post(`${stack.url}/api/auth/sign-in/email`, {
          data,
          headers: { origin: stack.url },
        });
        if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()}`);
      }
      const page = await context.newPage();
      await page.goto(stack.url);
      if (email) await signedIn(page);
      return page;
    },
    close: async () => {
      await browser.close();
      await stack.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** With its owner, without which PostgreSQL does not take it. */
function copyFirm(from: string, to: string): void {
  fs.cpSync(from, to, { recursive: true });
  fs.chmodSync(to, 0o755);
  if (process.getuid?.() !== 0) return;
  const cluster = path.join(to, 'postgres');
  const { uid, gid } = fs.statSync(path.join(from, 'postgres'));
  for (const file of ['.', ...fs.readdirSync(cluster, { recursive: true, encoding: 'utf8' })])
    fs.chownSync(path.join(cluster, file), uid, gid);
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await signedIn(page);
}

/** On a phone it stands behind a button. */
const signedIn = (page: Page): Promise<void> => page.locator('nav[aria-label="Rooms"]').waitFor({ state: 'attached' });

/** Findings of axe, of any severity, on the page as it stands, one line each. */
export async function barriers(page: Page): Promise<string[]> {
  await stillness(page);
  // a page of ours has no frames, so axe need not gather what it found in several
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = await Promise.all(
    violations.map(async ({ id, nodes }) => {
      const targets = nodes.map(({ target }) => target.join(' '));
      const meant = id === 'region' ? await outsidePopups(page, targets) : targets;
      return meant.length > 0 ? [`${id}: ${meant.join(', ')}`] : [];
    }),
  );
  return found.flat();
}

/** What an open field or menu shows lies at the end of the document, outside of all landmarks, and belongs to it. */
async function outsidePopups(page: Page, targets: readonly string[]): Promise<string[]> {
  const inside = await page.evaluate(
    (selectors) => selectors.map((selector) => !!document.querySelector(selector)?.closest('[data-portal]')),
    targets,
  );
  return targets.filter((_, at) => !inside[at]);
}

/** A fade under way has colours that nobody is meant to read; what turns for ever does not count. */
async function stillness(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().iterations === Infinity),
  );
}
