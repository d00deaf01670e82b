import { Readable } from 'node:stream';
import { createTransport, type NodemailerError, type SendMailOptions } from 'nodemailer';
import { failpoint } from '../failpoints/failpoints.js';
import type { DeliveryGate, DeliveryResult, Mail, MailSettings, MailTransport, OwedMail } from './mailer.types.js';

/** nodemailer's own defaults wait for minutes, and ten minutes for a silent socket. */
const TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, dnsTimeout: 5_000, socketTimeout: 20_000 };
/** Errors about this very mail. A failed login or a wrong certificate is not: it says nothing about the mail. */
const ABOUT_THE_MAIL = new Set<string | undefined>(['EENVELOPE', 'EMESSAGE']);

interface GatedOptions extends SendMailOptions {
  gate?: () => Promise<void>;
}

export class SmtpTransport implements MailTransport {
  readonly name = 'smtp';
  readonly idempotentSeconds = null;
  private readonly transport;

  constructor(
    private readonly settings: MailSettings,
    private readonly deadlineMs: number,
  ) {
    this.transport = createTransport({
      ...TIMEOUTS,
      url: settings.SMTP_URL,
      pool: true,
      maxConnections: settings.MAIL_CONNECTIONS,
      requireTLS: settings.SMTP_REQUIRE_TLS === 'yes',
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    // The pool pipes the message into the socket only after 354; a stream that waits to be read is therefore the one
    // place that knows the moment. Its error message does not: before MAIL and after the final dot it reads the same.
    this.transport.use('stream', (mail, done) => {
      const { gate } = mail.data as GatedOptions;
      if (gate) mail.message.processFunc((body) => opened(body, gate));
      done();
    });
  }

  async sendNow(mail: Mail): Promise<void> {
    const signal = AbortSignal.timeout(this.deadlineMs);
    await this.transport.sendMail({ from: this.settings.MAIL_FROM, ...mail, signal });
  }

  async deliver({ attachments, ...mail }: OwedMail, gate: DeliveryGate): Promise<DeliveryResult> {
    let bodyLeft = false;
    const options: GatedOptions = {
      from: this.settings.MAIL_FROM,
      ...mail,
      ...(attachments ? { attachments: [...attachments] } : {}),
      signal: AbortSignal.timeout(this.deadlineMs),
      gate: async () => {
        await gate.beforeData();
        bodyLeft = true;
      },
    };
    try {
      const { response } = await this.transport.sendMail(options);
      return { kind: 'accepted', response };
    } catch (error) {
      return resultOf(error as NodemailerError, bodyLeft);
    }
  }

  abandon(): void {
    this.transport.close({ force: true });
  }

  close(): void {
    this.transport.close();
  }
}

function resultOf(error: NodemailerError, bodyLeft: boolean): DeliveryResult {
  const response = error.response ?? error.message;
  if (ABOUT_THE_MAIL.has(error.code) && error.permanent !== undefined) {
    return error.permanent ? { kind: 'refused', response } : { kind: 'deferred', response };
  }
  return bodyLeft ? { kind: 'unknown', reason: error.message } : { kind: 'unsent', reason: error.message };
}

/** The body, behind a gate that opens when somebody starts to read it. */
function opened(body: Readable, gate: () => Promise<void>): Readable {
  return Readable.from(
    (async function* () {
      await gate();
      for await (const chunk of body) {
        yield chunk;
        await failpoint('mail.body_under_way');
      }
    })(),
    { objectMode: false },
  );
}
