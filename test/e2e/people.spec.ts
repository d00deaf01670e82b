import fs from 'node:fs';
import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { LOGINS } from '../../tools/lib/demo-firm.mjs';
import { barriers, setStage, type Stage } from './stage.js';

jest.setTimeout(150_000);
let stage: Stage;
let partner: Page;
beforeAll(async () => {
  stage = await setStage();
  partner = await stage.open(LOGINS.partner);
}, 240_000);
afterAll(() => stage?.close());

const somebody = async (): Promise<{ id: string; name: string }> => {
  const [person] = await stage.query<{ id: string; name: string }>(
    `select p.id, p.name from candidate p join candidacy c on c.firm_id = p.firm_id and c.candidate_id = p.id
     join search s on s.firm_id = c.firm_id and s.id = c.search_id and not s.confidential
     where c.outcome is null order by p.id limit 1`,
  );
  return person!;
};

describe('a partner who is asked what is held about somebody', () => {
  it('downloads what they may see, and is told that it is that', async () => {
    const { id, name } = await somebody();
    await partner.goto(`${stage.url}/candidates/${id}`);
    await partner.getByRole('button', { name: `Data of ${name}` }).click();
    const item = partner.getByRole('menuitem', { name: /^Download what we hold/ });
    await item.getByText('It contains what you may see.').waitFor();
    if (process.env.SHOTS) await partner.screenshot({ path: `${process.env.SHOTS}/download.png` });
    expect(await barriers(partner)).toEqual([]);
    const [download] = await Promise.all([partner.waitForEvent('download'), item.click()]);

    const held = JSON.parse(fs.readFileSync(await download.path(), 'utf8'));
    expect([held.person.id, held.extent]).toEqual([
      id,
      expect.stringContaining('what the person who made it is allowed to see'),
    ]);
  });
});

describe('a partner who is asked to forget somebody', () => {
  it('sees what would go, types the name, and gets a proof', async () => {
    const { id, name } = await somebody();
    await partner.goto(`${stage.url}/candidates/${id}`);
    await partner.getByRole('button', { name: `Data of ${name}` }).click();
    await partner.getByRole('menuitem', { name: 'Erase this person…' }).click();
    const dialog = partner.getByRole('dialog', { name: `Erase ${name}` });
    await dialog.getByRole('table', { name: 'What is erased' }).getByText('Record of the candidate').waitFor();
    expect(await barriers(partner)).toEqual([]);
    await dialog.getByLabel('Type their name to confirm').fill('Somebody Else');
    await dialog.getByRole('button', { name: 'Erase', exact: true }).click();
    await dialog.getByText(`Type “${name}”.`).waitFor();
    await dialog.getByLabel('Type their name to confirm').fill(name);
    const answer = partner.waitForResponse(
      (one) => one.request().method() === 'POST' && one.url().endsWith('/erasures'),
    );
    await dialog.getByRole('button', { name: 'Erase', exact: true }).click();
    expect((await answer).status()).toBe(201);
    await partner.getByRole('heading', { name: 'Proof of erasure' }).waitFor();

    expect(await partner.locator('main').innerText()).not.toContain(name);
    await partner.goto(`${stage.url}/candidates/${id}`);
    await partner.getByRole('heading', { name: 'Erased person' }).waitFor();
  });
});

describe('a colleague', () => {
  it('is invited by mail, joins by its link, and is signed out the moment an admin says that they have left', async () => {
    const admin = await stage.open(LOGINS.admin);
    await admin.goto(`${stage.url}/settings/people`);
    await admin.getByRole('button', { name: 'Invite a colleague' }).click();
    const invite = admin.getByRole('dialog', { name: 'Invite a colleague' });
    await invite.getByLabel('Name').fill('Maja Newcomer');
    await invite.getByLabel('Email').fill('maja.newcomer@searchlight.example');
    await invite.getByRole('button', { name: 'Send the invitation' }).click();
    await admin.getByText('Maja Newcomer').first().waitFor();

    const mail = await stage.arrived(({ to }) => to.includes('maja.newcomer@searchlight.example'));
    expect(mail.subject).toBe('Your invitation to Searchlight');
    const maja = await stage.open();
    await maja.goto(/http\S+invitation\?token=\S+/.exec(mail.text)?.[0] ?? '');
    await maja.getByLabel('Choose a password').fill('password1234');
    await maja.getByRole('button', { name: 'Join' }).click();
    await maja.getByRole('alert').waitFor();
    await maja.getByLabel('Choose a password').fill('four herons over the weir');
    expect(await barriers(maja)).toEqual([]);
    await maja.getByRole('button', { name: 'Join' }).click();
    await maja.getByRole('navigation', { name: 'Rooms' }).waitFor();

    await admin.reload();
    await admin.getByRole('button', { name: /Maja Newcomer/ }).click();
    await admin.getByRole('menuitem', { name: /^Deactivate/ }).click();
    const leaving = admin.getByRole('dialog', { name: 'Deactivate Maja Newcomer' });
    await leaving.getByRole('combobox', { name: 'Who takes over' }).waitFor();
    expect(await barriers(admin)).toEqual([]);
    await leaving.getByRole('button', { name: 'Deactivate and hand over' }).click();
    await admin.getByRole('heading', { name: 'No longer here' }).waitFor();

    await maja.goto(`${stage.url}/searches`);
    await maja.getByRole('button', { name: 'Sign in' }).waitFor();
  });
});

