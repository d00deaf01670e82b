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

describe('a partner who is asked to forget somebody', () => {
  it('sees what would go, types the name, and gets a proof', async () => {
    const [person] = await stage.query<{ id: string; name: string }>(
      `select p.id, p.name from candidate p join candidacy c on c.firm_id = p.firm_id and c.candidate_id = p.id
       join search s on s.firm_id = c.firm_id and s.id = c.search_id and not s.confidential
       where c.outcome is null order by p.id limit 1`,
    );
    const { id, name } = person!;
    await partner.goto(`${stage.url}/candidates/${id}`);
    await partner.getByRole('button', { name: `Data of ${name}` }).click();
    await partner.getByRole('menuitem', { name: 'Erase this person…' }).click();
    const dialog = partner.getByRole('dialog', { name: `Erase ${name}` });
    await dialog.getByRole('table', { name: 'What is erased' }).getByText('Record of the candidate').waitFor();
    if (process.env.SHOTS) await partner.screenshot({ path: `${process.env.SHOTS}/erase.png` });
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
    await partner.getByRole('heading', { name: 'Proof of an erasure' }).waitFor();
    if (process.env.SHOTS) await partner.screenshot({ path: `${process.env.SHOTS}/proof.png` });

    expect(await partner.locator('main').innerText()).not.toContain(name);
    await partner.goto(`${stage.url}/candidates/${id}`);
    await partner.getByRole('heading', { name: 'Erased person' }).waitFor();
  });
});
