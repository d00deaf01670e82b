import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { askedAhead, TODAY_AT_ONCE } from './asked-ahead';

const AGE = 2_000;

const ORIGIN = 'https://crm.firm.example';
const FIRST = fs.readFileSync(path.join(import.meta.dirname, '../../public/first.js'), 'utf8');

/** A page that begins at an address, and what it asks for before anything else. */
function begin(address: string): string[] {
  const asked: string[] = [];
  const page: Record<string, unknown> = {
    localStorage: { getItem: () => null },
    matchMedia: () => ({ matches: false }),
    document: { documentElement: { setAttribute: () => undefined } },
    location: new URL(ORIGIN + address),
    Response,
    fetch: (what: string) => {
      asked.push(what);
      return Promise.resolve(new Response(what));
    },
  };
  page['window'] = page;
  vm.runInNewContext(FIRST, page);
  (globalThis as { window?: unknown }).window = page;
  return asked;
}
afterEach(() => {
  delete (globalThis as { window?: unknown }).window;
});

const ME = { method: 'GET', url: `${ORIGIN}/api/me` };
const TODAY = { method: 'GET', url: `${ORIGIN}/api/today?limit=${TODAY_AT_ONCE}` };

describe('what is asked ahead', () => {
  it('is who is signed in and the first page of Today, where the page is Today', () => {
    expect(begin('/').map((address) => ORIGIN + address)).toEqual([ME.url, TODAY.url]);
  });

  it.each(['/?snoozed=true', '/searches', '/sign-in'])('is nothing at %s', (address) => {
    expect(begin(address)).toEqual([]);
    expect(askedAhead(ME, AGE)).toBeNull();
  });

  it('is taken once, and by nothing else', async () => {
    begin('/');

    expect(askedAhead({ method: 'GET', url: `${ORIGIN}/api/tasks` }, AGE)).toBeNull();
    expect(await (await askedAhead(TODAY, AGE))?.text()).toBe(`/api/today?limit=${TODAY_AT_ONCE}`);
    expect(askedAhead(TODAY, AGE)).toBeNull();
    expect(await (await askedAhead(ME, AGE))?.text()).toBe('/api/me');
  });

  it('is old on a page that has stood for a while', () => {
    begin('/');

    expect(askedAhead(TODAY, 31_000)).toBeNull();
    expect(askedAhead(TODAY, AGE)).toBeNull();
  });

  it('is old once anything is changed, as by signing in', () => {
    begin('/');

    expect(askedAhead({ method: 'POST', url: `${ORIGIN}/api/auth/sign-in` }, AGE)).toBeNull();
    expect(askedAhead(TODAY, AGE)).toBeNull();
  });
});
