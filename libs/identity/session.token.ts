import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const PREFIX = 'searchlight';

export const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https://');

/** Browsers keep a `__Host-` cookie off plain HTTP, and take it from no other host of the domain. */
export const cookiePrefix = (publicUrl: string): string => `${isSecure(publicUrl) ? '__Host-' : ''}${PREFIX}`;
export const sessionCookieName = (publicUrl: string): string => `${cookiePrefix(publicUrl)}.session_token`;

/** The token in the value of a session cookie, if it carries our signature: better-auth's `token.signature` form. */
export function readSessionToken(value: string, secret: string): string | null {
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1));
  const expected = Buffer.from(signature(token, secret));
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** A session that is not to be remembered ends after so long without use. */
export const IDLE_HOURS = 12;

/** What the database keeps of a token. */
export const sessionKey = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A cookie header whose value readSessionToken accepts. */
export function writeSessionCookie(token: string, name: string, secret: string): string {
  return `${name}=${encodeURIComponent(`${token}.${signature(token, secret)}`)}`;
}

export function cookieValue(cookies: string, name: string): string | null {
  const pair = cookies.split(';').find((part) => part.trimStart().startsWith(`${name}=`));
  if (!pair) return null;
  try {
    return decodeURIComponent(pair.slice(pair.indexOf('=') + 1).trim());
  } catch {
    return null;
  }
}

const signature = (token: string, secret: string): string =>
  createHmac('sha256', secret).update(token).digest('base64');
