import { createHmac, timingSafeEqual } from 'node:crypto';

/** What the provider tells later of a mail it had accepted. */
export interface ProviderEvent {
  readonly type: 'delivered' | 'bounced' | 'complained';
  readonly providerId: string | null;
  /** the delivery's id, from the tag the mail went out with */
  readonly deliveryId: string | null;
  readonly hard: boolean;
  readonly reason: string | null;
  /** told again, and signed again, it stays the same */
  readonly happenedAt: Date;
}

/** `svix-id`, `svix-timestamp`, `svix-signature` among others. */
export type SignedHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Either way: an event older than this, or from the future, is a replay or a wrong clock. */
const WINDOW_SECONDS = 5 * 60;
const LONGEST_REASON = 500;
const MOMENT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d(:?\d\d)?)$/;
const TYPES: Readonly<Record<string, ProviderEvent['type'] | undefined>> = {
  'email.delivered': 'delivered',
  'email.bounced': 'bounced',
  'email.complained': 'complained',
};

/** Whether the provider signed exactly these bytes just now (https://docs.svix.com/receiving/verifying-payloads/how-manual). */
export function isSigned(body: Buffer, headers: SignedHeaders, secret: string, now: Date): boolean {
  const [id, moment, signatures] = [headers['svix-id'], headers['svix-timestamp'], headers['svix-signature']];
  if (typeof id !== 'string' || typeof moment !== 'string' || typeof signatures !== 'string') return false;
  const seconds = /^\d{1,12}$/.test(moment) ? Number(moment) : Number.NaN;
  if (!(Math.abs(now.getTime() / 1_000 - seconds) <= WINDOW_SECONDS)) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const wanted = createHmac('sha256', key).update(`${id}.${moment}.`).update(body).digest();
  // several while the secret is being changed
  return signatures.split(' ').some((one) => {
    const [version, signature] = one.split(',');
    const given = Buffer.from(signature ?? '', 'base64');
    return version === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}

/** Of one that is signed. Null: an event we do not listen to. */
export function readProviderEvent(body: Buffer, headers: SignedHeaders): ProviderEvent | null {
  const event = objectOf(parsed(body));
  const type = TYPES[String(event['type'])];
  if (!type) return null;
  const data = objectOf(event['data']);
  const bounce = objectOf(data['bounce']);
  const reason = [bounce['type'], bounce['subType'], bounce['message']].filter((word) => typeof word === 'string');
  return {
    type,
    providerId: typeof data['email_id'] === 'string' ? data['email_id'] : null,
    deliveryId: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(tagOf(data['tags']))?.[0] ?? null,
    hard: type === 'complained' || (type === 'bounced' && !/^(transient|undetermined)$/i.test(String(bounce['type']))),
    reason: reason.join(': ').slice(0, LONGEST_REASON) || null,
    happenedAt: momentOf(event['created_at']) ?? new Date(Number(headers['svix-timestamp']) * 1_000),
  };
}

function momentOf(words: unknown): Date | null {
  const moment = typeof words === 'string' && MOMENT.test(words) ? new Date(words) : null;
  return moment && !Number.isNaN(moment.getTime()) ? moment : null;
}

/** The tags come as a list of pairs or as one object, by the version of the event. */
function tagOf(tags: unknown): string {
  if (Array.isArray(tags)) return String(tags.map(objectOf).find(({ name }) => name === 'mail')?.['value'] ?? '');
  return String(objectOf(tags)['mail'] ?? '');
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return null;
  }
}
