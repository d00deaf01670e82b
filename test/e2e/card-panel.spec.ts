import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { LOGINS } from '../../tools/lib/demo-firm.mjs';
import { card, openBoard } from './board.js';
import { barriers, setStage, type Stage } from './stage.js';

jest.setTimeout(150_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
}, 240_000);
afterAll(() => stage?.close());

const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Card' });
const shows = (page: Page, name: string) => panelOf(page).getByRole('heading', { level: 2, name }).waitFor();
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
const inPanel = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null);

describe('a card that is open', () => {
  it('stands beside its board, is walked through by keys, and gives the focus back', async () => {
    const page = await stage.open(LOGINS.consultant);
    const [first = '', second = '', third = ''] = await openBoard(stage, page, 'Sourced');
    await card(page, third).getByRole('link', { name: third }).focus();
    await page.keyboard.press('m');
    await page.keyboard.press('2');
    await card(page.getByRole('region', { name: 'Contacted' }), third).waitFor();
    await card(page, first).getByRole('link', { name: first }).focus();
    await page.keyboard.press('Enter');
    await shows(page, first);

    expect(await inPanel(page)).toBe(true);
    expect(await card(page, first).getAttribute('data-open')).not.toBeNull();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('j');
    await shows(page, second);
    expect(await card(page, second).getAttribute('data-open')).not.toBeNull();
    expect(page.url()).toContain('candidacy=');
    await page.keyboard.press('ArrowUp');
    await shows(page, first);
    await page.keyboard.press('ArrowRight');
    await shows(page, third);
    await page.keyboard.press('ArrowLeft');
    await shows(page, first);
    expect(await inPanel(page)).toBe(true);
    await page.keyboard.press('Escape');

    await panelOf(page).waitFor({ state: 'detached' });
    await page.waitForFunction((name) => document.activeElement?.textContent === name, first);
    expect(page.url()).not.toContain('candidacy=');
  });

  it('follows the keys of the board, which stays to be used', async () => {
    const page = await stage.open(LOGINS.consultant);
    const [first = '', second = ''] = await openBoard(stage, page, 'Sourced');
    await card(page, first).getByRole('link', { name: first }).click();
    await shows(page, first);

    await card(page, first).getByRole('link', { name: first }).focus();
    await page.keyboard.press('ArrowDown');
    await shows(page, second);
    await page.waitForFunction((name) => document.activeElement?.textContent === name, second);
    await page.getByRole('textbox', { name: 'Filter people' }).fill(second);
    await card(page, first).waitFor({ state: 'detached' });
    await page.getByRole('textbox', { name: 'Filter people' }).fill('');
    await card(page, first)
      .getByRole('button', { name: `Move ${first}` })
      .click();
    await page.getByRole('menuitem', { name: /Contacted/ }).click();

    await page.getByRole('region', { name: 'Contacted' }).locator('[data-card]').filter({ hasText: first }).waitFor();
    await shows(page, second);
    expect(await focused(page)).toContain(first);
    await card(page, second).dragTo(page.getByRole('region', { name: 'Contacted' }));
    await page.getByRole('region', { name: 'Contacted' }).locator('[data-card]').filter({ hasText: second }).waitFor();
    await panelOf(page).getByText('Contacted').first().waitFor();
  });

  it('keeps what is being written while others are looked at, and takes letters as letters', async () => {
    const page = await stage.open(LOGINS.consultant);
    const [first = '', second = ''] = await openBoard(stage, page, 'Sourced');
    await card(page, first).getByRole('link', { name: first }).click();
    await shows(page, first);
    const text = panelOf(page).getByPlaceholder('What was said, and what was agreed');
    await panelOf(page).getByRole('button', { name: 'Log an activity' }).click();
    await text.pressSequentially('just asked');
    await shows(page, first);

    await card(page, second).getByRole('link', { name: second }).click();
    await shows(page, second);
    await text.waitFor({ state: 'detached' });
    await card(page, first).getByRole('link', { name: first }).click();
    await shows(page, first);

    await text.waitFor();
    expect(await text.inputValue()).toBe('just asked');
    await page.keyboard.press('Escape');
    await panelOf(page).waitFor({ state: 'detached' });
  });
});
