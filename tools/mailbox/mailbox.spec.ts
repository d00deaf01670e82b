import { createTransport } from 'nodemailer';
import { startMailbox } from './mailbox.mjs';

describe('the mailbox', () => {
  let box: Awaited<ReturnType<typeof startMailbox>>;

  beforeEach(async () => {
    box = await startMailbox();
    const transport = createTransport(box.smtpUrl);
    await transport.sendMail({
      from: 'searchlight@firm.example',
      to: 'ada@firm.example',
      subject: 'A <search> needs you',
      html: '<p>Look <script>alert(1)</script></p>',
      text: 'Look',
    });
    transport.close();
  });

  afterEach(() => box.stop());

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
});
