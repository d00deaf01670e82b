import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { MailServer, type Fault } from '../../../test/lib/mail-server.js';
import { Config } from '../config/config.js';
import { Mailer } from './mailer.js';
import type { DeliveryResult, OwedMail } from './mailer.types.js';
import { SmtpTransport } from './smtp-transport.js';

const mail: OwedMail = {
  to: { name: 'Ada Partner', address: 'ada@firm.example' },
  subject: '2 flags need you',
  html: '<p>Look</p>',
  text: 'Look',
  messageId: '<em.1@firm.example>',
};

describe('handing a mail to a mail server that may misbehave', () => {
  let server: MailServer;
  let mailer: Mailer;
  let opened: number;
  const gate = { beforeData: async () => void (opened += 1) };

  beforeEach(async () => {
    server = await MailServer.start();
    mailer = aMailer({ SMTP_URL: server.url });
    opened = 0;
  });

  afterEach(async () => {
    mailer.abandon();
    await server.stop();
  });

  it('reports an accepted mail with the answer of the server', async () => {
    const result = await mailer.deliver(mail, gate);

    expect(result).toEqual({ kind: 'accepted', response: expect.stringMatching(/^250/) });
    expect(server.received).toMatchObject([{ to: 'ada@firm.example', messageId: '<em.1@firm.example>' }]);
  });

  it('writes a name on one line of the head, whatever stands in it', async () => {
    const to = { name: 'Ada\r\nBcc: evil@evil.example\u2028Partner\0', address: 'ada@firm.example' };
    const { messageId: _, ...soon } = mail;

    await mailer.deliver({ ...mail, to, replyTo: to }, gate);
    await mailer.sendNow({ ...soon, to });

    const heads = server.received.map(({ source }) => source.slice(0, source.indexOf('\r\n\r\n')));
    const line = '"Ada Bcc: evil@evil.example Partner" <ada@firm.example>';
    expect(heads.map((head) => /^To: (.*)\r$/m.exec(head)?.[1])).toEqual([line, line]);
    expect(/^Reply-To: (.*)\r$/m.exec(heads[0] ?? '')?.[1]).toBe(line);
  });

  it.each<[Fault, DeliveryResult['kind'], number, number]>([
    // fault, what we know, times the gate opened, mails the server has
    ['cut at MAIL', 'unsent', 0, 0],
    ['451 at RCPT', 'deferred', 0, 0],
    ['550 at RCPT', 'refused', 0, 0],
    ['cut in DATA', 'unknown', 1, 0],
    ['451 after DATA', 'deferred', 1, 0],
    ['550 after DATA', 'refused', 1, 0],
    ['cut before 250', 'unknown', 1, 1],
  ])('after "%s" says %s', async (fault, kind, gates, received) => {
    server.plan(fault);

    const result = await mailer.deliver(mail, gate);

    expect(result.kind).toBe(kind);
    expect(opened).toBe(gates);
    expect(server.received).toHaveLength(received);
  });

  it.each<[Fault, number]>([
    ['hang at DATA', 0],
    ['hang before 250', 1],
  ])('does not know whether a mail given up on at "%s" arrived', async (fault, received) => {
    server.plan(fault);
    const delivering = mailer.deliver(mail, gate);
    await until(() => opened === 1 && server.received.length === received);

    mailer.abandon();

    expect((await delivering).kind).toBe('unknown');
  });

  it.each<[string, DeliveryResult['kind'], string[]]>([
    // the last thing the server heard, what we know, the conversation until then
    ['nothing', 'unsent', []],
    ['EHLO', 'unsent', ['EHLO']],
    ['MAIL', 'unsent', ['EHLO', 'MAIL']],
    ['RCPT', 'unsent', ['EHLO', 'MAIL', 'RCPT']],
    ['DATA', 'unsent', ['EHLO', 'MAIL', 'RCPT', 'DATA']],
    ['body', 'unknown', ['EHLO', 'MAIL', 'RCPT', 'DATA', '354', 'gate', 'body']],
  ])('gives up on a server that falls silent after %s, in time, and says %s', async (after, kind, heard) => {
    const seen: string[] = [];
    const raw = await scriptedServer(seen, after);
    const transport = new SmtpTransport(settingsOf({ SMTP_URL: raw.url }), 500);
    const began = Date.now();

    const result = await transport.deliver(mail, { beforeData: async () => void seen.push('gate') });

    expect(result.kind).toBe(kind);
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(seen.filter((what) => what !== 'closed')).toEqual(heard);
    transport.abandon();
    raw.stop();
  });

  it('opens the gate only after the server asked for the body', async () => {
    const seen: string[] = [];
    const raw = await scriptedServer(seen);
    const client = aMailer({ SMTP_URL: raw.url });

    await client.deliver(mail, { beforeData: async () => void seen.push('gate') });

    expect(seen).toEqual(['EHLO', 'MAIL', 'RCPT', 'DATA', '354', 'gate', 'body']);
    client.abandon();
    raw.stop();
  });

  it('lets no byte of the body leave when the gate stays shut', async () => {
    const seen: string[] = [];
    const raw = await scriptedServer(seen);
    const client = aMailer({ SMTP_URL: raw.url });

    const result = await client.deliver(mail, {
      beforeData: async () => {
        throw new Error('somebody else holds the lease');
      },
    });

    expect(result).toEqual({ kind: 'unsent', reason: 'somebody else holds the lease' });
    await until(() => seen.includes('closed'));
    expect(seen).toEqual(['EHLO', 'MAIL', 'RCPT', 'DATA', '354', 'closed']);
    client.abandon();
    raw.stop();
  });

  it('delivers the next mail after a refused one', async () => {
    server.plan('550 at RCPT', null);

    const results = [await mailer.deliver(mail, gate), await mailer.deliver(mail, gate)];

    expect(results.map(({ kind }) => kind)).toEqual(['refused', 'accepted']);
  });

  it('reports a mail server that is not there as unsent', async () => {
    await server.stop();

    expect((await mailer.deliver(mail, gate)).kind).toBe('unsent');
    expect(opened).toBe(0);
  });

  it('demands TLS unless told otherwise', async () => {
    const strict = aMailer({ SMTP_URL: server.url, SMTP_REQUIRE_TLS: 'yes' });

    expect((await strict.deliver(mail, gate)).kind).toBe('unsent');
    expect(server.envelopes).toEqual([]);
    strict.abandon();
  });

  it('tells the caller of an urgent mail when it was not taken', async () => {
    server.plan('550 at RCPT');

    await expect(mailer.sendNow(mail)).rejects.toThrow('550');
    await mailer.sendNow(mail);
    expect(server.received).toHaveLength(1);
  });
});

