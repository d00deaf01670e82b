import { createHmac } from 'node:crypto';
import supertest from 'supertest';
import { newId } from '@app/platform/database/id.js';
import { addBounce } from '../../apps/cli/src/commands/bounce.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { runCommand } from '../lib/command.js';
import { openTestApi, type TestApi } from './api.js';

const SECRET = `whsec_${Buffer.from('a secret of the tests').toString('base64')}`;

let api: TestApi;
let firm: TestFirm;
beforeAll(async () => {
  api = await openTestApi({ MAIL_WEBHOOK_SECRET: SECRET });
});
beforeEach(async () => {
  firm = await aFirm(api.dataSource);
});
afterAll(async () => {
  await api.close();
  delete process.env.MAIL_WEBHOOK_SECRET;
});

interface SentMail {
  id: string;
  messageId: string;
  providerId: string;
}

/** A mail to the consultant that the mail server accepted, or perhaps did. */
async function aMail(state: 'sent' | 'uncertain' = 'sent'): Promise<SentMail> {
  const [id, providerId] = [newId(), newId()];
  const messageId = `<em.${id}@firm.example>`;
  await api.dataSource.query(
    `insert into delivery (firm_id, id, form, recipient_id, message_id, due_at, not_before, state, transport, provider_id)
     values ($1, $2, 'notices', $3, $4, now(), now(), $5, 'resend', $6)`,
    [firm.id, id, firm.users.consultant.id, messageId, state, providerId],
  );
  return { id, messageId, providerId };
}

async function mailLog() {
  const { body } = await api.request(firm.cookie('partner')).get('/api/mail-log').expect(200);
  return body.items as Record<string, unknown>[];
}

/** How often mails to somebody of this firm were held back. */
async function heldBack(): Promise<number> {
  const [row] = await api.dataSource.query<[{ count: number }]>(
    `select count(*)::int as count from audit_entry where firm_id = $1 and action = 'deliveries.mail_held_back'`,
    [firm.id],
  );
  return row.count;
}

