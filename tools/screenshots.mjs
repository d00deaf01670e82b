// @ts-check
// `node tools/node.mjs tools/screenshots.mjs`: the pictures of the README, taken from the running demo firm.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { launchChromium } from './lib/chromium.mjs';
import { addDatedWork } from './lib/dated-work.mjs';
import { loadDemoFirm, LOGINS, must, PASSWORD } from './lib/demo-firm.mjs';
import { ROOT, startStack } from './lib/stack.mjs';

await ensureBuilt(['api', 'worker', 'cli', 'web']);

const NEWCOMER = 'maja.newcomer@searchlight.example';
const folder = path.join(ROOT, 'docs', 'images');
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-pictures-'));
fs.chmodSync(dataDir, 0o755);
const stack = await startStack({ dataDir, durable: false });
try {
  await must(stack, ['migrate']);
  await loadDemoFirm(stack, dataDir);
  await must(stack, ['sweep']);
  stack.start('api');
  await stack.ready();
  await addDatedWork(stack);
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await signIn(page, LOGINS.partner);

  fs.mkdirSync(folder, { recursive: true });
  const shoot = (/** @type {string} */ name) => shootPage(page, name);
  await shoot('today');
  const search = await page
    .getByRole('link', { name: /^Open the search/ })
    .first()
    .getAttribute('href');
  await page.goto(`${stack.url}/pipeline-health`);
  await shoot('pipeline-health');
  await page.goto(`${stack.url}/insights`);
  await shoot('insights');
  await page.goto(`${stack.url}${search?.split('?')[0]}`);
  await page.locator('[data-card]').first().waitFor();
  await shoot('board');
  await page.getByRole('tab', { name: 'Flags' }).click();
  await page.getByText('Why, and what next').first().click();
  await page.getByText('How the days were counted').waitFor();
  await shoot('why');
  await page.goto(`${stack.url}/settings/mails?mail=daily-digest`);
  await page.locator('iframe').waitFor();
  await shoot('mails');

  const { html } = await (await page.request.get(`${stack.url}/api/mail-previews/mixed-notices`)).json();
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const mail = await browser.newPage({ viewport: { width: 640, height: 400 }, colorScheme });
    await mail.setContent(html);
    await mail.screenshot({ path: path.join(folder, `mail-${colorScheme}.png`), fullPage: true });
    console.log(`docs/images/mail-${colorScheme}.png`);
  }
  await shootPeople(browser);
  await browser.close();
} finally {
  await stack.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
}

/** @param {import('playwright-core').Page} page @param {string} name */
async function shootPage(page, name) {
  // a pointer at rest would bring up what a tip says
  await page.mouse.move(0, 0);
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('.mantine-Skeleton-root') === null);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  console.log(`docs/images/${name}.png`);
}

/** @param {import('playwright-core').Page} page @param {string} email */
async function signIn(page, email) {
  await page.goto(stack.url);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor();
}

/** How a colleague comes and goes, and how somebody is forgotten. @param {import('playwright-core').Browser} browser */
async function shootPeople(browser) {
  stack.start('worker');
  const size = { viewport: { width: 1200, height: 760 }, reducedMotion: /** @type {const} */ ('reduce') };
  const admin = await browser.newPage(size);
  await signIn(admin, LOGINS.admin);
  await admin.goto(`${stack.url}/settings/people`);
  await admin.getByRole('button', { name: 'Invite a colleague' }).click();
  const invite = admin.getByRole('dialog', { name: 'Invite a colleague' });
  await invite.getByLabel('Name').fill('Maja Newcomer (simulated)');
  await invite.getByLabel('Email').fill(NEWCOMER);
  await shootPage(admin, 'invite');
  await invite.getByRole('button', { name: 'Send the invitation' }).click();

  const joining = await browser.newPage(size);
  await joining.goto(await invitationLink());
  await joining.getByLabel('Choose a password').fill('four herons over the weir');
  await shootPage(joining, 'join');

  const leader = admin.getByRole('row').filter({ hasText: LOGINS.consultant });
  await leader.getByRole('button').click();
  await admin.getByRole('menuitem', { name: /^Deactivate/ }).click();
  await admin
    .getByRole('dialog', { name: /^Deactivate/ })
    .getByRole('listitem')
    .first()
    .waitFor();
  await shootPage(admin, 'deactivate');

  const partner = await browser.newPage(size);
  await signIn(partner, LOGINS.partner);
  const { items } = await (await partner.request.get(`${stack.url}/api/candidates?limit=1`)).json();
  const [{ id, name }] = items;
  await partner.goto(`${stack.url}/candidates/${id}`);
  await partner.getByRole('button', { name: `Data of ${name}` }).click();
  await partner.getByRole('menuitem', { name: 'Erase this person…' }).click();
  const dialog = partner.getByRole('dialog', { name: `Erase ${name}` });
  await dialog.getByLabel('Type their name to confirm').fill(name);
  await dialog.getByRole('button', { name: 'Erase', exact: true }).click();
  await partner.getByRole('heading', { name: 'Proof of erasure' }).waitFor();
  await shootPage(partner, 'erasure');
}

async function invitationLink() {
  for (;;) {
    const mail = stack.mailbox.messages.find(({ to }) => to.includes(NEWCOMER));
    if (mail) return /http\S+invitation\?token=\S+/.exec(mail.text)?.[0] ?? stack.url;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
