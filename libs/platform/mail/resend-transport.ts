import { newId } from '../database/id.js';
import { failpoint } from '../failpoints/failpoints.js';
import type { DeliveryGate, DeliveryResult, Mail, MailSettings, MailTransport, OwedMail } from './mailer.types.js';

/** Resend remembers a key for 24 hours; the hour less is for clocks that differ and requests under way. */
const KEY_SECONDS = 23 * 3_600;
/** Over the rate per second it asks for a second's patience; over the day's quota there is no use in waiting. */
const PATIENCE_MS = 10_000;
const LONGEST_ANSWER = 500;
/** No connection was ever made, so no byte of the request left. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

interface Answer {
  readonly status: number;
  readonly retryAfterSeconds: number | null;
  readonly id: string | undefined;
  readonly said: string;
}

/**
 * The HTTP API of Resend (https://resend.com/docs/api-reference/emails/send-email). A request repeated with the same key
 * and the same body within a day gets the first one's answer and sends nothing.
 */
export class ResendTransport implements MailTransport {
  readonly name = 'resend';
  readonly idempotentSeconds = KEY_SECONDS;
  private readonly ending = new AbortController();
  private readonly address: string;

  constructor(
    private readonly settings: MailSettings,
    private readonly deadlineMs: number,
  ) {
    this.address = `${settings.MAIL_API_URL.replace(/\/+$/, '')}/emails`;
  }

  async sendNow(mail: Mail): Promise<void> {
    const answer = await this.ask(this.bodyOf(mail), newId(), this.deadline());
    if (answer.status >= 300) throw new Error(`the mail provider did not take the mail: ${answer.said}`);
  }

  async deliver(mail: OwedMail, gate: DeliveryGate): Promise<DeliveryResult> {
    try {
      await gate.beforeData();
    } catch (error) {
      return { kind: 'unsent', reason: reasonOf(error) };
    }
    try {
      const answer = await this.ask(this.bodyOf(mail), keyOf(mail), this.deadline());
      await failpoint('mail.request_answered');
      return resultOf(answer);
    } catch (error) {
      const code = (error as { cause?: { code?: string } }).cause?.code ?? '';
      return { kind: NEVER_CONNECTED.has(code) ? 'unsent' : 'unknown', reason: reasonOf(error) };
    }
  }

  abandon(): void {
    this.ending.abort(new Error('given up'));
  }

  close(): void {
    return;
  }

  private deadline(): AbortSignal {
    return AbortSignal.any([AbortSignal.timeout(this.deadlineMs), this.ending.signal]);
  }

  /** One request, and the same again where the provider only asks for a moment's patience. */
  private async ask(body: string, key: string, signal: AbortSignal): Promise<Answer> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const answer = await this.request(body, key, signal);
      const waitMs = 1_000 * (answer.retryAfterSeconds ?? 1) * (1 + Math.random() / 5);
      if (answer.status !== 429 || performance.now() + waitMs > until) return answer;
      await pause(waitMs, signal);
    }
  }

  private async request(body: string, key: string, signal: AbortSignal): Promise<Answer> {
    const response = await fetch(this.address, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.settings.MAIL_API_KEY}`,
        'content-type': 'application/json',
        'idempotency-key': key,
        'user-agent': 'Searchlight',
      },
      body,
      signal,
      redirect: 'error',
    });
    const text = await response.text();
    const { id, name, message } = parsed(text);
    const said = [name, message].filter(Boolean).join(': ') || text;
    return {
      status: response.status,
      retryAfterSeconds: Number(response.headers.get('retry-after')) || null,
      id,
      said: `${response.status} ${response.ok ? 'accepted' : said}`.slice(0, LONGEST_ANSWER),
    };
  }

  private bodyOf({ to, subject, html, text, ...more }: Mail & Partial<OwedMail>): string {
    const { messageId, headers, attachments, replyTo } = more;
    return JSON.stringify({
      from: this.settings.MAIL_FROM,
      to: [written(to)],
      subject,
      html,
      text,
      ...(replyTo ? { reply_to: written(replyTo) } : {}),
      ...(messageId ? { headers: sorted({ ...headers, 'Message-ID': messageId }), tags: [tagOf(messageId)] } : {}),
      ...(attachments?.length
        ? {
            attachments: attachments.map(({ filename, contentType, content }) => ({
              filename,
              content_type: contentType,
              content: content.toString('base64'),
            })),
          }
        : {}),
    });
  }
}

function resultOf({ status, retryAfterSeconds, id, said }: Answer): DeliveryResult {
  if (status < 300)
    return { kind: 'accepted', response: id ? `${said} as ${id}` : said, ...(id ? { providerId: id } : {}) };
  // About our account, not about this mail: a wrong key, a sender that is not verified, too many mails today.
  if (status === 401 || status === 403) return { kind: 'unsent', reason: said };
  if (status === 429) return { kind: 'unsent', reason: said, ...(retryAfterSeconds ? { retryAfterSeconds } : {}) };
  // 409: the first request with this key is still being worked on. 5xx: it may have got as far as sending.
  if (status === 408 || status === 409 || status >= 500) return { kind: 'unknown', reason: said };
  return { kind: 'refused', response: said };
}

/** The same mail has to be the same body, byte by byte, also after it was kept as JSON. */
const sorted = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1)));

const keyOf = (mail: OwedMail): string => mail.messageId.replace(/[<>]/g, '');

/** Comes back with every event about the mail. Letters, digits, "-" and "_" only. */
const tagOf = (messageId: string) => ({
  name: 'mail',
  value: messageId.replace(/^<|@.*$/g, '').replace(/[^A-Za-z0-9_-]/g, '-'),
});

const written = ({ name, address }: Mail['to']): string =>
  `"${name.replace(/[\r\n]+/g, ' ').replace(/["\\]/g, '\\$&')}" <${address}>`;

function parsed(text: string): { id?: string; name?: string; message?: string } {
  try {
    return (JSON.parse(text) as { id?: string; name?: string; message?: string } | null) ?? {};
  } catch {
    return {};
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason as Error)), { once: true });
  });
}
