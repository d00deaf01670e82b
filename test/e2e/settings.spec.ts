import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { LOGINS } from '../../tools/lib/demo-firm.mjs';
import { barriers, setStage, type Stage } from './stage.js';

jest.setTimeout(150_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
}, 240_000);
afterAll(() => stage?.close());

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(`${stage.url}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
}
const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save', exact: true }).click();

describe('a partner', () => {
  it('takes over public holidays and adds a day by keyboard, as one version', async () => {
    const page = await stage.open(LOGINS.partner);
    await visit(page, '/settings/offices?year=2031');
    await page.getByRole('button', { name: /^Add all/ }).click();
    await page.getByRole('button', { name: /^Wed 1 Jan 2031/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Name of Thu 2 Jan' }).fill('Firm day');
    const draft = await barriers(page);

    await save(page);

    await page.getByRole('cell', { name: /Added Thu 2 Jan 2031, Firm day/ }).waitFor();
    expect(draft).toEqual([]);
    expect(await page.getByRole('button', { name: 'Thu 2 Jan 2031, holiday, Firm day' }).count()).toBe(1);
  });

  it('is told why a limit is refused, keeps what was typed, and sees where the saved one comes from', async () => {
    const page = await stage.open(LOGINS.partner);
    await visit(page, '/settings/policies');
    const limit = page.getByLabel('Window closing, set here');
    await limit.fill('30');
    await save(page);
    await page.getByText('“Window closing” (30) must come before “Window closed” (28).').first().waitFor();
    expect(await limit.inputValue()).toBe('day 30');
    const refused = await barriers(page);

    await limit.fill('20');
    await save(page);

    await page
      .getByRole('row', { name: /^Window closing/ })
      .getByText('otherwise day 21 (default)')
      .waitFor();
    expect(refused).toEqual([]);
  });

  it('adds a role template, finds it where a search is opened, archives it and takes that back', async () => {
    const page = await stage.open(LOGINS.partner);
    await visit(page, '/settings/roles?add=true');
    await page.getByLabel('Title').fill('Head of Robotics');
    await page.getByLabel('Reference letters').fill('hrob');
    await page.getByRole('textbox', { name: 'Criterion 1' }).fill('Has shipped robots');
    const form = await barriers(page);
    await page.getByRole('button', { name: 'Add the template' }).click();
    await page.getByRole('link', { name: 'Head of Robotics' }).click();
    await page.getByRole('button', { name: 'Archive' }).click();
    const bringBack = page.getByRole('button', { name: 'Bring back Head of Robotics' });
    await bringBack.waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await bringBack.waitFor({ state: 'detached' });

    await visit(page, '/searches/new');
    await page.getByRole('combobox', { name: 'Role' }).click();
    await page.getByRole('option', { name: 'Head of Robotics' }).click();

    await page.getByText('Has shipped robots').waitFor();
    expect(form).toEqual([]);
  });

  it('adds an absence, takes it away, and takes that back', async () => {
    const page = await stage.open(LOGINS.partner);
    await visit(page, '/settings/absences');
    await page.getByRole('button', { name: 'Add an absence' }).click();
    await page.getByLabel('First day away').fill('7 Jul 2031');
    await page.getByLabel('Last day away').fill('11 Jul 2031');
    await page.getByRole('combobox', { name: 'Who stands in' }).click();
    await page.getByRole('option').first().click();
    await save(page);
    const remove = page.getByRole('button', { name: /^Remove the absence .* Jul 2031/ });
    await remove.click();
    await remove.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Undo' }).click();

    await remove.waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});

describe('every area of the settings', () => {
  it.each(['people', 'offices', 'absences', 'policies', 'stages'])('has no serious barrier: %s', async (area) => {
    const page = await stage.open(LOGINS.researcher);
    await visit(page, `/settings/${area}`);

    expect(await barriers(page)).toEqual([]);
  });
});

describe('somebody in a hurry', () => {
  interface Sent {
    path: string;
    key: string | undefined;
  }

  /** What the page posts from now on. */
  const posts = (page: Page): Sent[] => {
    const sent: Sent[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'POST') return;
      sent.push({ path: new URL(request.url()).pathname, key: request.headers()['idempotency-key'] });
    });
    return sent;
  };
  /** Twice before the page could answer the first time, as a double click or two Enters may. */
  const submitTwice = (page: Page, button: string): Promise<void> =>
    page.getByRole('button', { name: button }).evaluate((element) => {
      const { form } = element as HTMLButtonElement;
      form?.requestSubmit();
      form?.requestSubmit();
    });
  const count = async (sql: string, value: string): Promise<number> =>
    (await stage.query<{ count: number }>(`select count(*)::int as count from ${sql} = $1`, [value]))[0]?.count ?? -1;

  it('opens one search, however often the form is sent', async () => {
    const page = await stage.open(LOGINS.partner);
    await visit(page, '/searches/new');
    await page.getByRole('combobox', { name: 'Role' }).click();
    await page.getByRole('option', { name: 'Chief AI Officer' }).click();
    await page.getByLabel('Title').fill('Opened in a hurry');
    await page.getByLabel('Client').first().click();
    await page.getByRole('option').first().click();
    const sent = posts(page);

    await submitTwice(page, 'Open the search');

    await page.getByRole('heading', { level: 1, name: 'Opened in a hurry' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(sent).toEqual([sent[0], sent[0]]);
    expect(sent[0]?.key).toMatch(/^[0-9a-f]{32}$/);
    expect(await count('search where title', 'Opened in a hurry')).toBe(1);
  });

  it('adds one candidate where the line broke after the server had done it', async () => {
    const page = await stage.open(LOGINS.partner);
    await visit(page, '/candidates');
    await page.getByRole('button', { name: 'Add a candidate' }).first().click();
    await page.getByRole('dialog').getByLabel('Name').fill('Hurry Example (simulated)');
    const sent = posts(page);
    let breaks = true;
    await page.route('**/api/candidates', async (route) => {
      if (route.request().method() !== 'POST' || !breaks) return route.continue();
      breaks = false;
      await route.fetch();
      await route.abort('connectionreset');
    });

    await page.getByRole('button', { name: 'Add the candidate' }).click();
    await page.getByText('The server cannot be reached.').first().waitFor();
    expect(await count('candidate where name', 'Hurry Example (simulated)')).toBe(1);
    await page.getByRole('button', { name: 'Add the candidate' }).dblclick();

    await page.getByRole('heading', { level: 1, name: 'Hurry Example (simulated)' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(sent.length).toBeGreaterThanOrEqual(2);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    expect(await count('candidate where name', 'Hurry Example (simulated)')).toBe(1);
  });
});
