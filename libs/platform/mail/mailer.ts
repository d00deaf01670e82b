import { Readable } from 'node:stream';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type NodemailerError, type SendMailOptions } from 'nodemailer';
import { Config } from '../config/config.js';
import type { DeliveryGate, DeliveryResult, Mail, OwedMail } from './mailer.types.js';

/** How many mails one process hands over at the same time. */
export const MAIL_CONNECTIONS = 8;
/** No attempt lasts longer than this, whatever the server does; leases must be longer than twice this. */
export const MAIL_DEADLINE_MS = 45_000;

/** nodemailer's own defaults wait for minutes, and ten minutes for a silent socket. */
const TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, dnsTimeout: 5_000, socketTimeout: 20_000 };
/** Errors about this very mail. A failed login or a wrong certificate is not: it says nothing about the mail. */
const ABOUT_THE_MAIL = new Set<string | undefined>(['EENVELOPE', 'EMESSAGE']);

interface GatedOptions extends SendMailOptions {
  gate?: () => Promise<void>;
}

@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport;
  private readonly from: string;

  constructor(config: Pick<Config, 'SMTP_URL' | 'SMTP_REQUIRE_TLS' | 'MAIL_FROM'>) {
    this.from = config.MAIL_FROM;
    this.transport = createTransport({
      ...TIMEOUTS,
      url: config.SMTP_URL,
      pool: true,
      maxConnections: MAIL_CONNECTIONS,
      requireTLS: config.SMTP_REQUIRE_TLS === 'yes',
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

  /** For mails somebody waits for, such as a password reset. Fails when the mail server does not take it. */
  async sendNow(mail: Mail): Promise<void> {
    await this.transport.sendMail({ from: this.from, ...mail, signal: AbortSignal.timeout(MAIL_DEADLINE_MS) });
  }

  /** One attempt at an owed mail. Never fails; says what is known afterwards. */
  async deliver(mail: OwedMail, gate: DeliveryGate): Promise<DeliveryResult> {
    let bodyLeft = false;
    const options: GatedOptions = {
      from: this.from,
      ...mail,
      signal: AbortSignal.timeout(MAIL_DEADLINE_MS),
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

  /** Gives up on deliveries in progress, so that a silent mail server cannot hold up a shutdown. */
  abandon(): void {
    this.transport.close({ force: true });
  }

  onApplicationShutdown(): void {
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
      yield* body;
    })(),
    { objectMode: false },
  );
}
