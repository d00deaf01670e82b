import { isIP } from 'node:net';
import { isLoopback } from './origins.js';

/** Each answers with what is wrong, or null. */
export type SettingCheck = (value: string) => string | null;

const FEWEST_LETTERS = 10;
const EXAMPLE = /change.?me|replace.?me|your.?secret|example|openssl rand|placeholder|default.?secret|insert.?here/i;
/** Written into documents and compose files everywhere, so tried first by whoever looks for a way in. */
const KNOWN_PASSWORDS = new Set(
  'searchlight secret password passwort passw0rd postgres postgresql redis admin root user test guest example default changeme change-me change_me changeit letmein qwerty 1234 12345 123456 12345678 123456789 1234567890'.split(
    ' ',
  ),
);

/** A secret that could be guessed: too few different letters, a piece said again and again, or an example's. */
export const weakSecret: SettingCheck = (value) => {
  if (value.length < 32) return 'must be at least 32 characters; make one with: openssl rand -base64 32';
  const why =
    new Set(value).size < FEWEST_LETTERS
      ? `has only ${new Set(value).size} different characters`
      : /^(.{1,16}?)\1{2,}.{0,15}$/.test(value) || 'abcdefghijklmnopqrstuvwxyz0123456789'.repeat(2).includes(value)
        ? 'says the same again and again'
        : EXAMPLE.test(value)
          ? 'looks like an example'
          : null;
  return why && `${why}, so that it could be guessed; make one with: openssl rand -base64 32`;
};

/** The address of the whole site; `http` only where nobody else can listen, or where the operator says so. */
export const publicAddress =
  (allowHttp: boolean): SettingCheck =>
  (value) => {
    const url = parsed(value);
    if (!url || !/^https?:\/\//.test(value))
      return 'must be an http(s) address, such as https://search.your-firm.example';
    if (url.username || url.password) return 'must hold no user name and no password';
    if (url.pathname !== '/' || url.search || url.hash || /[?#]/.test(value))
      return `must end after the host: Searchlight is served at the root, so say ${url.origin}`;
    if (url.protocol === 'http:' && !isLoopback(url.hostname) && !allowHttp)
      return 'must be https: passwords and sessions would travel in the clear. ALLOW_HTTP=yes allows it all the same';
    return null;
  };

/** An address of a server, with credentials in it. A password that everybody knows is one only on this very machine. */
export const serverAddress =
  (protocols: readonly string[], example: string): SettingCheck =>
  (value) => {
    const url = parsed(value);
    if (!url || !protocols.some((protocol) => value.startsWith(`${protocol}//`))) return `must look like ${example}`;
    const password = decoded(url.password);
    if (password === null || decoded(url.username) === null)
      return 'holds a % in the user name or password that encodes nothing: write it as %25';
    const local = url.hostname === '' || isLoopback(url.hostname);
    if (!local && KNOWN_PASSWORDS.has(password.toLowerCase()))
      return 'has a password that everybody tries first: give the server another one';
    return null;
  };

/** Who is believed about the address of others: proxies by address, never everybody. */
export const proxies: SettingCheck = (value) => {
  const entries = value.split(',').map((entry) => entry.trim());
  const wrong = entries.filter((entry) => !isProxy(entry));
  return wrong.length === 0
    ? null
    : `must name addresses or networks of proxies, such as 10.0.0.0/24, separated by commas; it says "${wrong.join('", "')}"`;
};

function isProxy(entry: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(entry)) return true;
  const [address = '', prefix, more] = entry.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (bits === 0 || more !== undefined) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= bits);
}

export const sender: SettingCheck = (value) =>
  /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value)
    ? null
    : 'must look like Searchlight <searchlight@your-firm.example>';

function parsed(value: string): URL | null {
  try {
    return new URL(value);
  } catch {
    return null;
  }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
