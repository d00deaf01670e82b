import fs from 'node:fs';
import path from 'node:path';
import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { LOGINS } from '../../tools/lib/demo-firm.mjs';
import { setStage, type Stage } from './stage.js';

jest.setTimeout(150_000);
/** A folder for a picture and a document of each. */
const { SHOTS } = process.env;
/** What is left of A4 between the margins, in pixels. */
const SHEET = 688;
const FEW = 8;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
}, 240_000);
afterAll(() => stage?.close());

/** What does not belong on paper, or would be lost there. */
const lost = (page: Page): Promise<string[]> =>
  page.evaluate((sheet) => {
    const found: string[] = [];
    const shown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    for (const element of document.querySelectorAll('nav, .mantine-Button-root, .mantine-ActionIcon-root, input'))
      if (shown(element)) found.push(`${element.tagName} ${element.textContent ?? ''}`);
    for (const element of document.querySelectorAll<HTMLElement>('main, main *')) {
      const { overflowX, textOverflow } = getComputedStyle(element);
      if (element.clientWidth > 1 && overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
        if (shown(element)) found.push(`cut (${textOverflow}): ${(element.textContent ?? '').slice(0, 60)}`);
    }
    const wide = document.documentElement.scrollWidth;
    if (wide > sheet) found.push(`${wide} px wide`);
    return found;
  }, SHEET);

async function print(page: Page, address: string, name: string): Promise<string[]> {
  await page.goto(`${stage.url}${address}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await page.setViewportSize({ width: SHEET, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  // what is drawn by its width is drawn anew a moment after that changes
  const fits = (sheet: number): boolean => document.documentElement.scrollWidth <= sheet;
  await page.waitForFunction(fits, SHEET, { timeout: 5_000 }).catch(() => undefined);
  const found = await lost(page);
  const sheets = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
  if (sheets > FEW) found.push(`${sheets} sheets`);
  if (SHOTS) {
    fs.mkdirSync(SHOTS, { recursive: true });
    fs.writeFileSync(path.join(SHOTS, `print ${name}.pdf`), pdf);
    await page.screenshot({ path: path.join(SHOTS, `print ${name}.png`), fullPage: true });
  }
  const cards = await page.locator('[data-card]').count();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1440, height: 900 });
  return name === 'board' ? [...found, `${cards} cards`] : found;
}

it('what is printed has no rooms and no buttons, and nothing is cut', async () => {
  const page = await stage.open(LOGINS.partner, { dark: true });
  const [fullest] = await stage.query<{ id: string; cards: string }>(
    `select search_id as id, count(*) as cards from candidacy where outcome is null group by 1 order by 2 desc, 1 limit 1`,
  );
  const [candidate] = await stage.query<{ id: string }>('select candidate_id as id from candidacy order by id limit 1');

  const found = {
    today: await print(page, '/', 'today'),
    board: await print(page, `/searches/${fullest?.id}`, 'board'),
    brief: await print(page, `/searches/${fullest?.id}?tab=brief`, 'brief'),
    candidate: await print(page, `/candidates/${candidate?.id}`, 'candidate'),
    health: await print(page, '/pipeline-health', 'pipeline health'),
  };

  expect(found).toEqual({ today: [], board: [`${fullest?.cards} cards`], brief: [], candidate: [], health: [] });
});
