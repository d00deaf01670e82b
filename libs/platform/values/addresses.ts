import { domainToASCII } from 'node:url';
import { Wrong } from './wrong.js';

const LONGEST_EMAIL = 320;
const LONGEST_LOCAL = 64;
const LONGEST_URL = 2000;
/** More than any host has, however it is written. */
const LONGEST_TYPED_HOST = 1000;
/** Comes along when something is copied from a page. */
const UNSEEN = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const HOST = /^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?=[^.]*[a-z])[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])$/;
/** What the library behind the sign-in takes: less than mail servers do. */
const LOGIN = /^([a-z0-9_'+-]+\.)*[a-z0-9_'+-]*[a-z0-9_+-]@([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/;

const NO_EMAIL = 'must be an email address';
const NO_WEB_ADDRESS = 'must be a web address, such as https://profiles.example/name';
const INTERNATIONAL = 'must be an email address with plain letters before the @: not every mail server accepts others';

/**
 * An address that any mail server takes, in the one way it is kept and compared: small letters, the domain as the DNS
 * has it.
 */
export function emailOf(text: string): string | Wrong {
  const address = text.replace(UNSEEN, '').trim().toLowerCase();
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), hostOf(address.slice(at + 1))];
  if (at < 1 || domain === null || /[\s@"(),:;<>[\]\\]/.test(local)) return new Wrong(NO_EMAIL);
  if (/[^\0-\x7f]/.test(local)) return new Wrong(INTERNATIONAL);
  const email = `${local}@${domain}`;
  const isOne = LOCAL.test(local) && local.length <= LONGEST_LOCAL && email.length <= LONGEST_EMAIL;
  return isOne ? email : new Wrong(NO_EMAIL);
}

/** An address to sign in with. */
export function loginEmailOf(text: string): string | Wrong {
  const email = emailOf(text);
  if (email instanceof Wrong || LOGIN.test(email)) return email;
  return new Wrong(
    'must be an email address to sign in with: letters, digits, dots, - + _ and a domain in plain letters',
  );
}

/** As it is kept where it is one, else as it was typed: nobody signs in with it. */
export function emailAsKept(text: string): string {
  const email = emailOf(text);
  return email instanceof Wrong ? text.trim().toLowerCase() : email;
}

/** A domain such as client.example. */
export function domainOf(text: string): string | Wrong {
  const domain = text.replace(UNSEEN, '').trim().toLowerCase().replace(/\.$/, '');
  return hostOf(domain) === null ? new Wrong('must be a domain name, such as northwind.example') : domain;
}

/** The domain of a web address; anything else stays as it is. */
export const withoutPath = (text: string): string => text.trim().replace(/^https?:\/\/([^/?#]*).*$/is, '$1');

/** A page on the web; without `https://` in front it gets it. */
export function webAddressOf(text: string): string | Wrong {
  const typed = text.replace(UNSEEN, '').trim();
  if (typed.length > LONGEST_URL) return new Wrong(NO_WEB_ADDRESS);
  const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/]*\.[^/]*:\d/.test(typed) ? typed : `https://${typed}`;
  return isWebAddress(address) ? address : new Wrong(NO_WEB_ADDRESS);
}

function isWebAddress(address: string): boolean {
  if (address.length > LONGEST_URL || !/^https?:\/\/[^\s\\]+$/i.test(address)) return false;
  if (!URL.canParse(address)) return false;
  const { hostname, username, password } = new URL(address);
  return username === '' && password === '' && hostOf(hostname) !== null;
}

/** As the DNS has it; null: no name of a host. */
function hostOf(text: string): string | null {
  if (text === '' || text.length > LONGEST_TYPED_HOST || /[\s%:/\\?#@[\]]/.test(text)) return null;
  const host = domainToASCII(text.replace(/\.$/, ''));
  return HOST.test(host) ? host : null;
}
