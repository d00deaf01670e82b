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
    `select id from search where status = 'open' and not confidential order by id limit 1`,
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
  it('puts five people on a search in two clicks, and takes them off again', async () => {
    await consultant.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await consultant.goto(`${stage.url}/searches/${await aSearch()}`);
    const rows = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve'].map(
      (first, i) =>
        `${first} Pasted\tExample Labs ${i}\tHead of AI\t${first.toLowerCase()}@pasted.example\tBerlin\tGermany`,
    );
    let clicks = 0;
    const click = async (what: Locator): Promise<void> => {
      await what.click();
      clicks += 1;
    };
    const started = Date.now();
    await click(consultant.getByRole('button', { name: 'Paste a list' }));
    const dialog = dialogOf(consultant);
    await paste(
      consultant,
      dialog.getByLabel('List'),
      ['Name\tCompany\tTitle\tEmail\tCity\tCountry', ...rows].join('\n'),
    );
    await dialog.getByText('5 new people.').waitFor();
    await shot(consultant, 'list-five');
    expect(await barriers(consultant)).toEqual([]);
    await click(dialog.getByRole('button', { name: 'Add 5 people' }));
    await dialog.waitFor({ state: 'hidden' });
    await consultant.getByText('Cleo Pasted').first().waitFor();
    const seconds = Math.round((Date.now() - started) / 1_000);
    console.info(`five people added by paste of a list: ${clicks} clicks, ${seconds} s`);
    expect(clicks).toBe(2);

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

describe('a contact of a client', () => {
  it('has a page of their own: found by name, spoken with, put right', async () => {
    const [contact] = await stage.query<{ id: string; name: string; client: string; title: string }>(
      `select k.id, k.name, c.name as client, s.title from contact k
       join client c on c.firm_id = k.firm_id and c.id = k.client_id
       join search s on s.firm_id = k.firm_id and s.client_id = c.id and not s.confidential
       where k.role = 'decision_maker' and k.erased_at is null order by k.id, s.id limit 1`,
    );
    const { name, client, title } = contact!;
    await consultant.goto(stage.url);
    await consultant.getByRole('button', { name: /Find anything/ }).click();
    await consultant.getByPlaceholder(/^A person, a search/).fill(name);
    await consultant.locator('[data-action]').filter({ hasText: name }).filter({ hasText: client }).last().click();
    await consultant.getByRole('heading', { level: 1, name }).waitFor();
    await consultant.getByRole('link', { name: title }).first().waitFor();
    expect(await barriers(consultant)).toEqual([]);
    await shot(consultant, 'contact');

    await consultant.getByRole('button', { name: 'Log a conversation' }).click();
    const dialog = consultant.getByRole('dialog', { name: `Log a conversation with ${name}` });
    await dialog.getByLabel('What was said').fill('They want two more names by Friday (simulated)');
    await dialog.getByRole('combobox', { name: 'Search' }).click();
    await consultant.getByRole('option', { name: title }).first().click();
    await shot(consultant, 'contact-log');
    expect(await barriers(consultant)).toEqual([]);
    await dialog.getByRole('button', { name: 'Log it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await consultant.getByText('They want two more names by Friday (simulated)').waitFor();

    await consultant.getByRole('button', { name: 'Edit', exact: true }).click();
    const edit = consultant.getByRole('dialog', { name: `Edit ${name}` });
    await edit.getByLabel('Email').fill('their.new@address.example');
    await edit.getByRole('button', { name: 'Save' }).click();
    await consultant.getByRole('link', { name: 'their.new@address.example' }).waitFor();

    const phone = await stage.open(LOGINS.partner, { phone: true });
    await phone.goto(`${stage.url}/contacts/${contact!.id}`);
    await phone.getByRole('heading', { level: 1, name }).waitFor();
    await phone.getByRole('button', { name: `Data of ${name}` }).waitFor();
    await shot(phone, 'contact-phone');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await barriers(phone)).toEqual([]);
  });
});

describe('a colleague who is named in what is logged', () => {
  it('is offered by an @, marked on the timeline, and finds it among their reminders', async () => {
    const [researcher] = await stage.query<{ name: string }>('select name from firm_user where email = $1', [
      LOGINS.researcher,
    ]);
    const { name } = researcher!;
    await consultant.goto(`${stage.url}/searches/${await aSearch()}?tab=activity`);
    await consultant.getByRole('button', { name: 'Log an activity' }).click();
    const text = consultant.getByLabel('What was said');
    await text.pressSequentially(`Please call them, @${name.slice(0, 3)}`);
    await consultant.getByRole('option', { name }).waitFor();
    await shot(consultant, 'mention');
    expect(await barriers(consultant)).toEqual([]);
    await text.press('Enter');
    expect(await text.inputValue()).toBe(`Please call them, @${name} `);
    await text.pressSequentially('today');
    await consultant.getByRole('button', { name: 'Log it' }).click();
    await consultant
      .locator('b', { hasText: `@${name}` })
      .first()
      .waitFor();
    await shot(consultant, 'mention-timeline');

    const mail = await stage.arrived(
      ({ to, text: words }) => to.includes(LOGINS.researcher) && words.includes('mentioned you'),
    );
    expect(mail.subject).not.toContain(name);
    const mentioned = await stage.open(LOGINS.researcher);
    await mentioned.goto(`${stage.url}/reminders`);
    await mentioned
      .getByRole('link', { name: /mentioned you/ })
      .first()
      .click();
    await mentioned.getByText(`Please call them, @${name} today`).waitFor();
  });
});

it('who is selected among the candidates is put on a search, and taken off again', async () => {
  const searchId = await aSearch();
  const [search] = await stage.query<{ ref: string }>('select ref from search where id = $1', [searchId]);
  const there = async (): Promise<number> =>
    (await stage.query('select 1 from candidacy where search_id = $1 and outcome is null', [searchId])).length;
  const before = await there();
  await consultant.goto(`${stage.url}/candidates?active=false`);
  const boxes = consultant.getByRole('checkbox', { name: /^Select (?!all)/ });
  await boxes.first().click();
  await boxes.nth(1).click();
  await consultant.getByRole('button', { name: 'Put on a search' }).click();
  const dialog = consultant.getByRole('dialog', { name: 'Put 2 people on a search' });
  await dialog.getByRole('combobox', { name: 'Search' }).fill(search?.ref ?? '');
  await consultant.getByRole('option', { name: new RegExp(search?.ref ?? '') }).click();
  await dialog.getByText('2 people will begin in the first stage of the search.').waitFor();
  expect(await barriers(consultant)).toEqual([]);
  await shot(consultant, 'put-on-search');

  await dialog.getByRole('button', { name: 'Add 2 people' }).click();
  await consultant.getByText('2 people added to the search.').waitFor();
  expect(await there()).toBe(before + 2);

  await consultant.getByRole('button', { name: 'Undo' }).click();
  await consultant.getByText('2 people taken off the search.').waitFor();
  expect(await there()).toBe(before);
});
