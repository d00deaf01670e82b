import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { LOGINS } from '../../tools/lib/demo-firm.mjs';
import { card, column, openBoard } from './board.js';
import { barriers, setStage, type Stage } from './stage.js';

jest.setTimeout(150_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
}, 240_000);
afterAll(() => stage?.close());

const width = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
const searchOf = (page: Page): string => new URL(page.url()).pathname.split('/')[2] ?? '';

describe('a board', () => {
  it('folds a stage in which nobody stands, and opens it', async () => {
    const page = await stage.open(LOGINS.consultant);
    await openBoard(stage, page, 'Sourced');
    const placed = column(page, 'Placed');
    const folded = (await placed.boundingBox())?.width ?? 0;

    await placed.getByRole('button', { name: 'Unfold Placed' }).click();

    await placed.getByText('No one here').waitFor();
    expect(folded).toBeLessThan(60);
    expect((await placed.boundingBox())?.width ?? 0).toBeGreaterThan(150);
    expect(await barriers(page)).toEqual([]);
  });

  it('says who was faster, and where the card is now', async () => {
    const page = await stage.open(LOGINS.consultant);
    const partner = await stage.open(LOGINS.partner);
    const [name = ''] = await openBoard(stage, page, 'Sourced');
    const board = await (await partner.request.get(`${stage.url}/api/searches/${searchOf(page)}/board`)).json();
    const { user } = await (await partner.request.get(`${stage.url}/api/me`)).json();
    const moved = board.cards.find(({ candidate }: { candidate: { name: string } }) => candidate.name === name);
    const assessed = board.stages.find(({ label }: { label: string }) => label === 'Assessed');
    await page.route('**/board', (route) => route.abort());
    await partner.request.post(`${stage.url}/api/candidacies/${moved.id}/moves`, {
      data: { version: moved.version, toStageId: assessed.id },
      headers: { origin: stage.url },
    });

    await card(page, name)
      .getByRole('button', { name: `Move ${name}` })
      .click();
    await page.getByRole('menuitem', { name: /Contacted/ }).click();

    await page.unroute('**/board');
    const said = `${user.name} moved ${name} to Assessed`;
    await page.getByRole('alert').filter({ hasText: said }).waitFor();
    await page.getByRole('status').filter({ hasText: said }).waitFor({ state: 'attached' });
  });

  it('keeps whoever was placed in sight, and ends the others in one step', async () => {
    const page = await stage.open(LOGINS.partner);
    const others = await openBoard(stage, page, 'Sourced');
    const id = searchOf(page);
    const ask = async (method: 'get' | 'post', path: string, data?: object) =>
      (
        await page.request[method](`${stage.url}/api/${path}`, {
          ...(data ? { data } : {}),
          headers: { origin: stage.url },
        })
      ).json();
    const { cards } = await ask('get', `searches/${id}/board`);
    const winner = cards.find(({ allowed }: { allowed: { offer: boolean } }) => allowed.offer);
    await ask('post', `candidacies/${winner.id}/offers`, { version: winner.version });
    const { offers } = await ask('get', `candidacies/${winner.id}`);
    const out = offers.find(({ decision }: { decision: string | null }) => decision === null);
    await ask('post', `offers/${out.id}/decision`, { version: out.version, decision: 'accepted' });
    await page.reload();

    await column(page, 'Placed').getByRole('link', { name: winner.candidate.name }).waitFor();
    await page.getByRole('button', { name: 'Let them know and end all' }).click();
    const dialog = page.getByRole('dialog', { name: 'Let the others know' });
    await dialog
      .getByRole('button', { name: /^Copy the letter to / })
      .first()
      .waitFor();
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('combobox', { name: 'Why' }).click();
    await page.getByRole('option').first().click();
    await dialog.getByRole('button', { name: /^End \d+$/ }).click();

    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(/is filled/).waitFor({ state: 'detached' });
    await column(page, 'Placed').getByRole('link', { name: winner.candidate.name }).waitFor();
    expect(others.length).toBeGreaterThan(1);
    expect((await ask('get', `searches/${id}/board`)).cards).toEqual([]);
  });

  it('is used with a thumb on a phone: a card opens, is logged about and moved, and the page stays as wide as it is', async () => {
    const page = await stage.open(LOGINS.consultant, { phone: true });
    const [name = ''] = await openBoard(stage, page, 'Sourced');
    const widths = [await width(page)];
    await card(page, name).getByRole('link', { name }).tap();
    const panel = page.getByRole('dialog', { name: 'Card' });
    await panel.getByRole('button', { name: 'Log an activity' }).tap();
    await panel.getByPlaceholder('What was said, and what was agreed').fill('On the way to the airport.');
    widths.push(await width(page));
    expect(await barriers(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Log it' }).tap();
    await panel.getByText('On the way to the airport.').waitFor();
    await panel.getByRole('button', { name: 'Close the card' }).tap();
    await panel.waitFor({ state: 'hidden' });

    await card(page, name)
      .getByRole('button', { name: `Move ${name}` })
      .tap();
    await page.getByRole('menuitem', { name: /Contacted/ }).tap();

    await card(column(page, 'Contacted'), name).waitFor({ state: 'attached' });
    widths.push(await width(page));
    expect(Math.max(...widths)).toBeLessThanOrEqual(390);
  });
});
