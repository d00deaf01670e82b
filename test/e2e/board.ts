import type { Locator, Page } from 'playwright-core';
import type { Stage } from './stage.js';

export const column = (page: Page, label: string): Locator => page.getByRole('region', { name: label });
export const card = (where: Page | Locator, name: string): Locator =>
  where.locator('[data-card]').filter({ hasText: name });

const hrefs = (links: Locator): Promise<(string | null)[]> =>
  links.all().then((found) => Promise.all(found.map((link) => link.getAttribute('href'))));

/** The board of an open search with at least two people in the stage; their names. */
export async function openBoard(stage: Stage, page: Page, stageLabel: string): Promise<string[]> {
  await page.goto(`${stage.url}/searches?status=open`);
  const links = page.locator('main a[href^="/searches/"]:not([href="/searches/new"])');
  await links.first().waitFor();
  for (const href of new Set(await hrefs(links))) {
    await page.goto(`${stage.url}${href}`);
    await column(page, stageLabel).waitFor();
    await page.waitForLoadState('networkidle');
    const names = await column(page, stageLabel).locator('[data-card] a').allTextContents();
    if (names.length >= 2) return names;
  }
  throw new Error(`the simulated firm has no board with two people in ${stageLabel}`);
}
