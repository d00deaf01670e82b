import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { cookieValue, isSecure } from '@app/identity/session.token.js';

const DAYS = 400;
const DAY_MS = 24 * 3600 * 1000;
/** A device of several people keeps as many of them. */
const KEPT = 4;
const PATH = '/api/auth';

interface Setting {
  PUBLIC_URL: string;
  AUTH_SECRET: string;
}

/**
 * The cookie that says "somebody signed in to this account from this device before". It opens nothing: it only keeps
 * the device out of the line of strangers.
 */
export class KnownDevices {
  private readonly name: string;

  constructor(private readonly settings: Setting) {
    this.name = `${isSecure(settings.PUBLIC_URL) ? '__Secure-' : ''}searchlight.device`;
  }

  /** The id of this device for the account, or null. */
  idFor(email: string, cookies: string | undefined, now: Date): string | null {
    return this.marksIn(cookies).find((mark) => this.isFor(mark, email, now))?.id ?? null;
  }

  /** The header that makes the device known, from now on. */
  remember(email: string, cookies: string | undefined, now: Date): string {
    const others = this.marksIn(cookies).filter((mark) => !this.isFor(mark, email, now));
    const id = this.idFor(email, cookies, now) ?? randomBytes(9).toString('base64url');
    const since = String(now.getTime());
    const mark = [id, since, this.signature(email, id, since)].join('.');
    const value = [mark, ...others.map(({ id, since, signature }) => [id, since, signature].join('.'))];
    return (
      `${this.name}=${value.slice(0, KEPT).join('~')}; Max-Age=${DAYS * 24 * 3600}; Path=${PATH}; HttpOnly; SameSite=Lax` +
      (isSecure(this.settings.PUBLIC_URL) ? '; Secure' : '')
    );
  }

  private marksIn(cookies: string | undefined): { id: string; since: string; signature: string }[] {
    const value = cookies && cookieValue(cookies, this.name);
    if (!value) return [];
    return value
      .split('~', KEPT)
      .map((mark) => mark.split('.', 3))
      .map(([id = '', since = '', signature = '']) => ({ id, since, signature }));
  }

  private isFor(mark: { id: string; since: string; signature: string }, email: string, now: Date): boolean {
    const given = Buffer.from(mark.signature);
    const expected = Buffer.from(this.signature(email, mark.id, mark.since));
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
    return now.getTime() - Number(mark.since) < DAYS * DAY_MS;
  }

  private signature(email: string, id: string, since: string): string {
    const text = JSON.stringify(['known device', email.trim().toLowerCase(), id, since]);
    return createHmac('sha256', this.settings.AUTH_SECRET).update(text).digest('base64url');
  }
}
