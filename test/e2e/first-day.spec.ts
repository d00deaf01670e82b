import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { LOGINS } from '../../tools/lib/demo-firm.mjs';
import { column } from './board.js';
import { barriers, setStage, type Stage } from './stage.js';

jest.setTimeout(150_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
}, 240_000);
afterAll(() => stage?.close());

const firstSteps = (page: Page) => page.getByRole('region', { name: 'First steps' });
/** At the width of a phone nothing is wider than the page, once it has been laid out anew. */
const fitsOnAPhone = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForFunction(() => document.documentElement.scrollWidth === 390);
  await page.setViewportSize({ width: 1280, height: 900 });
};

async function signUp(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Set up your firm' }).click();
  await page.getByLabel('Firm').fill('First Day (simulated)');
  await page.getByLabel('Your name').fill('Noa Example');
  await page.getByLabel('Email').fill('noa@first-day.example');
  await page.getByRole('combobox', { name: 'Country' }).fill('Portugal');
  await page.getByRole('option', { name: 'Portugal' }).click();
  await page.getByRole('button', { name: 'Send me the link' }).click();
  const mail = await stage.arrived(({ text }) => text.includes('/confirm-sign-up'));
  await page.goto(/http\S+\/confirm-sign-up\S+/.exec(mail.text)?.[0] ?? '');
  await page.getByLabel('Password', { exact: true }).fill('a long enough password');
  await page.getByRole('button', { name: 'Set up the firm' }).click();
}

describe('the first day of a firm', () => {
  it('leads by its first steps to a search with a new client in six clicks, and on until all are taken', async () => {
    const page = await stage.open();
    await signUp(page);
    const steps = firstSteps(page);
    await steps.getByText('1 of 5 done').waitFor();
    expect(await barriers(page)).toEqual([]);
    await fitsOnAPhone(page);

    await steps.getByRole('button', { name: 'Show me with sample data' }).click();
    const sample = page.getByRole('region', { name: 'Sample data' });
    await sample.waitFor();
    await page.getByRole('heading', { name: /^Save this week/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await fitsOnAPhone(page);
    const another = await page.context().newPage();
    await another.goto(stage.url);
    await another.getByRole('region', { name: 'Sample data' }).waitFor();
    await sample.getByRole('button', { name: 'Take the sample away' }).click();
    await steps.getByText('1 of 5 done').waitFor();
    await another.getByRole('link', { name: 'Searches', exact: true }).click();
    await another.getByText('This page began anew').waitFor();
    await firstSteps(another).getByText('1 of 5 done').waitFor();
    await another.close();

    let clicks = 0;
    const click = async (what: ReturnType<Page['getByRole']>): Promise<void> => {
      await what.click();
      clicks += 1;
    };
    await click(steps.getByRole('link', { name: 'Open your first search' }));
    await click(page.getByRole('option', { name: 'VP MLOps' }));
    await click(page.getByRole('combobox', { name: 'Client' }));
    await page.keyboard.type('Tidewater Analytics (simulated)');
    await click(page.getByRole('option', { name: /^Add “Tidewater/ }));
    await click(page.getByRole('dialog').getByRole('button', { name: 'Add the client' }));
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await click(page.getByRole('button', { name: 'Open the search' }));
    await column(page, 'Sourced').waitFor();
    console.info(`first search with a new client in ${clicks} clicks`);
    expect(clicks).toBe(6);

    await page.getByRole('link', { name: 'Today' }).first().click();
    await steps.getByText('3 of 5 done').waitFor();
    await steps.getByRole('link', { name: 'Add who decides there' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tidewater Analytics (simulated)' }).waitFor();
    await page.getByRole('button', { name: 'Add a contact' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Ines Invented');
    await page.getByRole('dialog').getByRole('button', { name: 'Add contact' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    await page.getByRole('link', { name: 'Today' }).first().click();
    await steps.getByText('4 of 5 done').waitFor();
    await steps.getByRole('button', { name: 'Put away' }).click();
    await page.getByText('First steps: 4 of 5 done.').waitFor();
    await page.reload();
    await page.getByText('First steps: 4 of 5 done.').waitFor();
    await page.getByRole('button', { name: 'Show them' }).click();
    await steps.getByRole('link', { name: 'Invite your colleagues' }).click();
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    await page
      .getByRole('button', { name: /^Invite/ })
      .first()
      .click();
    await page.getByLabel('Email').fill('rui@first-day.example');
    await page.getByLabel('Name', { exact: true }).fill('Rui Example');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByText('rui@first-day.example').first().waitFor();

    await page.getByRole('link', { name: 'Today' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await firstSteps(page).count()).toBe(0);
  });
});

describe('a partner', () => {
  it('writes the brief of a search, leaves it for a while, saves it and takes that back', async () => {
    const page = await stage.open(LOGINS.partner);
    await page.goto(`${stage.url}/searches`);
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('tab', { name: 'Brief' }).click();
    await page.getByRole('button', { name: 'Write the first criterion' }).click();
    await page.keyboard.type('Has run clusters');
    await page.getByRole('button', { name: 'Add a criterion' }).click();
    await page.keyboard.type('Speaks Portuguese');
    await page.getByRole('checkbox', { name: 'Must have' }).last().uncheck();
    expect(await barriers(page)).toEqual([]);
    await fitsOnAPhone(page);
    await page.reload();
    await page.getByRole('button', { name: 'Save the brief' }).click();
    const nice = page.getByRole('listitem').filter({ hasText: 'Speaks Portuguese' });
    await nice.waitFor();
    await page.getByRole('heading', { level: 3, name: 'Nice to have' }).waitFor();

    await page.getByRole('button', { name: 'Undo' }).click();

    await nice.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Write the first criterion' }).waitFor();
  });

  it('names, orders, adds and archives stages, is told what cannot be, and takes it back', async () => {
    const page = await stage.open(LOGINS.partner);
    await page.goto(`${stage.url}/settings/stages`);
    const save = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('region', { name: 'Unsaved changes' }).waitFor({ state: 'detached' });
    };
    const name = (number: number) => page.getByRole('textbox', { name: `Name of stage ${number}` });
    await name(2).fill('Approached');
    await page.getByRole('button', { name: 'Move Approached down' }).click();
    await page.getByRole('button', { name: 'Add a stage' }).click();
    await page.keyboard.type('Case study');
    expect(await barriers(page)).toEqual([]);
    await fitsOnAPhone(page);
    await page.reload();
    await page.getByText('3 unsaved changes').waitFor();
    expect(await name(3).inputValue()).toBe('Approached');
    await save();
    await page.getByText('Renamed Contacted to Approached.').waitFor();

    await page.getByRole('button', { name: 'Archive Placed' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Keep a stage of the kind Placed: an offer that was accepted moves people there.').waitFor();
    await page.getByRole('button', { name: 'Discard' }).click();

    await page.getByRole('button', { name: 'Archive Case study' }).click();
    await save();
    await page.getByRole('button', { name: 'Bring back Case study' }).waitFor();
    await page.getByText('Archived Case study.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).last().click();

    await page.getByText('Brought back Case study.').waitFor();
    expect(await page.getByRole('button', { name: 'Bring back Case study' }).count()).toBe(0);
  });
});
