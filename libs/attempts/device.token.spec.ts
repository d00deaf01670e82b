import { KnownDevices } from './device.token.js';

const SETTINGS = { PUBLIC_URL: 'https://searchlight.example', AUTH_SECRET: 'a secret for tests only, of 32 letters' };
const ada = 'ada@firm.example';
const bo = 'bo@firm.example';
const today = new Date('2026-03-02T09:00:00Z');
const later = (days: number) => new Date(today.getTime() + days * 24 * 3600 * 1000);
const devices = new KnownDevices(SETTINGS);
const sent = (header: string): string => header.split(';')[0] ?? '';

it('knows the account that was signed in to, however the address is written, and no other', () => {
  const cookie = sent(devices.remember(ada, undefined, today));

  expect(devices.idFor(' ADA@firm.example', cookie, today)).toMatch(/^[\w-]{12}$/);
  expect(devices.idFor(bo, cookie, today)).toBeNull();
});

it('keeps its id when the same person signs in again, and adds the next person', () => {
  const first = sent(devices.remember(ada, undefined, today));
  const again = sent(devices.remember(ada, first, later(1)));
  const both = sent(devices.remember(bo, again, later(2)));

  expect(devices.idFor(ada, again, today)).toBe(devices.idFor(ada, first, today));
  expect(devices.idFor(ada, both, today)).toBe(devices.idFor(ada, first, today));
  expect(devices.idFor(bo, both, today)).not.toBeNull();
});

it('forgets after 400 days', () => {
  const cookie = sent(devices.remember(ada, undefined, today));

  expect(devices.idFor(ada, cookie, later(399))).not.toBeNull();
  expect(devices.idFor(ada, cookie, later(401))).toBeNull();
});

it.each([
  ['nothing', ''],
  ['another signature', '__Secure-searchlight.device=abcdefghijkl.1772442000000.AAAA'],
  ['no parts', '__Secure-searchlight.device=~~~~'],
  ['a percent sign too many', '__Secure-searchlight.device=%zz'],
])('believes no cookie with %s', (_, cookie) => {
  expect(devices.idFor(ada, cookie, today)).toBeNull();
});

it('does not believe the cookie of an installation with another secret', () => {
  const other = new KnownDevices({ ...SETTINGS, AUTH_SECRET: 'another secret, of more than 32 letters' });

  expect(devices.idFor(ada, sent(other.remember(ada, undefined, today)), today)).toBeNull();
});

it('is kept from scripts and from everything but signing in', () => {
  expect(devices.remember(ada, undefined, today)).toMatch(/; Path=\/api\/auth; HttpOnly; SameSite=Lax; Secure$/);
});