describe('events of the mail provider', () => {
  interface Signing {
    secret?: string;
    secondsAgo?: number;
    version?: string;
  }

  function signatureOf(body: string, { secret = SECRET, secondsAgo = 0, version = 'v1' }: Signing = {}) {
    const moment = String(Math.floor(Date.now() / 1_000) - secondsAgo);
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signature = createHmac('sha256', key).update(`msg_1.${moment}.${body}`).digest('base64');
    return { 'svix-id': 'msg_1', 'svix-timestamp': moment, 'svix-signature': `${version},${signature}` };
  }
  /** As the provider does: from no page and without a session. */
  const post = (body: string, headers: Record<string, string>, to = api) =>
    supertest(to.app.getHttpServer())
      .post('/api/mail-events')
      .set({ 'content-type': 'application/json', ...headers })
      .send(body);
  const tell = (event: object, signing?: Signing) => {
    const body = JSON.stringify(event);
    return post(body, signatureOf(body, signing));
  };
  const bounced = ({ id }: Pick<SentMail, 'id'>, type = 'Permanent') => ({
    type: 'email.bounced',
    data: { tags: { mail: `em-${id}` }, bounce: { type, message: 'no such mailbox' } },
  });

  it('mark a mail as come back and hold back further ones, once however often they come', async () => {
    const mail = await aMail();

    const answers = [await tell(bounced(mail)), await tell(bounced(mail))];

    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(await mailLog()).toMatchObject([
      {
        id: mail.id,
        state: 'failed',
        bouncedAt: expect.any(String),
        bounceReason: 'Permanent: no such mailbox',
        suppression: { reason: 'an email to this address came back' },
      },
    ]);
    expect(await heldBack()).toBe(1);
  });

  it('hold back nobody whose mailbox is only full', async () => {
    const mail = await aMail();

    await tell(bounced(mail, 'Transient')).expect(204);

    expect(await mailLog()).toMatchObject([{ state: 'failed', suppression: null }]);
  });

  it('hold mails back from who called one spam, which stays sent', async () => {
    const { providerId } = await aMail();

    await tell({ type: 'email.complained', data: { email_id: providerId } }).expect(204);

    expect(await mailLog()).toMatchObject([
      { state: 'sent', suppression: { reason: 'the recipient called an email spam' } },
    ]);
  });

  describe('after somebody allowed mails again', () => {
    async function allowAgain(): Promise<void> {
      const [mail] = await mailLog();
      const { id } = mail?.['suppression'] as { id: string };
      await api.request(firm.cookie('partner')).delete(`/api/mail-log/suppressions/${id}`).expect(204);
    }
    const isHeld = async () => (await mailLog()).some(({ suppression }) => suppression !== null);
    const aMinuteAgo = () => new Date(Date.now() - 60_000).toISOString();

    it.each<[string, () => object, Signing]>([
      ['replayed as it was', () => ({ created_at: aMinuteAgo() }), { secondsAgo: 60 }],
      ['told once more, with a new signature', () => ({ created_at: aMinuteAgo() }), { secondsAgo: -60 }],
      ['told with the moment as Postgres writes it', () => ({ created_at: aMinuteAgo().replace('Z', '+00:00') }), {}],
      ['without its moment, which is that of the signature', () => ({}), { secondsAgo: 60 }],
    ])('hold back nobody for what happened before: %s', async (_, momentOf, signing) => {
      const event = { ...bounced(await aMail()), ...momentOf() };
      await tell(event, { secondsAgo: 60 }).expect(204);
      await allowAgain();

      await tell(event, signing).expect(204);

      expect(await isHeld()).toBe(false);
      expect(await heldBack()).toBe(1);
    });

    it.each<[string, () => object]>([
      ['what happened since', () => ({ created_at: new Date().toISOString() })],
      ['what was signed since, where its moment is missing', () => ({})],
      ...['yesterday', '42', '2026-13-45T99:00:00Z', '+275760-09-13T00:00:00Z', '', 42, null, { at: 1 }].map(
        (moment): [string, () => object] => [
          `what was signed since, where its moment is ${JSON.stringify(moment)}`,
          () => ({ created_at: moment }),
        ],
      ),
    ])('hold back again for %s', async (_, momentOf) => {
      await tell({ ...bounced(await aMail()), created_at: aMinuteAgo() }).expect(204);
      await allowAgain();

      const event = { ...bounced(await aMail()), ...momentOf() };
      await tell(event, { secondsAgo: -60 }).expect(204);

      expect(await isHeld()).toBe(true);
      expect(await heldBack()).toBe(2);
    });

    it('hold back nobody for having called an earlier mail spam', async () => {
      const { providerId } = await aMail();
      const complained = { type: 'email.complained', created_at: aMinuteAgo(), data: { email_id: providerId } };
      await tell(complained).expect(204);
      await allowAgain();

      await tell(complained).expect(204);

      expect(await isHeld()).toBe(false);
    });

    it('hold back an address that nobody allowed again', async () => {
      await tell({ ...bounced(await aMail()), created_at: aMinuteAgo() }).expect(204);
      await allowAgain();
      await api.dataSource.query(`update firm_user set email = 'new-' || email where firm_id = $1`, [firm.id]);

      await tell({ ...bounced(await aMail()), created_at: aMinuteAgo() }).expect(204);

      expect(await isHeld()).toBe(true);
    });
  });

  it('settle a mail nobody knew of, when it arrived', async () => {
    const { providerId } = await aMail('uncertain');

    await tell({ type: 'email.delivered', data: { email_id: providerId } }).expect(204);

    expect(await mailLog()).toMatchObject([{ state: 'sent', actions: { resend: false } }]);
  });

  it.each([
    ['a mail that is not ours', () => bounced({ id: newId() })],
    ['something we do not listen to', ({ id }: SentMail) => ({ ...bounced({ id }), type: 'email.opened' })],
    ['nothing', () => ({})],
  ])('about %s are taken and change nothing', async (_, eventOf) => {
    const mail = await aMail();

    await tell(eventOf(mail)).expect(204);

    expect(await mailLog()).toMatchObject([{ state: 'sent', bouncedAt: null, suppression: null }]);
  });

  it.each<[string, (body: string) => [string, Record<string, string>]]>([
    ['without a signature', (body) => [body, {}]],
    ['signed by somebody else', (body) => [body, signatureOf(body, { secret: 'whsec_c29tZWJvZHkgZWxzZQ==' })]],
    ['changed on the way', (body) => [`${body} `, signatureOf(body)]],
    ['replayed after five minutes', (body) => [body, signatureOf(body, { secondsAgo: 301 })]],
    ['from the future', (body) => [body, signatureOf(body, { secondsAgo: -302 })]],
    [
      'with a moment put in later',
      (body) => [
        body,
        { ...signatureOf(body, { secondsAgo: 600 }), 'svix-timestamp': String(Math.floor(Date.now() / 1_000)) },
      ],
    ],
    ['signed in a way we do not know', (body) => [body, signatureOf(body, { version: 'v2' })]],
  ])('are refused in one sentence: %s', async (_, forge) => {
    const mail = await aMail();

    const { status, body } = await post(...forge(JSON.stringify(bounced(mail))));

    expect({ status, code: body.code, detail: body.detail }).toEqual({
      status: 401,
      code: 'event_not_signed',
      detail: 'This event is not signed by the email provider, or is older than five minutes.',
    });
    expect(await mailLog()).toMatchObject([{ state: 'sent', suppression: null }]);
  });

  it('are refused before they are read when they are no JSON or too long', async () => {
    const [broken, long] = ['{"type":', JSON.stringify({ type: 'x'.repeat(2 * 1024 * 1024) })];

    expect((await post(broken, signatureOf(broken))).status).toBe(400);
    expect((await post(long, signatureOf(long))).status).toBe(413);
  });

  it('have no address where no secret is set', async () => {
    delete process.env.MAIL_WEBHOOK_SECRET;
    const without = await openTestApi();
    const body = JSON.stringify(bounced(await aMail()));

    const { status } = await post(body, signatureOf(body), without);

    await without.close();
    expect(status).toBe(404);
    expect(await mailLog()).toMatchObject([{ state: 'sent' }]);
  });
});