const settingsOf = (settings: Partial<Config>): Config =>
  Object.assign(new Config(), { SMTP_REQUIRE_TLS: 'no', MAIL_FROM: 's@firm.example' }, settings);
const aMailer = (settings: Partial<Config>): Mailer => new Mailer(settingsOf(settings));

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Notes the order of things on the wire; takes the whole conversation but never more than one mail, or falls silent. */
async function scriptedServer(seen: string[], silentAfter?: string): Promise<{ url: string; stop: () => void }> {
  const answers: Record<string, string> = { EHLO: '250 hello', MAIL: '250 ok', RCPT: '250 ok', DATA: '354 go on' };
  const server = net.createServer((socket) => {
    let inBody = false;
    if (silentAfter !== 'nothing') socket.write('220 ready\r\n');
    socket.on('error', () => undefined);
    socket.on('close', () => seen.push('closed'));
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      if (inBody) {
        if (!seen.includes('body')) seen.push('body');
        if (silentAfter !== 'body' && text.endsWith('\r\n.\r\n')) socket.write('250 taken\r\n');
        return;
      }
      const verb = text.slice(0, 4);
      seen.push(verb);
      if (verb === silentAfter) return;
      inBody = verb === 'DATA';
      // a pause before 354, so that a body read too early would show
      setTimeout(() => {
        if (inBody) seen.push('354');
        socket.write(`${answers[verb] ?? '502 no'}\r\n`);
      }, 20);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => void server.close() };
}
