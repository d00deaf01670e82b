import { createHmac } from 'node:crypto';
import type { Actor } from '@app/identity/identity.types.js';
import { MailProvider } from '../lib/mail-provider.js';
import { type OwnDatabase, ownDatabase } from '../lib/own-database.js';
import { aMailingFirm, aSender, type MailingFirm } from '../lib/reminders.js';
import { afterEachCommit } from './one-connection.js';

const SECRET = `whsec_${Buffer.from('only-for-tests-only-for-tests').toString('base64')}`;

let own: OwnDatabase;
let firm: MailingFirm;
let provider: MailProvider;
let sender: Awaited<ReturnType<typeof aSender>>;

beforeAll(async () => {
  own = await ownDatabase();
});
afterAll(() => own.drop());

beforeEach(async () => {
  firm = await aMailingFirm(own.url);
  provider = await MailProvider.start();
  sender = await aSender(own.url, firm.server.url, {
    MAIL_TRANSPORT: 'resend',
    MAIL_API_URL: provider.url,
    MAIL_API_KEY: 're_simulated',
    MAIL_WEBHOOK_SECRET: SECRET,
  });
  await firm.dataSource.query('delete from mail_suppression');
});
afterEach(async () => {
  await sender.stop();
  await provider.stop();
  await firm.stop();
});

const owed = async (): Promise<void> => {
  await firm.flaggedSearch();
  await firm.plannedAndDue();
};
const deliver = async (): Promise<void> => {
  await firm.fallDue();
  await sender.deliveries.deliverDue({ limit: 10 });
};
const rows = () =>
  firm.dataSource.query(
    'select id, message_id, state, mail, key_started_at, provider_id, bounced_at, resend_of, fence from delivery order by id',
  );
const partner = (): Actor => ({ firmId: firm.firm.id, userId: null, role: 'partner' });

describe('with a provider that knows idempotency keys', () => {
  it('nothing stays uncertain: a lost answer is asked for again, with the same words, and one mail went out', async () => {
    await owed();
    provider.plan('accepted, answer lost', '500', null);

    await deliver();
    expect(await rows()).toMatchObject([{ state: 'pending', mail: { subject: expect.any(String) } }]);
    // what the mail would say by now has changed
    await firm.dataSource.query(`update firm_user set name = 'Another Name' where firm_id = $1`, [firm.firm.id]);
    await deliver();
    await deliver();

    expect(await rows()).toMatchObject([
      { state: 'sent', mail: null, key_started_at: null, provider_id: 'simulated-1' },
    ]);
    expect(provider.sent).toHaveLength(1);
    expect(provider.contradictions).toBe(0);
    const [attempts] = (await sender.mailLog.list(partner(), {}, {})).items.map((item) => item.attempts);
    expect(attempts?.map(({ result }) => result)).toEqual(['unknown', 'unknown', 'accepted']);
  });

  it('a sender that died after its request is followed by one that asks again', async () => {
    await owed();
    provider.plan('accepted, answer hangs');
    const delivering = deliver();
    while (provider.sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));

    await firm.leasesRunOut();
    await sender.deliveries.releaseExpired();
    const second = await aSender(own.url, firm.server.url, {
      MAIL_TRANSPORT: 'resend',
      MAIL_API_URL: provider.url,
      MAIL_API_KEY: 're_simulated',
    });
    await firm.fallDue();
    await second.deliveries.deliverDue({ limit: 10 });
    sender.mailer.abandon();
    await delivering;
    await second.stop();

    expect(await rows()).toMatchObject([{ state: 'sent', fence: 2 }]);
    expect(provider.sent).toHaveLength(1);
  });

  it('is uncertain once the provider has forgotten the key', async () => {
    await owed();
    provider.plan('accepted, answer lost');
    await deliver();
    await firm.dataSource.query(`update delivery set key_started_at = now() - interval '23 hours 1 minute'`);

    expect(await sender.deliveries.releaseExpired()).toEqual({ pending: 0, uncertain: 1 });
    expect(await rows()).toMatchObject([{ state: 'uncertain', mail: null }]);
  });

  it('a mail the provider may have is not handed to another way out', async () => {
    await owed();
    provider.plan('accepted, answer lost');
    await deliver();

    await firm.fallDue();
    await firm.deliver();

    expect(firm.server.received).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'pending' }]);
  });

  it('starts afresh when the provider certainly did not take it', async () => {
    await owed();
    provider.plan('429 quota');

    await deliver();

    expect(await rows()).toMatchObject([{ state: 'pending', mail: null, key_started_at: null }]);
  });
});

