import type { Config } from '../config/config.js';

export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  /** Travels and is logged in the clear on its way: no candidate, client or search name. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface MailAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

export interface OwedMail extends Mail {
  /** The same for every attempt, `<id@host>`; where the transport has idempotency keys, the key. */
  readonly messageId: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly attachments?: readonly MailAttachment[];
  readonly replyTo?: { readonly name: string; readonly address: string };
}

export interface DeliveryGate {
  /**
   * Runs when the body is about to leave: after the server's 354, or right before the request to a provider. If it
   * fails, no byte of the body leaves.
   */
  readonly beforeData: () => Promise<void>;
}

/** What is known of one attempt. Only `unknown` may have arrived without anybody being able to tell. */
export type DeliveryResult =
  | { readonly kind: 'accepted'; readonly response: string; readonly providerId?: string }
  /** The server said no to this mail for good. */
  | { readonly kind: 'refused'; readonly response: string }
  /** The server said "not now" to this mail. */
  | { readonly kind: 'deferred'; readonly response: string }
  /** The mail never reached the point of being handed over. */
  | { readonly kind: 'unsent'; readonly reason: string; readonly retryAfterSeconds?: number }
  /** The body was on its way when the answer was lost. */
  | { readonly kind: 'unknown'; readonly reason: string };

export type TransportName = 'smtp' | 'resend';

/** One way out of the house. */
export interface MailTransport {
  readonly name: TransportName;
  /** How long the same mail may be handed over again without arriving twice; null: never. */
  readonly idempotentSeconds: number | null;
  sendNow(mail: Mail): Promise<void>;
  /** Never fails; says what is known afterwards. */
  deliver(mail: OwedMail, gate: DeliveryGate): Promise<DeliveryResult>;
  /** Gives up on what is under way. */
  abandon(): void;
  /** What is under way ends, nothing new begins. */
  close(): void;
}

export type MailSettings = Pick<
  Config,
  | 'MAIL_TRANSPORT'
  | 'SMTP_URL'
  | 'SMTP_REQUIRE_TLS'
  | 'MAIL_FROM'
  | 'MAIL_CONNECTIONS'
  | 'MAIL_API_URL'
  | 'MAIL_API_KEY'
>;
