import type { ApiClient } from '@app/api-client/client.js';
import { thisMoment } from './use-now';

/** A second click, or a second Enter, while the page of what was made is still on its way. */
const SAME_CLICK_MS = 5_000;
/** Whoever sends the same again so long after a failure means something new. */
const PATIENCE_MS = 10 * 60_000;
/** Asked by POST because it is long or says who somebody is; it changes nothing, and its answer is not worth keeping. */
const QUESTIONS = new Set<string>([
  '/api/searches/{id}/what-if',
  '/api/newcomers/preview',
  '/api/searches/leads/preview',
  '/api/clients/changes/preview',
]);
/** Without a session nobody owns a key, so the server takes none; and what is posted there holds a password. */
const PUBLIC = /^\/api\/(auth|invitations|mail-events|sign-up)(\/|$)|^\/unsubscribe$/;

/** Whether a POST there goes out with a key. */
export const takesKey = (url: string): boolean => !QUESTIONS.has(url) && !PUBLIC.test(url);

interface Intention {
  readonly content: string;
  readonly key: string;
  readonly until: number;
}

/**
 * Which key a request goes out with. What is sent again before it was answered well, or just after, is the same intention
 * as before and has the same key, so that the server carries it out once.
 */
export class Intentions {
  private readonly unanswered = new Map<string, Intention>();
  private last: Intention | null = null;

  keyOf(content: string, now: number): string {
    const known = this.last?.content === content ? this.last : this.unanswered.get(content);
    if (known && now < known.until) return known.key;
    for (const [old, { until }] of this.unanswered) if (until <= now) this.unanswered.delete(old);
    const key = newKey();
    this.unanswered.set(content, { content, key, until: now + PATIENCE_MS });
    return key;
  }

  /** Whoever changes anything else and then does the same again wants it a second time. */
  answered(content: string | null, key: string, now: number): void {
    if (content !== null) this.unanswered.delete(content);
    this.last = content === null ? null : { content, key, until: now + SAME_CLICK_MS };
  }

  /** The server has given the key back; the same request is judged anew. */
  refused(content: string): void {
    this.unanswered.delete(content);
  }
}

type Init = { params?: unknown; body?: unknown; headers?: object } | undefined;
type Sent = { response: Response; error?: unknown };
type Send = (url: string, init?: Init) => Promise<Sent>;

/** The client with an `Idempotency-Key` on each POST, which no caller can forget. */
export function onceEach(client: ApiClient, intentions = new Intentions()): ApiClient {
  const sends = client as unknown as Record<'POST' | 'PUT' | 'PATCH' | 'DELETE', Send>;
  const post: Send = async (url, init) => {
    if (!takesKey(url)) return sends.POST(url, init);
    const content = digestOf(JSON.stringify([url, init?.params, bodyOf(init?.body)]));
    const key = intentions.keyOf(content, thisMoment().getTime());
    const sent = await sends.POST(url, { ...init, headers: { ...init?.headers, 'Idempotency-Key': key } });
    if (sent.response.ok) intentions.answered(content, key, thisMoment().getTime());
    else if (sent.response.status < 500 && !isUnderWay(sent.error)) intentions.refused(content);
    return sent;
  };
  const changing = (send: Send): Send => {
    return async (url, init) => {
      const sent = await send(url, init);
      if (sent.response.ok) intentions.answered(null, '', thisMoment().getTime());
      return sent;
    };
  };
  const { PUT, PATCH, DELETE } = sends;
  const wrapped = { POST: post, PUT: changing(PUT), PATCH: changing(PATCH), DELETE: changing(DELETE) };
  return { ...client, ...(wrapped as unknown as Pick<ApiClient, 'POST' | 'PUT' | 'PATCH' | 'DELETE'>) };
}

const isUnderWay = (error: unknown): boolean =>
  (error as { code?: unknown } | undefined)?.code === 'idempotency_key_in_use';

/** A form as its fields; of a file what tells it from another. */
function bodyOf(body: unknown): unknown {
  if (!(body instanceof FormData)) return body;
  return [...body].map(([field, value]) =>
    value instanceof File ? [field, value.name, value.size, value.lastModified] : [field, value],
  );
}

/**
 * Tells one request from another without keeping what was typed, which may be a password. Two lanes of 32 bits:
 * `crypto.subtle`, like `randomUUID`, exists on https and localhost only.
 */
export function digestOf(text: string): string {
  let [one, two] = [0x9e3779b9, 0x85ebca6b];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x9e3779b1);
    two = Math.imul(two ^ unit ^ (one >>> 15), 0x5f356495);
  }
  return [one ^ (two >>> 16), two ^ (one >>> 13)].map((lane) => (lane >>> 0).toString(36)).join('-');
}

/** `randomUUID` exists on https and localhost only. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