describe('what a person decides on an uncertain mail', () => {
  beforeEach(async () => {
    await owed();
    firm.server.plan('cut in DATA');
    await firm.deliver();
  });

  const only = async () => (await sender.mailLog.list(partner(), { state: 'uncertain' }, {})).items[0]?.id ?? '';

  it('send it again: a new mail takes over what was to be told', async () => {
    const old = await only();

    const next = await sender.mailLog.resend(partner(), old);
    await firm.deliver();

    expect(next).toMatchObject({ state: 'pending', resendOf: old, kinds: ['flag_raised'] });
    expect(firm.server.received).toHaveLength(1);
    await expect(sender.mailLog.resend(partner(), old)).rejects.toThrow(
      'Somebody has already decided about this email.',
    );
    await expect(sender.mailLog.resend(partner(), next.id)).rejects.toThrow('The mail server accepted this email');
    expect(await sender.mailLog.figures(partner())).toMatchObject({
      counts: { uncertain: 0, sent: 1 },
      oldestDueAt: null,
    });
    const audited = await firm.dataSource.query(
      `select action, detail from audit_entry where firm_id = $1 and action like 'deliveries.%'`,
      [firm.firm.id],
    );
    expect(audited).toEqual([{ action: 'deliveries.resent', detail: { resendOf: old } }]);
  });

  it('it arrived, whatever becomes of it next', async () => {
    const id = await only();
    afterEachCommit(() => firm.dataSource.query(`update delivery set bounced_at = now() where id = $1`, [id]));

    const item = await sender.mailLog.arrived(partner(), id);

    expect(item).toMatchObject({ state: 'sent', bouncedAt: null, actions: { resend: false, arrived: false } });
  });

  it('is for partners and admins', async () => {
    await expect(sender.mailLog.list({ ...partner(), role: 'consultant' }, {}, {})).rejects.toThrow(
      'Only partners and admins',
    );
  });
});

