import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { LOGINS, PASSWORD } from '../../tools/lib/demo-firm.mjs';
import { barriers, setStage, signIn, type Mail, type Stage } from './stage.js';

jest.setTimeout(150_000);
let stage: Stage;
let partner: Page;
let consultant: Page;
beforeAll(async () => {
  stage = await setStage();
  await oweHealth(LOGINS.partner);
  partner = await stage.open(LOGINS.partner);
  consultant = await stage.open(LOGINS.consultant);
}, 240_000);
afterAll(() => stage?.close());

/** The Monday email, whatever day the tests run on. */
async function oweHealth(email: string): Promise<void> {
  const id = randomUUID();
  await stage.query(
    `with mail as (
       insert into delivery (firm_id, id, form, recipient_id, message_id, due_at, not_before)
       select firm_id, $1, 'pipeline_health', id, $2, now(), now() from firm_user where email = $3
       returning firm_id, id, recipient_id)
     insert into reminder (firm_id, id, kind, recipient_id, subject_type, subject_id, occurrence_key, due_at, mode, delivery_id)
     select firm_id, gen_random_uuid(), 'pipeline_health', recipient_id, 'user', recipient_id, 'monday/e2e', now(), 'own', id
     from mail`,
    [id, `<em.${id}@searchlight.example>`, email],
  );
}

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(`${stage.url}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
}
const choice = (page: Page, kind: string, mode: string): Locator =>
  page.getByRole('radiogroup', { name: kind }).getByRole('radio', { name: mode });
const choose = (page: Page, kind: string, mode: string): Promise<void> =>
  page.getByRole('radiogroup', { name: kind }).getByText(mode, { exact: true }).click();
const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save', exact: true }).click();

const isHealth = ({ to, text }: Mail): boolean => to.includes(LOGINS.partner) && text.includes('/unsubscribe?token=');
/** The places a mail leads to, as its text part spells them. */
const linksOf = (mail: Mail, path: RegExp): string[] =>
  (mail.text.match(/http\S+/g) ?? []).filter((link) => path.test(link));

describe('notification settings', () => {
  it('are chosen by kind and time, told what is wrong with them, and stay', async () => {
    const page = consultant;
    await visit(page, '/settings/notifications');
    await choose(page, 'Tasks', 'At once');
    await choose(page, 'Closing windows', 'Off');
    await page.getByLabel('Quiet from').fill('21:30');
    await page.getByLabel('Quiet until').fill('06:45');
    await page.getByLabel('Digest at').fill('');
    await save(page);
    await page.getByText('Enter a time such as 07:30.').waitFor();
    const refused = await barriers(page);
    const mailLog = page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Email log' });

    await page.getByLabel('Digest at').fill('08:15');
    await save(page);

    await page.getByText('Saved. It applies from the next mail.').waitFor();
    await visit(page, '/settings/notifications');
    const times = ['Digest at', 'Quiet from', 'Quiet until'].map((label) => page.getByLabel(label).inputValue());
    expect(await Promise.all(times)).toEqual(['08:15', '21:30', '06:45']);
    expect(await choice(page, 'Tasks', 'At once').isChecked()).toBe(true);
    expect(await choice(page, 'Closing windows', 'Off').isChecked()).toBe(true);
    expect(refused).toEqual([]);
    expect(await mailLog.count()).toBe(0);
  });

  it('changed in another window meanwhile are not saved over, and what was chosen stays', async () => {
    const [page, other] = [consultant, await consultant.context().newPage()];
    await Promise.all([visit(page, '/settings/notifications'), visit(other, '/settings/notifications')]);
    await other.getByLabel('Digest at').fill('09:00');
    await save(other);
    await other.getByText('Saved. It applies from the next mail.').waitFor();
    await other.close();
    await choose(page, 'Check-ins', 'Off');

    await save(page);

    await page.getByRole('alert', { name: 'Changed elsewhere' }).waitFor();
    expect(await choice(page, 'Check-ins', 'Off').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Show the current settings' }).click();
    await page.getByRole('alert', { name: 'Changed elsewhere' }).waitFor({ state: 'detached' });
    expect(await page.getByLabel('Digest at').inputValue()).toBe('09:00');
  });
});

describe('the Monday email', () => {
  it('is stopped from the mail without signing in, and opening the link alone changes nothing', async () => {
    const mail = await stage.arrived(isHealth);
    const [link = ''] = linksOf(mail, /\/unsubscribe\?/);
    const reader = await stage.open();
    await reader.goto(link);
    await reader.getByText('You get the Monday email. Do you want to stop it?').waitFor();
    await visit(partner, '/settings/notifications');
    const opened = await choice(partner, 'Monday email', 'On').isChecked();

    await reader.getByRole('button', { name: 'Stop the Monday email' }).click();

    await reader.getByText(/^You no longer get the Monday email/).waitFor();
    await visit(partner, '/settings/notifications');
    expect(opened).toBe(true);
    expect(await choice(partner, 'Monday email', 'Off').isChecked()).toBe(true);
    expect(await barriers(reader)).toEqual([]);

    await reader.getByRole('button', { name: 'Undo: send it again' }).click();
    await reader.getByText('You get the Monday email. Do you want to stop it?').waitFor();
    await reader.goto(`${link.slice(0, -1)}!`);
    await reader.getByText(/^This link is incomplete/).waitFor();
    await reader.context().close();
  });

  it('is stopped by the one click of a mail program (RFC 8058)', async () => {
    const [link = ''] = linksOf(await stage.arrived(isHealth), /\/unsubscribe\?/);
    await visit(partner, '/settings/notifications');
    const before = await choice(partner, 'Monday email', 'On').isChecked();

    const { status } = await fetch(link, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });

    await visit(partner, '/settings/notifications');
    expect({ before, status }).toEqual({ before: true, status: 200 });
    expect(await choice(partner, 'Monday email', 'Off').isChecked()).toBe(true);
  });
});

describe('a partner', () => {
  it('follows a link of a mail signed out, signs in, and is where it leads', async () => {
    const mail = await stage.arrived(({ to, text }) => to.includes(LOGINS.partner) && /\/searches\/\S+\?/.test(text));
    const [link = ''] = linksOf(mail, /\/searches\/\S+\?/);
    const reader = await stage.open();

    await reader.goto(link);
    await signIn(reader, LOGINS.partner, PASSWORD);

    await reader.getByRole('dialog').getByRole('heading', { level: 2 }).waitFor();
    expect(reader.url()).toBe(link);
    expect(mail.subject).not.toMatch(/simulated/i);
    await reader.context().close();
  });

  it('reads what there was to hear of, and marks it as seen', async () => {
    const room = partner.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: /^Reminders/ });
    await visit(partner, '/reminders');
    const fresh = partner.locator('main li[data-new="true"]');
    const first = (await fresh.first().textContent()) ?? '';
    const before = await room.textContent();
    const found = await barriers(partner);

    await fresh
      .first()
      .getByRole('button', { name: /^Mark as seen/ })
      .click();

    await partner.locator('main li[data-new="false"]').first().waitFor();
    await visit(partner, '/reminders');
    expect(Number(/\d+/.exec((await room.textContent()) ?? '')?.[0])).toBe(Number(/\d+/.exec(before ?? '')?.[0]) - 1);
    expect(first).toContain(await partner.locator('main li[data-new="false"] a').first().textContent());
    expect(found).toEqual([]);
  });

  it('looks an email up in the email log and reads what the mail server said', async () => {
    await visit(partner, '/settings/mail-log');
    await partner.getByRole('combobox', { name: 'Kind' }).click();
    await partner.getByRole('option', { name: 'Monday pipeline health' }).click();
    await partner.getByRole('button', { name: /^Sent \d/ }).click();
    await partner.getByRole('cell', { name: 'Monday pipeline health' }).first().waitFor();
    await partner.waitForURL(/kind=pipeline_health/);
    const kinds = await partner.getByRole('table', { name: 'Emails' }).locator('td:nth-child(3)').allTextContents();

    await partner
      .getByRole('button', { name: /^Details/ })
      .first()
      .click();

    const attempts = partner.getByRole('dialog').getByRole('table', { name: 'Attempts' });
    await attempts.getByRole('cell', { name: /^250/ }).waitFor();
    expect([...new Set(kinds)]).toEqual(['Monday pipeline health']);
    expect(await barriers(partner)).toEqual([]);
  });

  it('decides, asked twice, that a mail nobody knows of goes out once more', async () => {
    const [lost] = await stage.query<{ message_id: string }>(
      `update delivery set state = 'uncertain', response = 'the connection was lost'
       where form = 'pipeline_health' and state = 'sent' returning message_id`,
    );
    await stage.query(`delete from reminder_preference where kind = 'pipeline_health'`);
    await visit(partner, '/settings/mail-log?state=uncertain');
    await partner.getByRole('button', { name: /^Details/ }).click();
    const drawer = partner.getByRole('dialog');
    await drawer.getByRole('button', { name: 'Send it again' }).click();
    await drawer.getByText(/gets it twice/).waitFor();
    const asked = await barriers(partner);

    await drawer.getByRole('button', { name: 'Yes, send it again' }).click();

    const copy = await stage.arrived((mail) => isHealth(mail) && mail.messageId !== lost?.message_id);
    await visit(partner, '/settings/mail-log?kind=pipeline_health');
    await partner.getByRole('cell', { name: 'Monday pipeline health, sent again' }).waitFor();
    expect(copy.html).toContain('Simulated data');
    expect(asked).toEqual([]);
  });
});
