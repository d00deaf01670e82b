import { QueryClient } from '@tanstack/react-query';
import type { ClientRecord, MarketWindow, Me, Office, Search, User } from '../../lib/answers';
import type { Judged } from '../../components/newcomers/newcomers';
import type { Row } from '../../components/newcomers/plan';
import { localDate } from '../../lib/dates';
import { keys } from '../../lib/query-keys';

/** Invented people and moments, for the page of components alone. */
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
export const at = (ms: number): string => new Date(Date.now() + ms).toISOString();
export const MOMENTS = [-30_000, -20 * 60_000, -5 * HOUR, -DAY, -18 * DAY, -400 * DAY, 3 * HOUR, 5 * DAY].map(at);

const window = (state: MarketWindow['state'], day: number): MarketWindow => {
  const closesAt = at((28 - day) * DAY);
  return { state, day, days: 28, openedAt: at(-day * DAY), closesAt, closesOn: localDate(closesAt, 'UTC') };
};
export const WINDOWS: MarketWindow[] = [
  window('open', 0),
  window('open', 9),
  window('closing', 23),
  window('closed', 46),
  window('stopped', 16),
];

const person = (id: string, name: string) => ({ id, name, state: 'active' }) as unknown as User;
const PEOPLE = [person('p1', 'Ada Sample'), person('p2', 'Ben Example'), person('p3', 'Chi Invented')];
const OFFICE = { id: 'o1', key: 'berlin', timeZone: 'Europe/Berlin' } as unknown as Office;
const ME = {
  user: PEOPLE[0],
  office: OFFICE,
  firm: { id: 'f1', name: 'Sample Search', simulated: true, sampleOf: null },
  firms: [],
  allowed: {},
} as unknown as Me;

export const CLIENT = {
  id: 'c1',
  name: 'Sample Insurance',
  allowed: { edit: true, erase: false },
  contacts: [{ id: 'k1', name: 'Ida Example', email: null, role: 'decision_maker', erased: false, version: 1 }],
} as unknown as ClientRecord;
const SEARCH = { id: 's1', client: CLIENT, office: OFFICE } as unknown as Search;

/** A client with answers to whatever the shared components ask; nothing goes to a server. */
export function sampleQueries(): QueryClient {
  const queries = new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, retry: false, queryFn: () => new Promise<never>(() => undefined) },
    },
  });
  queries.setQueryData(keys.me(), ME);
  queries.setQueryData(keys.users(), { items: PEOPLE });
  queries.setQueryData(keys.offices(), { items: [OFFICE] });
  queries.setQueryData(keys.client(CLIENT.id), CLIENT);
  queries.setQueryData(keys.search(SEARCH.id), SEARCH);
  for (const key of [keys.clients({ q: undefined }), keys.candidates({ q: undefined })])
    queries.setQueryData(key, { pages: [{ items: [], next: null }], pageParams: [undefined] });
  return queries;
}

const listed = (key: number, name: string, email: string): Row => ({
  ...{ key, name, email, employer: 'Example Labs', choice: null },
  ...{ title: '', phone: '', profileUrl: '', city: '', country: '' },
});
export const LISTED: Row[] = [
  listed(1, 'Ada Sample', 'ada@mail.example'),
  listed(2, 'Ben Example', 'ben@mail.example'),
  listed(3, 'Chi Invented', 'no address'),
];
const judged = (state: Judged['state'], more: Partial<Judged> = {}): Judged => ({
  ...{ state, problems: [], duplicates: [], sameAs: null },
  ...more,
});
export const JUDGED: Judged[] = [
  judged('new'),
  judged('known', { duplicates: [{ id: 'c1', name: 'Ben Example', same: ['email'], inSearch: false }] }),
  judged('refused', { problems: [{ field: 'email', sentence: 'The email must be an email address.' }] }),
];