describe('a mail that comes back', () => {
  const notice = (messageId: string, status: string): Buffer =>
    Buffer.from(
      [
        'From: MAILER-DAEMON@mx.example',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'Your mail could not be delivered.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example',
        '',
        'Final-Recipient: rfc822; somebody@firm.example',
        `Action: ${status.startsWith('4') ? 'delayed' : 'failed'}`,
        `Status: ${status}`,
        'Diagnostic-Code: smtp; 550 no such',
        ' mailbox here',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: ${messageId}`,
        '--b--',
        '',
      ].join('\r\n'),
    );
  const sent = async (): Promise<{ id: string; message_id: string }> => {
    await owed();
    await firm.deliver();
    return (await rows())[0];
  };
  const again = async (): Promise<void> => {
    await firm.dataSource.query(`update delivery set due_at = now() - interval '1 hour'`);
    await owed();
    await firm.deliver();
  };

  it('for good, by a notice: it has failed, and no other mail goes there until somebody allows it', async () => {
    const mail = await sent();

    expect(await sender.bounces.takeNotice(notice(mail.message_id, '5.1.1'))).toBe('failed');
    await again();

    const { items } = await sender.mailLog.list(partner(), {}, {});
    expect(items).toMatchObject([
      { state: 'failed', bouncedAt: null, response: 'emails to this address are held back' },
      { state: 'failed', bouncedAt: expect.any(Date), bounceReason: '5.1.1 smtp; 550 no such mailbox here' },
    ]);
    expect(firm.server.received).toHaveLength(1);

    await sender.mailLog.lift(partner(), items[0]?.suppression?.id ?? '');
    await again();
    expect(firm.server.received).toHaveLength(2);
  });

  it('holds nothing back by a notice about a mail from before somebody allowed it again', async () => {
    const before = await sent();
    await sender.bounces.takeNotice(notice(before.message_id, '5.1.1'));
    const [held] = (await sender.mailLog.list(partner(), {}, {})).items;
    await sender.mailLog.lift(partner(), held?.suppression?.id ?? '');

    expect(await sender.bounces.takeNotice(notice(before.message_id, '5.1.1'))).toBe('failed');
    await again();

    expect(firm.server.received).toHaveLength(2);
  });

  it('holds back again by a notice about a mail sent since', async () => {
    const before = await sent();
    await sender.bounces.takeNotice(notice(before.message_id, '5.1.1'));
    const [held] = (await sender.mailLog.list(partner(), {}, {})).items;
    await sender.mailLog.lift(partner(), held?.suppression?.id ?? '');
    await again();

    const since = (await rows()).at(-1);
    await sender.bounces.takeNotice(notice(since.message_id, '5.1.1'));

    expect((await sender.mailLog.list(partner(), {}, {})).items[0]?.suppression).not.toBeNull();
  });

  it('holds nothing back once the person has another address', async () => {
    const mail = await sent();
    await sender.bounces.takeNotice(notice(mail.message_id, '5.1.1'));
    await firm.dataSource.query(`update firm_user set email = 'new-' || email where firm_id = $1`, [firm.firm.id]);

    await again();

    expect(firm.server.received).toHaveLength(2);
  });

  it.each([
    ['5.2.2', 'failed', 'failed'],
    ['4.4.1', 'delayed', 'sent'],
  ])('with status %s is %s and holds back nobody', async (status, outcome, state) => {
    const mail = await sent();

    expect(await sender.bounces.takeNotice(notice(mail.message_id, status))).toBe(outcome);

    expect((await sender.mailLog.list(partner(), {}, {})).items).toMatchObject([{ state, suppression: null }]);
  });

  it('that is not ours, or no bounce at all, changes nothing', async () => {
    expect(await sender.bounces.takeNotice(notice('<em.1@elsewhere.example>', '5.1.1'))).toBe('unknown_mail');
    expect(await sender.bounces.takeNotice(Buffer.from('Subject: hello\r\n\r\nI am away.'))).toBe('not_a_bounce');
  });

  it('at once, because the address is refused, has bounced too', async () => {
    await owed();
    firm.server.nextFault = () => '550 5.1.1 at RCPT';
    await firm.deliver();

    expect((await sender.mailLog.list(partner(), {}, {})).items).toMatchObject([
      { state: 'failed', bouncedAt: expect.any(Date), suppression: { reason: 'an email to this address came back' } },
    ]);
  });
});

describe('events of the provider', () => {
  const signed = (event: object, moment = Date.now() / 1_000, secret = SECRET) => {
    const body = Buffer.from(JSON.stringify(event));
    const seconds = String(Math.floor(moment));
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signature = createHmac('sha256', key).update(`msg_1.${seconds}.`).update(body).digest('base64');
    return [
      body,
      { 'svix-id': 'msg_1', 'svix-timestamp': seconds, 'svix-signature': `v1,AAAA v1,${signature}` },
    ] as const;
  };
  const bounced = (id: string) => ({
    type: 'email.bounced',
    data: { email_id: 'unheard-of', tags: { mail: `em-${id}` }, bounce: { type: 'Permanent', message: 'no such box' } },
  });

  it('mark a mail as come back, found by its id or its tag', async () => {
    await owed();
    await deliver();
    const [{ id }] = await rows();

    expect(await sender.bounces.takeEvent(...signed(bounced(id)))).toBe('taken');

    expect(await rows()).toMatchObject([{ state: 'failed', bounced_at: expect.any(Date) }]);
  });

  it('settle an uncertain mail that arrived', async () => {
    await owed();
    await deliver();
    await firm.dataSource.query(`update delivery set state = 'uncertain'`);

    const event = { type: 'email.delivered', data: { email_id: 'simulated-1' } };
    expect(await sender.bounces.takeEvent(...signed(event))).toBe('taken');

    expect(await rows()).toMatchObject([{ state: 'sent' }]);
  });

  it('are refused when they are not signed, signed by another, or replayed', async () => {
    await owed();
    await deliver();
    const [{ id }] = await rows();
    const [body, headers] = signed(bounced(id));
    const other = `whsec_${Buffer.from('somebody-else-somebody-else').toString('base64')}`;
    const old = Date.now() / 1_000 - 301;

    const outcomes = [
      await sender.bounces.takeEvent(body, {}),
      await sender.bounces.takeEvent(Buffer.concat([body, Buffer.from(' ')]), headers),
      await sender.bounces.takeEvent(...signed(bounced(id), Date.now() / 1_000, other)),
      await sender.bounces.takeEvent(...signed(bounced(id), old)),
      await firm.sender.bounces.takeEvent(body, headers),
    ];

    expect(outcomes).toEqual(['not_signed', 'not_signed', 'not_signed', 'not_signed', 'not_configured']);
    expect(await rows()).toMatchObject([{ state: 'sent' }]);
  });
});