describe('a bounce message piped into the command line', () => {
  const noticeOf = (messageId: string, status = '5.1.1') =>
    Buffer.from(
      [
        'From: Mail Delivery System <mailer-daemon@mx.example>',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        'MIME-Version: 1.0',
        '',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example',
        '',
        `Action: ${status.startsWith('4') ? 'delayed' : 'failed'}`,
        `Status: ${status}`,
        'Diagnostic-Code: smtp; 550 no such mailbox here',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: ${messageId}`,
        '--b--',
        '',
      ].join('\r\n'),
    );
  const bounce = (input: Buffer[], ...words: string[]) => runCommand([addBounce], ['bounce', ...words], input);

  it('marks the mail as failed and holds back further ones, once however often it is piped in', async () => {
    const mail = await aMail();
    const notice = noticeOf(mail.messageId);
    const halves = [notice.subarray(0, 333), notice.subarray(333)];

    const answers = [await bounce(halves), await bounce([notice], '--json')];

    expect(answers).toEqual([
      { status: 0, printed: 'The email is marked as failed.\n', complained: '' },
      { status: 0, printed: '{"outcome":"failed"}\n', complained: '' },
    ]);
    expect(await mailLog()).toMatchObject([
      {
        state: 'failed',
        bounceReason: '5.1.1 smtp; 550 no such mailbox here',
        suppression: { reason: 'an email to this address came back' },
      },
    ]);
    expect(await heldBack()).toBe(1);
  });

  it.each<[string, (mail: SentMail) => Buffer[], number, string]>([
    [
      'a mail that is still being tried',
      ({ messageId }) => [noticeOf(messageId, '4.4.1')],
      0,
      'The mail server is still trying; nothing was changed.',
    ],
    [
      'a mail of somebody else',
      () => [noticeOf('<em.1@elsewhere.example>')],
      0,
      'The notice is not about an email of ours.',
    ],
    [
      'an answer of a person',
      () => [Buffer.from('Subject: Re: your mail\r\n\r\nI am away until Monday.')],
      1,
      'This is not a delivery status notification (RFC 3464), or it does not say which email it is about.',
    ],
    [
      'nothing at all',
      () => [],
      1,
      'This is not a delivery status notification (RFC 3464), or it does not say which email it is about.',
    ],
  ])('says in one sentence what it makes of %s, and changes nothing', async (_, inputOf, status, sentence) => {
    const mail = await aMail();

    const answer = await bounce(inputOf(mail));

    expect(answer).toEqual({ status, printed: `${sentence}\n`, complained: '' });
    expect(await mailLog()).toMatchObject([{ state: 'sent', bouncedAt: null, suppression: null }]);
  });

  it('is refused with a word too many, and without a database', async () => {
    const usage = await bounce([], '--from', 'a-file');
    const { DATABASE_URL } = process.env;
    process.env.DATABASE_URL = 'postgres://nobody:secret@127.0.0.1:9/searchlight';
    const alone = await bounce([noticeOf('<em.1@firm.example>')]);
    process.env.DATABASE_URL = DATABASE_URL;

    expect(usage).toMatchObject({ status: 2, printed: '' });
    expect(usage.complained).toContain("unknown option '--from'");
    expect(alone).toMatchObject({ status: 3, printed: '' });
    expect(alone.complained).toMatch(/^Cannot reach the database at 127\.0\.0\.1:9\/searchlight: /);
    expect(alone.complained).not.toContain('secret');
  });
});
