import fs from 'node:fs';
import { jest } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { LOGINS } from '../../tools/lib/demo-firm.mjs';
import { until } from '../lib/until.js';
import { card, column, openBoard } from './board.js';
import { barriers, setStage, type Stage } from './stage.js';

jest.setTimeout(150_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
}, 240_000);
afterAll(() => stage?.close());

describe('whoever works with it all day', () => {
  it('does ten things on Today with two keys each, and takes the last one back', async () => {
    const page = await stage.open(LOGINS.partner);
    const rows = page.locator('main [data-thing]');
    const acknowledged = page.getByRole('region', { name: /^Acknowledged/ }).locator('[data-thing]');
    await rows.first().waitFor();
    const keys: string[] = [];
    const press = async (key: string): Promise<void> => {
      keys.push(key);
      await page.keyboard.press(key);
    };
    const names: (string | null)[] = [];

    await press('j');
    for (let done = 1; done <= 10; done++) {
      names.push(await page.evaluate(() => document.activeElement?.textContent ?? null));
      await press('e');
      await page.getByRole('dialog', { name: /^Acknowledge: / }).waitFor();
      await press('4');
      await until(async () => (await acknowledged.count()) >= done && (await page.getByRole('dialog').count()) === 0);
      await until(() => page.evaluate(() => document.activeElement?.closest('[data-thing]') !== null));
    }

    expect(keys.length).toBeLessThanOrEqual(25);
    expect((await acknowledged.getByRole('heading', { level: 3 }).allTextContents()).sort()).toEqual(names.sort());
    const kept = await acknowledged.count();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await until(async () => (await acknowledged.count()) === kept - 1);
    expect(await barriers(page)).toEqual([]);
  });

  it('selects several rows on Today and snoozes them at once', async () => {
    const page = await stage.open(LOGINS.partner);
    const rows = page.locator('main [data-thing]');
    await rows.first().waitFor();
    const before = await rows.count();

    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByRole('region', { name: 'Selected rows' }).getByRole('button', { name: 'Snooze' }).click();
    await page.getByRole('dialog', { name: 'Snooze: 2 rows' }).waitFor();
    await page.keyboard.press('1');

    await until(async () => (await rows.count()) === before - 2);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await until(async () => (await rows.count()) === before);
  });

  it('keeps what was typed over Esc, another page and a reload, until it is logged', async () => {
    const page = await stage.open(LOGINS.consultant);
    const note = 'Simulated: wants to hear about the equity first';
    const log = (): Promise<void> => page.getByRole('main').getByRole('button', { name: 'Log an activity' }).click();
    const text = page.getByRole('textbox', { name: 'What was said' });
    await page.goto(`${stage.url}/searches?status=open`);
    await page.locator('main tbody a').first().click();
    await page.waitForURL(/\/searches\/[0-9a-f-]{36}/);
    const address = `${page.url().split('?')[0]}?tab=activity`;
    await page.goto(address);
    await log();
    await until(() => text.evaluate((box) => box === document.activeElement));
    await page.keyboard.type(note);

    await page.keyboard.press('Escape');
    await page.goto(`${stage.url}/clients`);
    await page.goto(address);
    await log();
    await page.getByText('Your draft is back').waitFor();
    expect(await text.inputValue()).toBe(note);

    await page.getByRole('button', { name: 'Log it' }).click();
    await page.getByText(/It counts as progress/).waitFor();
    await log();
    await text.waitFor();
    expect(await text.inputValue()).toBe('');
    expect(await page.getByText('Your draft is back').count()).toBe(0);
  });

  it('is told that it is offline and what is not saved, and loses none of it', async () => {
    const page = await stage.open(LOGINS.consultant);
    const [name = ''] = await openBoard(stage, page, 'Sourced');
    await card(page, name).getByRole('link', { name }).focus();

    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await page.keyboard.press('m');
    await page.keyboard.press('2');
    await page.getByText('1 change not saved yet').waitFor();
    await page.context().setOffline(false);

    await page.getByText('You are offline.').waitFor({ state: 'detached' });
    await page.waitForLoadState('networkidle');
    await page.reload();
    await card(column(page, 'Contacted'), name).waitFor();
  });

  it('loses no change that waits when the page is loaded anew', async () => {
    const page = await stage.open(LOGINS.consultant);
    const [name = ''] = await openBoard(stage, page, 'Sourced');
    await card(page, name).getByRole('link', { name }).focus();
    // for the page alone: without a network it could not be loaded again
    await page.evaluate(() => window.dispatchEvent(new Event('offline')));
    await page.getByText('You are offline.').waitFor();
    await page.keyboard.press('m');
    await page.keyboard.press('2');
    await page.getByText('1 change not saved yet').waitFor();
    let asked = '';
    page.once('dialog', (dialog) => {
      asked = dialog.type();
      void dialog.accept();
    });

    await page.reload();

    await page.getByText('1 change made while you were offline is saved.').waitFor();
    await card(column(page, 'Contacted'), name).waitFor();
    expect(asked).toBe('beforeunload');
    await page.reload();
    await card(column(page, 'Contacted'), name).waitFor();
    expect(await page.getByText('made while you were offline').count()).toBe(0);
  });

  it('narrows and sorts a list, chooses its columns, and saves it as a view that a colleague finds', async () => {
    const page = await stage.open(LOGINS.partner);
    await page.goto(`${stage.url}/candidates`);
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('combobox', { name: 'Layer' }).click();
    await page.getByRole('option', { name: 'Research', exact: true }).click();
    await page.keyboard.press('Escape');
    const chip = page.getByRole('button', { name: 'Take away Layer: Research' });
    await chip.waitFor();
    await page.getByRole('button', { name: 'Location' }).click();
    await page
      .locator('[role=columnheader][aria-sort=ascending], th[aria-sort=ascending]')
      .getByText('Location')
      .waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Background' }).uncheck();
    await page.getByRole('checkbox', { name: 'Source' }).check();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: 'Source' }).waitFor();
    const asked = Object.fromEntries(new URL(page.url()).searchParams);
    await page.getByRole('button', { name: 'Export' }).click();
    const [workbook] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.getByRole('menuitem', { name: 'Excel' }).click(),
    ]);
    const [inWorkbook = [], first = []] = await readSheet(fs.readFileSync(await workbook.path()));
    expect(workbook.suggestedFilename()).toBe('candidates.xlsx');
    expect(inWorkbook).toEqual(['Name', 'Title', 'Employer', 'City', 'Country', 'Layer', 'Source', 'Active in']);
    expect(first.slice(5, 6)).toEqual(['Research']);
    await page.getByRole('row').nth(1).getByText(String(first[0])).waitFor();

    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('menuitem', { name: 'Save this view…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save this view' });
    await dialog.getByLabel('Name').fill('Researchers by city');
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Save the view' }).click();
    await page.getByRole('button', { name: 'View: Researchers by city' }).waitFor();
    const heads = await page.getByRole('columnheader').allInnerTexts();

    const colleague = await stage.open(LOGINS.researcher);
    await colleague.goto(`${stage.url}/candidates`);
    await colleague.getByRole('button', { name: 'Views' }).click();
    await colleague.getByRole('menuitem', { name: 'Researchers by city' }).click();
    await colleague.getByRole('button', { name: 'Take away Layer: Research' }).waitFor();
    expect(asked).toEqual({ layer: 'research', sort: 'city', columns: 'place.layer.source.active' });
    expect(await colleague.getByRole('columnheader').allInnerTexts()).toEqual(heads);
  });

  it('draws of a long list what is in sight, keeps the focus, and prints all of it', async () => {
    const page = await stage.open(LOGINS.consultant);
    await page.goto(`${stage.url}/candidates`);
    const rows = page.locator('main tbody tr[data-index]');
    const long = page.getByRole('table', { name: 'Candidates' }).and(page.locator('[aria-rowcount]'));
    await rows.first().waitFor();
    await until(async () => {
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      return (await long.count()) === 1;
    });
    const loaded = Number(await long.getAttribute('aria-rowcount')) - 1;
    const drawn = await rows.count();
    await rows.last().getByRole('checkbox').focus();
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

    await page.evaluate(() => window.scrollTo(0, 0));
    await page.locator('main tbody tr[aria-rowindex="2"]').waitFor();

    expect([loaded > 100, drawn < 80]).toEqual([true, true]);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(focused);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await rows.count()).toBeGreaterThanOrEqual(loaded);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await until(async () => (await rows.count()) < 80);
    await page.keyboard.press('Control+f');
    expect(await rows.count()).toBeGreaterThanOrEqual(loaded);

    const [{ people } = { people: 0 }] = await stage.query<{ people: number }>(
      'select least(count(*), 1000)::int as people from candidate where erased_at is null',
    );
    await page.getByRole('checkbox', { name: 'Select all that are shown' }).check();
    const bar = page.getByRole('region', { name: 'Selected rows' });
    await bar.getByText(/^\d+ people selected$/).waitFor();
    await bar.getByRole('button', { name: /^Select (all|the first) [\d,]+ that match$/ }).click();
    await bar.getByText(new RegExp(`^${people.toLocaleString('en').replace(',', ',?')} people selected$`)).waitFor();
  });

  it('sees what somebody else has saved of a brief before saving over it', async () => {
    const page = await stage.open(LOGINS.partner);
    const [search] = await stage.query<{ id: string }>(
      `select s.id from search s where s.status = 'open' and not s.confidential order by s.ref limit 1`,
    );
    await page.goto(`${stage.url}/searches/${search?.id}?tab=brief`);
    await page.getByRole('button', { name: /^(Edit the criteria|Write the first criterion)$/ }).click();
    await page.getByRole('textbox', { name: 'Criterion 1' }).fill('Has run clusters of a thousand GPUs');
    const address = `${stage.url}/api/searches/${search?.id}`;
    const { version } = (await (await page.request.get(address)).json()) as { version: number };
    const theirs = [{ text: 'Speaks to regulators', kind: 'governance', mustHave: true }];
    const saved = await page.request.patch(address, {
      data: { version, criteria: theirs },
      headers: { origin: stage.url },
    });

    await page.getByRole('button', { name: 'Save the brief' }).click();

    const note = page.getByRole('alert').filter({ hasText: 'Someone else has saved the brief meanwhile' });
    await note.getByText('Speaks to regulators').waitFor();
    expect(saved.status()).toBe(200);
    expect(await barriers(page)).toEqual([]);
    await note.getByRole('button', { name: 'Keep theirs' }).click();
    await page.getByText('Speaks to regulators').waitFor();
    expect(await page.getByRole('textbox', { name: 'Criterion 1' }).count()).toBe(0);
  });

  it('filters a board whatever the accents, and finds the filter there after a reload', async () => {
    const page = await stage.open(LOGINS.consultant);
    const [name = ''] = await openBoard(stage, page, 'Sourced');
    const filter = page.getByRole('textbox', { name: 'Filter people' });
    const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
    const cards = page.locator('[data-card]');

    await filter.fill(plain);
    await until(async () => (await cards.count()) === 1);
    await page.reload();

    await card(page, name).waitFor();
    expect([await filter.inputValue(), await cards.count()]).toEqual([plain, 1]);
  });
});
