import { MailProvider, type ProviderFault } from '../../../test/lib/mail-provider.js';
import { Config } from '../config/config.js';
import { Mailer } from './mailer.js';
import type { DeliveryResult, OwedMail } from './mailer.types.js';

const mail: OwedMail = {
  to: { name: 'Ada "the" Partner', address: 'ada@firm.example' },
  subject: '2 flags need you',
  html: '<p>Look</p>',
  text: 'Look',
  messageId: '<em.0190a000-0000-7000-8000-000000000001@firm.example>',
  headers: { 'Auto-Submitted': 'auto-generated' },
  attachments: [{ filename: 'a.ics', contentType: 'text/calendar', content: Buffer.from('BEGIN') }],
  replyTo: { name: 'Lead', address: 'lead@firm.example' },
};

describe('handing a mail to a provider with idempotency keys', () => {
  let provider: MailProvider;
  let mailer: Mailer;
  let gates: number;
  const gate = { beforeData: async () => void (gates += 1) };

  beforeEach(async () => {
    provider = await MailProvider.start();
    mailer = new Mailer(
      Object.assign(new Config(), {
        MAIL_TRANSPORT: 'resend',
        MAIL_API_URL: provider.url,
        MAIL_API_KEY: 're_simulated',
        MAIL_FROM: 'Searchlight <s@firm.example>',
      }),
    );
    gates = 0;
  });

  afterEach(async () => {
    mailer.abandon();
    await provider.stop();
  });

  it('sends everything a mail is made of, once for each key', async () => {
    const first = await mailer.deliver(mail, gate);
    const second = await mailer.deliver(mail, gate);

    expect(first).toEqual({ kind: 'accepted', response: '200 accepted as simulated-1', providerId: 'simulated-1' });
    expect(second).toEqual(first);
    expect(provider.sent.map(({ key }) => key)).toEqual(['em.0190a000-0000-7000-8000-000000000001@firm.example']);
    expect(provider.requests[0]?.authorization).toBe('Bearer re_simulated');
    expect(JSON.parse(provider.sent[0]?.body ?? '')).toEqual({
      from: 'Searchlight <s@firm.example>',
      to: ['"Ada \\"the\\" Partner" <ada@firm.example>'],
      subject: '2 flags need you',
      html: '<p>Look</p>',
      text: 'Look',
      reply_to: '"Lead" <lead@firm.example>',
      headers: { 'Auto-Submitted': 'auto-generated', 'Message-ID': mail.messageId },
      tags: [{ name: 'mail', value: 'em-0190a000-0000-7000-8000-000000000001' }],
      attachments: [{ filename: 'a.ics', content_type: 'text/calendar', content: 'QkVHSU4=' }],
    });
  });

  it.each<[ProviderFault, DeliveryResult['kind'], number]>([
    // fault, what we know, mails that went out
    ['cut before reading', 'unknown', 0],
    ['accepted, answer lost', 'unknown', 1],
    ['500', 'unknown', 0],
    ['503, accepted', 'unknown', 1],
    ['429 quota', 'unsent', 0],
    ['401', 'unsent', 0],
    ['422', 'refused', 0],
  ])('after "%s" says %s', async (fault, kind, sent) => {
    provider.plan(fault);

    const result = await mailer.deliver(mail, gate);

    expect(result.kind).toBe(kind);
    expect(gates).toBe(1);
    expect(provider.sent).toHaveLength(sent);
  });

  it('learns the lost answer by asking again, and one mail went out', async () => {
    provider.plan('accepted, answer lost', '503, accepted', null);

    const kinds = [];
    for (let i = 0; i < 3; i += 1) kinds.push((await mailer.deliver(mail, gate)).kind);

    expect(kinds).toEqual(['unknown', 'unknown', 'accepted']);
    expect(provider.sent).toHaveLength(1);
    expect(provider.contradictions).toBe(0);
  });

  it('waits the second that a provider over its rate asks for', async () => {
    provider.plan('429', null);

    expect((await mailer.deliver(mail, gate)).kind).toBe('accepted');
    expect(provider.requests).toHaveLength(2);
  });

  it('says how long a provider over its quota wants to be left alone', async () => {
    provider.plan('429 quota');

    expect(await mailer.deliver(mail, gate)).toMatchObject({ kind: 'unsent', retryAfterSeconds: 7_200 });
  });

  it('asks nobody when the gate stays shut', async () => {
    const result = await mailer.deliver(mail, {
      beforeData: async () => {
        throw new Error('somebody else holds the lease');
      },
    });

    expect(result).toEqual({ kind: 'unsent', reason: 'somebody else holds the lease' });
    expect(provider.requests).toEqual([]);
  });

  it('knows that nothing left when nobody is there', async () => {
    await provider.stop();

    expect((await mailer.deliver(mail, gate)).kind).toBe('unsent');
  });

  it('does not know what became of a mail it gave up on', async () => {
    provider.plan('accepted, answer hangs');
    const delivering = mailer.deliver(mail, gate);
    while (provider.sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));

    mailer.abandon();

    expect((await delivering).kind).toBe('unknown');
  });

  it('does not open a connection for each mail', async () => {
    for (let i = 0; i < 5; i += 1) await mailer.deliver({ ...mail, messageId: `<em.${i}@firm.example>` }, gate);

    expect(new Set(provider.requests.map(({ socket }) => socket)).size).toBeLessThanOrEqual(2);
  });

  it('tells the caller of an urgent mail when it was not taken', async () => {
    provider.plan('422');

    await expect(mailer.sendNow(mail)).rejects.toThrow('422 validation_error');
    await mailer.sendNow(mail);
    expect(provider.sent).toHaveLength(1);
  });
});
