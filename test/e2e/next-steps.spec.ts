import { jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { LOGINS } from '../../tools/lib/demo-firm.mjs';
import { barriers, setStage, type Stage } from './stage.js';

jest.setTimeout(150_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
}, 240_000);
afterAll(() => stage?.close());

interface OnToday {
  flagId: string;
  rule: string;
  sentence: string;
  search: { id: string };
  candidacy: { id: string } | null;
}

/** A flag of the rule that this person sees on their Today, explained. */
async function explained(page: Page, rule: string, says = /./): Promise<{ panel: Locator; flag: OnToday }> {
  const { items } = await (await page.request.get(`${stage.url}/api/today?limit=100`)).json();
  const flag = items.find((item: OnToday) => item.rule === rule && says.test(item.sentence));
  if (!flag) throw new Error(`${rule} is not on Today`);
  await page.goto(`${stage.url}/?why=${flag.flagId}`);
  const panel = page.getByRole('dialog', { name: 'Why this is flagged' });
  await panel.getByRole('heading', { name: 'The rule' }).waitFor();
  return { panel, flag };
}

const gone = (panel: Locator): Promise<void> => panel.getByText('Done: no longer flagged').waitFor();
const press = (where: Locator, name: string): Promise<void> =>
  where.getByRole('button', { name, exact: true }).first().click();

describe('whoever follows the next step of a flag sees it go', () => {
  it('a silent decision maker: the call is logged with them, and with nobody else', async () => {
    const page = await stage.open(LOGINS.consultant);
    const { panel } = await explained(page, 'decision_maker_silent');
    await press(panel, 'Log a call');
    const whom = panel.getByRole('combobox', { name: 'With whom at the client' });
    await whom.waitFor();
    expect(await barriers(page)).toEqual([]);
    // of several who decide, whoever logs it chooses
    if ((await whom.inputValue()) === '') {
      await press(panel, 'Log it');
      await panel.getByText('Choose a decision maker').waitFor();
      await whom.click();
      await page
        .getByRole('option', { name: /Decision maker/ })
        .first()
        .click();
    }
    await panel.getByPlaceholder('What was said, and what was agreed').fill('They choose on Friday.');

    await press(panel, 'Log it');

    await gone(panel);
  });

  it('a silent client: what is logged is their feedback', async () => {
    const page = await stage.open(LOGINS.consultant);
    const { panel } = await explained(page, 'client_silent');
    await press(panel, 'Log their feedback');
    await panel.getByPlaceholder('What was said, and what was agreed').fill('They want to meet them.');

    await press(panel, 'Log it');

    await gone(panel);
  });

  it('a stage that takes too long: the card is moved from where the flag is explained', async () => {
    const page = await stage.open(LOGINS.consultant);
    const { panel } = await explained(page, 'stage_overdue', /^In (Contacted|Assessed|Presented|Client)/);
    await press(panel, 'Move the card');
    await panel.getByRole('combobox', { name: /^Move .* to$/ }).waitFor();
    expect(await barriers(page)).toEqual([]);

    await press(panel.locator('form'), 'Move');

    await gone(panel);
  });

  it('a window that closes, on a phone: an offer is extended by touch', async () => {
    const page = await stage.open(LOGINS.consultant, { phone: true });
    const { panel } = await explained(page, 'window_closing');
    await panel.getByRole('button', { name: 'Extend an offer' }).first().tap();
    await panel.getByLabel('Base, per year').fill('210000');

    await panel.locator('form').getByRole('button', { name: 'Extend the offer' }).tap();

    await gone(panel);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
