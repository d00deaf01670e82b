import { jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { LOGINS } from '../../tools/lib/demo-firm.mjs';
import { barriers, setStage, type Stage } from './stage.js';

jest.setTimeout(150_000);
let stage: Stage;
let page: Page;
let partner: Page;
let researcher: Page;
beforeAll(async () => {
  stage = await setStage();
  page = await stage.open(LOGINS.consultant);
  partner = await stage.open(LOGINS.partner);
  researcher = await stage.open(LOGINS.researcher);
}, 240_000);
afterAll(() => stage?.close());

const panelOf = (where: Page): Locator => where.getByRole('dialog', { name: 'Why this is flagged' });
const button = (where: Locator, name: string): Locator => where.getByRole('button', { name, exact: true });
/** The button of the form that is open, not the one that opens it. */
const submit = (panel: Locator, name: string): Locator => button(panel.locator('form'), name);
const flagOn = (where: Page, flagId: string): Locator => where.locator(`main a[href*="${flagId}"]`);

/** Opens the explanation of the first flag on Today that says so. */
async function askWhy(sentence: RegExp): Promise<{ panel: Locator; flagId: string }> {
  await page.goto(stage.url);
  const links = page.getByRole('link', { name: sentence });
  await page.locator('main [data-thing]').first().waitFor();
  // a row says one reason, and all of them when it is opened
  const more = page.getByRole('button', { name: /^More about / });
  while ((await links.count()) === 0 && (await more.count()) > 0) await more.first().click();
  await links.first().click();
  const panel = panelOf(page);
  await panel.getByRole('heading', { name: 'The rule' }).waitFor();
  return { panel, flagId: new URL(page.url()).searchParams.get('why') ?? '' };
}

async function nameOf(whose: Page): Promise<string> {
  const { user } = await (await whose.request.get(`${stage.url}/api/me`)).json();
  return user.name;
}

describe('a consultant who asks why a search is red', () => {
  it('sees each day that was counted, the fact they are counted from and whose limit it is', async () => {
    const { panel } = await askWhy(/^Why: No movement since .* working days/);
    const sentence = (await panel.getByRole('heading', { level: 2 }).textContent()) ?? '';
    const [, since = '', late, limit] = /since (\w+ \d+ \w+) \((\d+) working days, limit (\d+)\)/.exec(sentence) ?? [];
    const days = panel.getByRole('table', { name: /^The days counted/ });

    const counted = (await days.locator('td:nth-child(3)').allTextContents()).filter((count) => /^\d+$/.test(count));
    const atTheLimit = await days
      .getByRole('row')
      .filter({ hasText: /, counts/ })
      .filter({ hasText: 'limit' })
      .textContent();
    const rule = await panel.getByRole('region', { name: 'The rule' }).innerText();
    const origin = panel.getByText(/^The clock runs from/);

    expect(counted).toEqual(Array.from({ length: Number(late) }, (_, i) => String(i + 1)));
    expect(atTheLimit).toMatch(new RegExp(`counts${limit}$`));
    expect(rule).toMatch(new RegExp(`No progress\\s+${limit} working days · as shipped`));
    expect(await origin.textContent()).toContain(since);
    expect(await barriers(page)).toEqual([]);

    const whose = await origin.getByRole('link').textContent();
    await origin.getByRole('link').click();
    await page.waitForURL(/\/searches\/[0-9a-f-]{36}\?candidacy=/);
    const card = page.getByRole('dialog').filter({ has: page.getByRole('heading', { name: 'History' }) });
    expect(whose).toContain(await card.getByRole('heading', { level: 2 }).textContent());
  });

  it('acknowledges with a reason that stays to be read, and takes it back', async () => {
    const { panel } = await askWhy(/^Why: No conversation with the decision maker/);
    await button(panel, 'Acknowledge').click();
    await submit(panel, 'Acknowledge').click();
    await panel.getByText('Say in a few words why it can wait.').waitFor();
    const refused = await barriers(page);

    await panel.getByLabel('Why it can wait').fill('Away until Monday');
    await submit(panel, 'Acknowledge').click();

    await panel.getByText(/acknowledged it .*“Away until Monday”/).waitFor();
    await page.reload();
    await panel.getByText(/acknowledged it .*“Away until Monday”/).waitFor();
    await button(panel, 'Withdraw acknowledgement').click();
    await button(panel, 'Acknowledge').waitFor();
    expect(await panel.getByText('Away until Monday').count()).toBe(0);
    expect(refused).toEqual([]);
  });

  it('is told when somebody was faster, and what was typed stays', async () => {
    const { panel } = await askWhy(/^Why: In .* budget/);
    await button(panel, 'Acknowledge').click();
    await panel.getByLabel('Why it can wait').fill('They asked for a week');
    await partner.goto(page.url());
    await button(panelOf(partner), 'Acknowledge').click();
    await panelOf(partner).getByLabel('Why it can wait').fill('I talk to them today');
    await submit(panelOf(partner), 'Acknowledge').click();
    await panelOf(partner).getByText('“I talk to them today”').waitFor();

    await submit(panel, 'Acknowledge').click();

    await page
      .getByRole('alert')
      .filter({ hasText: /acknowledged/ })
      .waitFor();
    await panel.getByText('“I talk to them today”').waitFor();
    expect(await panel.getByLabel('Why it can wait').inputValue()).toBe('They asked for a week');
  });

  it('puts it off to a day, finds it under what is snoozed, and wakes it', async () => {
    const { panel, flagId } = await askWhy(/^Why: Window closed/);
    await button(panel, 'Snooze').click();
    await button(panel, 'In a week').click();
    await submit(panel, 'Snooze').click();
    await button(panel, 'End snooze').waitFor();
    await button(panel, 'Close the explanation').click();
    await flagOn(page, flagId).waitFor({ state: 'detached' });

    await page.getByRole('link', { name: '1 snoozed' }).click();

    await page.getByText('Flags put off until a later day').waitFor();
    await page.locator('main [data-thing]').getByText('Snoozed', { exact: true }).waitFor();
    await flagOn(page, flagId).click();
    await button(panel, 'End snooze').click();
    await button(panel, 'Snooze').waitFor();
    await button(panel, 'Close the explanation').click();
    await page.getByRole('link', { name: 'back to active flags' }).click();
    await flagOn(page, flagId).waitFor();
  });

  it('shows what more there is to say beside what it is about, a drawing too', async () => {
    await page.goto(stage.url);
    const ring = page.locator('main [data-thing] svg[role=img]').first();
    await ring.hover();
    const tip = page.getByRole('tooltip');
    await tip.waitFor();

    const [about, said] = [await ring.boundingBox(), await tip.boundingBox()];
    if (!about || !said) throw new Error('nothing is drawn');
    expect(Math.abs(said.x + said.width / 2 - (about.x + about.width / 2))).toBeLessThan(200);
    expect(Math.abs(about.y - (said.y + said.height))).toBeLessThan(40);
  });

  it('gives it to a colleague, who finds it on their own Today, and reads why', async () => {
    const name = await nameOf(researcher);
    const { panel, flagId } = await askWhy(/^Why: No movement since/);
    await button(panel, 'Assign').click();
    await panel.getByRole('combobox', { name: 'Assign to' }).click();
    await page.getByRole('option', { name }).click();
    await panel.getByLabel('Why (optional)').fill('You know their board');
    await submit(panel, 'Assign').click();
    await panel.getByText(`With ${name}`).waitFor();

    await researcher.goto(stage.url);

    await flagOn(page, flagId).waitFor({ state: 'detached' });
    await flagOn(researcher, flagId).click();
    const mark = panelOf(researcher).getByText(`With ${name}`);
    await mark.hover();
    await researcher.getByRole('tooltip', { name: /: “You know their board”$/ }).waitFor();
    await researcher.keyboard.press('Shift');
    await researcher.getByRole('tooltip').waitFor({ state: 'detached' });
  });

  it('tries a longer budget, sees which flag would not stand, and nothing is saved', async () => {
    const { panel, flagId } = await askWhy(/^Why: In .* budget/);
    const sentence = (await panel.getByRole('heading', { level: 2 }).textContent()) ?? '';
    const [, stageLabel = ''] = /^In (.+) since/.exec(sentence) ?? [];
    const whose = await panel.locator('header').last().innerText();
    const { flag } = await (await page.request.get(`${stage.url}/api/flags/${flagId}/why`)).json();
    await page.goto(`${stage.url}/searches/${flag.searchId}?tab=flags`);
    await page.getByRole('button', { name: 'Try it' }).click();
    const budget = page.getByLabel(`Working days in ${stageLabel}, as a number`);
    const present = await budget.inputValue();
    const result = page.getByRole('status').filter({ hasText: /As things stand|flag/ });
    await result.getByText('As things stand, for the next 28 days').waitFor();

    await budget.fill('90');

    await result.getByText(/^\d+ flags? (disappear|move)/).waitFor();
    const changed = page.getByRole('table', { name: 'Flags before and after' }).locator('tr[data-change="disappears"]');
    // others may be as late in the same stage
    const names = await changed.locator('td p').allTextContents();
    expect(names.filter((name) => whose.includes(name))).toHaveLength(1);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Reset' }).click();
    await result.getByText('As things stand, for the next 28 days').waitFor();
    expect(await budget.inputValue()).toBe(present);
    expect(await flagOn(page, flagId).count()).toBeGreaterThan(0);
  });
});
