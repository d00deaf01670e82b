import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { LOGINS } from '../../tools/lib/demo-firm.mjs';
import { card, column, openBoard } from './board.js';
import { barriers, setStage, signIn, type Stage } from './stage.js';

jest.setTimeout(150_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
}, 240_000);
afterAll(() => stage?.close());

const go = (page: Page, room: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: room }).click();

describe('a consultant', () => {
  it('reads on Today what is about to be lost and why, and opens it', async () => {
    const page = await stage.open(LOGINS.consultant);
    const rows = page.locator('main li').filter({ has: page.getByRole('heading', { level: 3 }) });
    await rows.first().waitFor();
    const text = await rows.first().textContent();

    await rows
      .first()
      .getByRole('link', { name: /^Open / })
      .click();

    await page.waitForURL(/\/searches\/[0-9a-f-]{36}/);
    expect(text).toMatch(/(since|window)/i);
  });

  it('moves a card by keyboard, by menu and by mouse, and finds it there after a reload', async () => {
    const page = await stage.open(LOGINS.consultant);
    const [first = '', second = ''] = await openBoard(stage, page, 'Sourced');

    await card(page, first).getByRole('link', { name: first }).focus();
    // as fast as one types it: the menu need not have the focus yet
    await page.keyboard.press('m');
    await page.keyboard.press('3');
    await card(column(page, 'Assessed'), first).waitFor();

    await card(page, second)
      .getByRole('button', { name: `Move ${second}` })
      .click();
    await page.getByRole('menuitem', { name: /Contacted/ }).click();
    await card(column(page, 'Contacted'), second).waitFor();

    await card(page, second).dragTo(column(page, 'Sourced'));
    await card(column(page, 'Sourced'), second).waitFor();

    await page.waitForLoadState('networkidle');
    await page.reload();
    await card(column(page, 'Assessed'), first).waitFor();
    await card(column(page, 'Sourced'), second).waitFor();
  });

  it('logs a call with somebody at the client who was not known yet, and reads it back there', async () => {
    const page = await stage.open(LOGINS.consultant);
    await openBoard(stage, page, 'Sourced');
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await page.getByRole('button', { name: 'Log an activity' }).click();
    await page.getByPlaceholder('What was said, and what was agreed').fill('Two names by Friday.');
    await page.getByRole('combobox', { name: 'With whom at the client' }).click();
    await page.getByRole('option', { name: /^Add somebody at / }).click();
    const dialog = page.getByRole('dialog', { name: /^Add a contact at / });
    await dialog.getByLabel('Name').fill('Ida Invented');
    await dialog.getByLabel('Email').fill('ida@invented.example');
    await dialog.getByRole('button', { name: 'Add contact' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('combobox', { name: 'With whom at the client' }).click();
    await page.getByRole('option', { name: /^Add somebody at / }).click();
    await dialog.getByLabel('Name').fill('Ida Again');
    await dialog.getByLabel('Email').fill('IDA@invented.example');
    await dialog.getByRole('button', { name: 'Add contact' }).click();
    await dialog.getByRole('link', { name: /^Ida Invented at / }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Log it' }).click();

    const entry = page.getByRole('listitem').filter({ hasText: 'Two names by Friday.' });
    await entry.getByText('Call with Ida Invented').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('has the board on a phone, where it scrolls sideways by itself and the page does not', async () => {
    const page = await stage.open(LOGINS.consultant);
    await page.setViewportSize({ width: 390, height: 844 });
    await openBoard(stage, page, 'Sourced');

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it('has tables on a phone that scroll sideways by themselves', async () => {
    const page = await stage.open(LOGINS.admin);
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ['/searches', '/candidates', '/settings/people', '/settings/mail-log']) {
      await page.goto(`${stage.url}${path}`);
      await page.getByRole('table').getByRole('row').nth(1).waitFor();

      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 390]);
    }
  });

  it('corrects a mistaken move, and the card stands where it stood', async () => {
    const page = await stage.open(LOGINS.consultant);
    const [name = ''] = await openBoard(stage, page, 'Sourced');
    await card(page, name).getByRole('link', { name }).focus();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: /Contacted/ }).waitFor();
    await page.keyboard.press('2');
    await card(column(page, 'Contacted'), name).waitFor();

    await card(page, name).getByRole('link', { name }).click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('button', { name: /Correct this move/ }).click();
    await page.getByLabel('What was wrong with it?').fill('wrong card');
    await page.getByRole('button', { name: 'Correct it' }).click();

    await card(column(page, 'Sourced'), name).waitFor();
  });

  it('adds a task on Today, ticks it, and takes the tick back', async () => {
    const page = await stage.open(LOGINS.consultant);
    const tick = page.getByRole('checkbox', { name: 'Done: Ring the notary' });
    await page.getByRole('button', { name: 'Add a task' }).click();
    await page.getByRole('textbox', { name: 'Task' }).fill('Ring the notary');
    await page.getByRole('button', { name: 'Add the task' }).click();
    await tick.click();
    await tick.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Undo' }).click();

    await tick.waitFor();
    expect(await tick.isChecked()).toBe(false);
    expect(await barriers(page)).toEqual([]);
  });

  it('sets an interview on a card, which counts as progress, and cancels it', async () => {
    const page = await stage.open(LOGINS.consultant);
    const [name = ''] = await openBoard(stage, page, 'Assessed');
    await card(page, name).getByRole('link', { name }).click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('button', { name: 'Set an interview' }).click();
    await panel.getByLabel('With whom').fill('the founders');
    expect(await barriers(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Set the interview' }).click();
    await panel.getByText('Interview set', { exact: true }).waitFor();

    await panel.getByRole('button', { name: /^Options for the interview/ }).click();
    await page.getByRole('menuitem', { name: 'Cancel the interview' }).click();

    await panel.getByText(/^cancelled/).waitFor();
    expect(await panel.getByText('Interview set', { exact: true }).count()).toBe(1);
  });
});

describe('a partner', () => {
  it('sees the health of the firm with reasons and the time to offer beside the market', async () => {
    const page = await stage.open(LOGINS.partner);
    await go(page, 'Pipeline health');
    await page.getByRole('heading', { name: 'Time to offer' }).waitFor();

    const text = await page.locator('main').innerText();

    expect(text).toMatch(/\d+\s+Stalled/);
    expect(text).toMatch(/Windows closing this week/);
    expect(text).toMatch(/52 days/);
  });

  it('gets a mail for flags raised, without a name in its subject, and its link leads to the search', async () => {
    const page = await stage.open(LOGINS.partner);
    const mail = await stage.arrived(({ to }) => to.includes(LOGINS.partner));
    const link = /http\S+\/searches\/[0-9a-f-]{36}/.exec(mail.text)?.[0] ?? '';

    await page.goto(link);

    await page.getByRole('tab', { name: 'Board' }).waitFor();
    expect(mail.subject).toMatch(/flags? on your searches|flag/i);
    expect(mail.html).toContain('Simulated data');
  });

  it('is told row by row what an import refused', async () => {
    const page = await stage.open(LOGINS.partner);
    await go(page, 'Imports');
    await page.locator('input[type="file"]').setInputFiles({
      name: 'clients.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('client_ref,name\nC-E2E,Brightwater (simulated)\nC-BAD,\n'),
    });
    await page.getByLabel('Check only').uncheck({ force: true });
    await page.getByRole('button', { name: 'Import 1 file' }).click();

    await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
    await page
      .getByText(/clients\.csv/)
      .first()
      .waitFor();
    await page.getByText(/name/).first().waitFor();
    await page.getByText('Download').first().waitFor();
  });
});

describe('somebody new', () => {
  it('sets up a firm and opens a first search from a role template', async () => {
    const page = await stage.open();
    await page.getByRole('link', { name: 'Set up your firm' }).click();
    await page.getByLabel('Firm').fill('Harbour Search (simulated)');
    await page.getByLabel('Your name').fill('Robin Example');
    await page.getByLabel('Email').fill('robin@harbour.example');
    await page.getByRole('combobox', { name: 'Country' }).fill('Germany');
    await page.getByRole('option', { name: 'Germany' }).click();
    await page.getByText('only holidays of the whole of Germany are proposed').waitFor();
    await page.getByRole('combobox', { name: 'Region' }).fill('Bay');
    await page.getByRole('option', { name: 'Bayern' }).click();
    await page.getByRole('button', { name: 'Send me the link' }).click();
    await page.getByText('Check your email').waitFor();
    const mail = await stage.arrived(({ text }) => text.includes('/confirm-sign-up'));
    await page.goto(/http\S+\/confirm-sign-up\S+/.exec(mail.text)?.[0] ?? '');
    await page.getByText('robin@harbour.example').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Password', { exact: true }).fill('a long enough password');
    await page.getByRole('button', { name: 'Set up the firm' }).click();
    await page.getByRole('navigation', { name: 'Rooms' }).waitFor();

    await page.goto(`${stage.url}/clients`);
    await page.getByRole('button', { name: 'Add a client' }).first().click();
    await page.getByRole('dialog').getByLabel('Name').fill('Quillfeather Systems (simulated)');
    await page.getByRole('dialog').getByRole('button', { name: /Add/ }).click();
    await page.goto(`${stage.url}/searches/new`);
    await page.getByRole('combobox', { name: 'Role' }).click();
    await page.getByRole('option', { name: 'Chief AI Officer' }).click();
    await page.getByLabel('Client').first().fill('Quill');
    await page.getByRole('option', { name: /Quillfeather/ }).click();
    await page.getByRole('button', { name: 'Open the search' }).click();

    await page.getByRole('heading', { level: 1, name: 'Chief AI Officer' }).waitFor();
    await column(page, 'Sourced').waitFor();
  });

  it('gets a new password by mail', async () => {
    const page = await stage.open();
    await page.getByRole('link', { name: /Forgot your/ }).click();
    // the page before it has a field of the same name
    await page.getByRole('heading', { name: /Forgot your/ }).waitFor();
    await page.getByLabel('Email').fill(LOGINS.researcher);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByRole('status').waitFor();
    const mail = await stage.arrived(({ text }) => text.includes('/reset-password'));

    await page.goto(/http\S+\/reset-password\S+/.exec(mail.text)?.[0] ?? '');
    await page.getByLabel('New password').first().fill('another good password');
    await page.getByLabel('Repeat the password').first().fill('another good password');
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('Your password has been changed').waitFor();
    await page.getByRole('link', { name: 'Go to sign in' }).click();
    await signIn(page, LOGINS.researcher, 'another good password');

    expect(mail.subject).not.toContain(LOGINS.researcher);
  });
});

describe('every page', () => {
  let page: Page;
  beforeAll(async () => {
    page = await stage.open(LOGINS.partner);
  });

  it.each(['/', '/searches', '/searches/new', '/candidates', '/clients', '/pipeline-health', '/imports', '/settings'])(
    'has no serious barrier: %s',
    async (path) => {
      await page.goto(`${stage.url}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');

      expect(await barriers(page)).toEqual([]);
    },
  );
});
