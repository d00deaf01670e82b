import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type {
  DeliveryGate,
  DeliveryResult,
  Mail,
  MailSettings,
  MailTransport,
  OwedMail,
  TransportName,
} from './mailer.types.js';
import { ResendTransport } from './resend-transport.js';
import { SmtpTransport } from './smtp-transport.js';

/** No attempt lasts longer than this, whatever the server does. */
export const MAIL_DEADLINE_MS = 45_000;

/** Every mail leaves by this; which way it goes from there is a setting. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  /** How many mails one process hands over at the same time. */
  readonly connections: number;
  private readonly transport: MailTransport;

  constructor(settings: MailSettings) {
    this.connections = settings.MAIL_CONNECTIONS;
    this.transport =
      settings.MAIL_TRANSPORT === 'resend'
        ? new ResendTransport(settings, MAIL_DEADLINE_MS)
        : new SmtpTransport(settings, MAIL_DEADLINE_MS);
  }

  get transportName(): TransportName {
    return this.transport.name;
  }

  /** For so long the same mail may be handed over again without arriving twice; null: never. */
  get idempotentSeconds(): number | null {
    return this.transport.idempotentSeconds;
  }

  /** For mails somebody waits for, such as a password reset. Fails when the mail server does not take it. */
  async sendNow(mail: Mail): Promise<void> {
    await this.transport.sendNow(addressed(mail));
  }

  /** One attempt at an owed mail. Never fails; says what is known afterwards. */
  async deliver(mail: OwedMail, gate: DeliveryGate): Promise<DeliveryResult> {
    return this.transport.deliver(addressed(mail), gate);
  }

  /** Gives up on deliveries in progress, so that a silent mail server cannot hold up a shutdown. */
  abandon(): void {
    this.transport.abandon();
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}

/** Names come from people and from files: in the head of a mail they stand on one line. */
function addressed<M extends Mail & Pick<OwedMail, 'replyTo'>>(mail: M): M {
  const onOneLine = ({ name, address }: Mail['to']): Mail['to'] => ({
    name: name.replace(BREAKS, ' ').trim(),
    address,
  });
  return { ...mail, to: onOneLine(mail.to), ...(mail.replyTo ? { replyTo: onOneLine(mail.replyTo) } : {}) };
}

const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
