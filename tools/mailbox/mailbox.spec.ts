import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { startMailbox } from './mailbox.mjs';

async function sendTo({ smtpUrl }: { smtpUrl: string }, subject = 'A <search> needs you'): Promise<void> {
  const transport = createTransport(smtpUrl);
  await transport.sendMail({
    from: 'searchlight@firm.example',
    to: 'ada@firm.example',
    subject,
    html: '<p>Look <script>alert(1)</script></p>',
    text: 'Look',
  });
  transport.close();
}

describe('the mailbox', () => {
  let box: Awaited<ReturnType<typeof startMailbox>>;

  let folder: string;

  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-mails-'));
    box = await startMailbox({ folder });
    await sendTo(box);
  });

  afterEach(async () => {
    await box.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it('keeps a mail instead of delivering it', () => {
    expect(box.messages).toMatchObject([
      { to: ['ada@firm.example'], subject: 'A <search> needs you', text: expect.stringContaining('Look') },
    ]);
  });

  it('lists it on a page, with what a sender wrote as text only', async () => {
    const page = await (await fetch(box.url)).text();

    expect(page).toContain('A &lt;search&gt; needs you');
    expect(page).not.toContain('<search>');
  });

  it('shows the mail in a frame that runs and loads nothing', async () => {
    const page = await (await fetch(`${box.url}/messages/1`)).text();
    const mail = await fetch(`${box.url}/messages/1/html`);

    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(mail.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/);
    expect(await (await fetch(`${box.url}/messages/1/source`)).text()).toMatch(/^From: searchlight@firm\.example/m);
    expect((await fetch(`${box.url}/messages/2`)).status).toBe(404);
  });

  it('still has its mails after another start, and goes on counting', async () => {
    const [before] = box.messages;
    await box.stop();
    fs.writeFileSync(path.join(folder, '2.json'), '{"id":2,"cut sho');

    box = await startMailbox({ folder });
    await sendTo(box, 'Another search needs you');

    expect(box.messages[0]).toEqual(before);
    expect(box.messages.map(({ id, subject }) => [id, subject])).toEqual([
      [1, 'A <search> needs you'],
      [2, 'Another search needs you'],
    ]);
  });
});
