// @ts-check
// `node tools/screenshots.mjs`: the pictures of the README, taken from the running demo firm.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled } from './lib/install.mjs';

await ensureInstalled();
const { ensureBuilt } = await import('./lib/build.mjs');
await ensureBuilt(['api', 'worker', 'cli', 'web']);
const { launchChromium } = await import('./lib/chromium.mjs');
const { ROOT, startStack } = await import('./lib/stack.mjs');
const { loadDemoFirm, LOGINS, must, PASSWORD } = await import('./lib/demo-firm.mjs');
const { addDatedWork } = await import('./lib/dated-work.mjs');

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
  await page.goto(stack.url);
  await page.getByLabel('E-mail').fill(LOGINS.partner);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor();

  fs.mkdirSync(folder, { recursive: true });
  const shoot = async (/** @type {string} */ name) => {
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
    console.log(`docs/images/${name}.png`);
  };
  await shoot('today');
  const search = await page
    .getByRole('link', { name: /^Open the search/ })
    .first()
    .getAttribute('href');
  await page.goto(`${stack.url}/pipeline-health`);
  await shoot('pipeline-health');
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
  await browser.close();
} finally {
  await stack.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
}