describe('somebody who was erased and is to be added again', () => {
  const [name, email] = ['Ines Forgotten', 'ines@forgotten.example'];
  const shot = async (page: Page, called: string) => {
    for (const width of process.env.SHOTS ? [1280, 390] : []) {
      await page.setViewportSize({ width, height: 900 });
      const shown = page.getByRole('radio').last();
      if (await shown.count()) await shown.scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${process.env.SHOTS}/${called}-${width}.png` });
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  const typed = async (page: Page) => {
    await page.goto(`${stage.url}/candidates?add=true`);
    const dialog = page.getByRole('dialog', { name: 'Add a candidate' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Email').fill(email);
    await dialog.getByLabel('City').fill('Lisbon');
    await dialog.getByRole('button', { name: 'Add the candidate' }).click();
    await dialog.getByText('asked to be forgotten').waitFor();
    expect(await dialog.getByLabel('City').inputValue()).toBe('Lisbon');
    return dialog;
  };

  it('is kept by a partner who says why, and by nobody else; the proof is found in the settings', async () => {
    const headers = { origin: stage.url };
    const post = async (path: string, data: object) =>
      (await partner.request.post(`${stage.url}/api/${path}`, { data, headers })).json();
    const { id } = await post('candidates', { name, email });
    const requestedOn = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await post('erasures', { person: { kind: 'candidate', id }, reason: 'their_request', requestedOn, confirm: name });

    const consultant = await stage.open(LOGINS.consultant);
    const refused = await typed(consultant);
    await refused.getByText('A partner can keep them again').waitFor();
    expect(await refused.getByRole('radio').count()).toBe(0);

    const asked = await typed(partner);
    expect(await asked.getByRole('radio').count()).toBe(3);
    await shot(partner, 'kept-again');
    expect(await barriers(partner)).toEqual([]);
    await asked.getByRole('radio', { name: 'It is someone else' }).check();
    await asked.getByRole('button', { name: 'Add the candidate' }).click();
    await partner.getByRole('heading', { name, exact: true }).waitFor();

    await partner.goto(`${stage.url}/settings`);
    await partner.getByRole('link', { name: 'Erasures' }).click();
    const table = partner.getByRole('table', { name: 'Erasures' });
    await table.getByRole('row', { name: id.slice(-6) }).waitFor();
    await shot(partner, 'erasures');
    expect(await barriers(partner)).toEqual([]);
    await table
      .getByRole('row', { name: id.slice(-6) })
      .getByRole('link')
      .click();
    await partner.getByRole('heading', { name: 'Proof of erasure' }).waitFor();
    await partner.getByText(id).waitFor();
  });
});

describe('a partner who selects several searches', () => {
  it('sees what a new lead would change, changes it, and has it back', async () => {
    await partner.goto(`${stage.url}/searches?status=open`);
    const boxes = partner.getByRole('checkbox', { name: /^Select (?!all)/ });
    await boxes.first().click();
    await partner.keyboard.press('Tab');
    await boxes.nth(2).click({ modifiers: ['Shift'] });
    const bar = partner.getByRole('region', { name: 'Selected rows' });
    await bar.getByText('3 searches selected').waitFor();
    await boxes.nth(1).press('x');
    await bar.getByText('2 searches selected').waitFor();
    expect(await barriers(partner)).toEqual([]);
    if (process.env.SHOTS) await partner.screenshot({ path: `${process.env.SHOTS}/selected.png` });

    await bar.getByRole('button', { name: 'Change the lead' }).click();
    const dialog = partner.getByRole('dialog', { name: 'Change the lead of 2 searches' });
    const [consultant] = await stage.query<{ name: string }>('select name from firm_user where email = $1', [
      LOGINS.researcher,
    ]);
    const leads = () =>
      stage.query(`select count(*)::int from search s join firm_user u on u.firm_id = s.firm_id and u.id = s.lead_user_id
                   where u.email = '${LOGINS.researcher}'`);
    const before = await leads();
    await dialog.getByLabel('New lead').click();
    await partner.getByRole('option', { name: consultant?.name ?? '', exact: true }).click();
    await dialog.getByText('2 searches will get the new lead.').waitFor();
    expect(await barriers(partner)).toEqual([]);
    if (process.env.SHOTS) await partner.screenshot({ path: `${process.env.SHOTS}/leads.png` });
    await dialog.getByRole('button', { name: 'Change 2' }).click();
    await partner.getByText('2 searches changed.').waitFor();
    expect(await leads()).not.toEqual(before);

    await partner.getByRole('button', { name: 'Undo' }).click();
    await partner.getByText('2 searches led as before.').waitFor();
    expect(await leads()).toEqual(before);
  });

  it('does so by touch', async () => {
    const phone = await stage.open(LOGINS.partner, { phone: true });
    await phone.goto(`${stage.url}/searches`);
    await phone
      .getByRole('checkbox', { name: /^Select (?!all)/ })
      .first()
      .tap();
    await phone.getByRole('region', { name: 'Selected rows' }).getByText('1 search selected').waitFor();
    expect(await barriers(phone)).toEqual([]);
    if (process.env.SHOTS) await phone.screenshot({ path: `${process.env.SHOTS}/selected-phone.png` });
    await phone.getByRole('button', { name: 'Change the lead' }).tap();
    await phone.getByRole('dialog', { name: 'Change the lead of 1 search' }).waitFor();
    await phone.context().close();
  });
});
