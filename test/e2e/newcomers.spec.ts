import { jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { LOGINS } from '../../tools/lib/demo-firm.mjs';
import { barriers, setStage, type Stage } from './stage.js';

jest.setTimeout(150_000);
let stage: Stage;
let consultant: Page;
beforeAll(async () => {
  stage = await setStage();
  consultant = await stage.open(LOGINS.consultant);
}, 240_000);
afterAll(() => stage?.close());

const shot = async (page: Page, called: string): Promise<void> => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${called}.png` });
};
const aSearch = async (): Promise<string> => {
  const [search] = await stage.query<{ id: string }>(
    `select s.id from search s join firm_user u on u.firm_id = s.firm_id and u.id = s.lead_user_id
     where s.status = 'open' and not s.confidential and u.email = $1 order by s.id limit 1`,
    [LOGINS.consultant],
  );
  return search!.id;
};
const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: /^Add a list of people/ });
async function paste(page: Page, into: Locator, text: string): Promise<void> {
  await into.focus();
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+V');
}

describe('a list out of a spreadsheet', () => {
  it('puts five people on a search in two clicks and under a minute, and takes them off again', async () => {
    await consultant.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await consultant.goto(`${stage.url}/searches/${await aSearch()}`);
    const rows = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve'].map(
      (first, i) =>
        `${first} Pasted\tExample Labs ${i}\tHead of AI\t${first.toLowerCase()}@pasted.example\tBerlin\tGermany`,
    );
    const started = Date.now();
    await consultant.getByRole('button', { name: 'Paste a list' }).click();
    const dialog = dialogOf(consultant);
    await paste(
      consultant,
      dialog.getByLabel('List'),
      ['Name\tCompany\tTitle\tEmail\tCity\tCountry', ...rows].join('\n'),
    );
    await dialog.getByText('5 new people.').waitFor();
    await shot(consultant, 'list-five');
    expect(await barriers(consultant)).toEqual([]);
    await dialog.getByRole('button', { name: 'Add 5 people' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await consultant.getByText('Cleo Pasted').first().waitFor();
    const seconds = Math.round((Date.now() - started) / 1_000);
    console.info(`five people added by paste of a list: 2 clicks, ${seconds} s`);
    expect(seconds).toBeLessThan(60);

    await consultant.getByRole('button', { name: 'Undo' }).click();
    await consultant.getByText('5 people taken off the search.').waitFor();
    await consultant.getByText('Cleo Pasted').waitFor({ state: 'detached' });
  });

  it('says who is known, who stands in it twice and who cannot be, keeps it over Esc, and adds the others', async () => {
    const [known] = await stage.query<{ name: string; email: string }>(
      `select p.name, p.email from candidate p where p.email is not null and p.erased_at is null
       and not exists (select 1 from candidacy c where c.firm_id = p.firm_id and c.candidate_id = p.id and c.search_id = $1)
       order by p.id limit 1`,
      [await aSearch()],
    );
    await consultant.goto(`${stage.url}/searches/${await aSearch()}`);
    await consultant.getByRole('button', { name: 'Paste a list' }).click();
    const dialog = dialogOf(consultant);
    await dialog
      .getByLabel('List')
      .fill(
        [
          'Fay Typed, fay@typed.example',
          `Known again, ${known!.email}`,
          'Fay twice, fay@typed.example',
          'Gus Wrong, 12345 no mail@',
        ].join('\n'),
      );
    await dialog.getByRole('button', { name: 'Read the list' }).click();
    await dialog.getByText(`${known!.name} is here already, with the same email.`).waitFor();
    await dialog.getByRole('combobox', { name: 'Who row 3 is' }).waitFor();
    await dialog.getByLabel('Email of row 4').fill('no mail');
    await dialog.getByLabel('Email of row 4').press('Enter');
    await dialog.getByText('The email must be an email address.').waitFor();
    await shot(consultant, 'list-judged');
    expect(await barriers(consultant)).toEqual([]);

    await consultant.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await consultant.getByRole('button', { name: 'Paste a list' }).click();
    await dialog.getByText('Your draft is back').waitFor();
    await dialog.getByRole('button', { name: 'Add 2 people' }).click();
    await consultant.getByText('2 people added to the search.').waitFor();
    // who cannot be added is still there, to be put right
    expect(await dialog.getByLabel('Name of row 1').inputValue()).toBe('Gus Wrong');
    await dialog.getByLabel('Email of row 1').fill('gus@typed.example');
    await dialog.getByLabel('Email of row 1').press('Enter');
    await dialog.getByRole('button', { name: 'Add 1 person' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await consultant.getByText('Gus Wrong').first().waitFor();
  });

  it('fits on a phone, and adds to the firm alone from the page of candidates', async () => {
    const phone = await stage.open(LOGINS.researcher, { phone: true });
    await phone.goto(`${stage.url}/candidates`);
    await phone.getByRole('button', { name: 'Paste a list' }).click();
    const dialog = dialogOf(phone);
    await dialog.getByLabel('List').fill('Hana Phone <hana@phone.example>');
    await dialog.getByRole('button', { name: 'Read the list' }).click();
    await dialog.getByText('1 new person.').waitFor();
    await shot(phone, 'list-phone');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await dialog.evaluate((node) => node.scrollWidth > node.clientWidth)).toBe(false);
    expect(await barriers(phone)).toEqual([]);
    await dialog.getByRole('button', { name: 'Add 1 person' }).click();
    await phone.getByText('1 person added.').waitFor();
    await phone.goto(`${stage.url}/candidates?q=hana+phone`);
    await phone.getByText('Hana Phone').first().waitFor();
  });
});
