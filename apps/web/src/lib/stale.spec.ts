import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { QueryClient } from '@tanstack/react-query';
import { keys, type QueryName } from './query-keys';
import { ANNOUNCED, askAgain, OWN, RECORDED, STALE, STEADY, type Fact, type Stale } from './stale';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const sources = (folder: string, wanted: RegExp): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => wanted.test(file) && !file.includes('node_modules'))
    .map((file) => readFileSync(path.join(ROOT, folder, file), 'utf8'));
const names = Object.keys(keys) as QueryName[];
const lists = Object.values(STALE).filter((stale: Stale) => stale !== 'everything');

it('knows every fact that a room announces, and no other', () => {
  const announced = sources('libs', /\.events\.ts$/).flatMap((text) =>
    [...text.matchAll(/= '([a-z_]+\.[a-z0-9_]+)';/g)].map(([, fact]) => fact),
  );
  expect(announced.length).toBeGreaterThan(50);
  expect(Object.keys(ANNOUNCED).sort()).toEqual([...new Set(announced)].sort());
});

it('knows no recorded fact that nothing records', () => {
  const rooms = sources('libs', /(?<!\.spec)\.ts$/).join('\n');
  expect(Object.keys(RECORDED).filter((fact) => !rooms.includes(`'${fact}'`))).toEqual([]);
});

it.each(names)('%s: its name is the first part of its key', (name) => {
  const key: (...about: never[]) => readonly unknown[] = keys[name];
  expect(key()[0]).toBe(name);
});

it.each(names)('%s: a fact makes it stale, or it says why only everything does', (name) => {
  const isNamed = lists.some((stale: Stale) => stale.includes(name));
  expect({ isNamed, isSteady: name in STEADY }).toEqual({ isNamed, isSteady: !isNamed });
});

it('every fact of the table is named by a change, or is announced by a room', () => {
  const web = sources('apps/web/src', /(?<!\.spec)\.tsx?$/).filter((text) => text.includes('useChange'));
  const named = web.join('\n');
  const own = Object.keys({ ...RECORDED, ...OWN });
  expect(own.filter((fact) => !named.includes(`'${fact}'`))).toEqual([]);
});

describe('asking again', () => {
  const staleAfter = async (fact: Fact): Promise<string[]> => {
    const queries = new QueryClient();
    for (const name of names) queries.setQueryData([name, 'an id'], name);
    await askAgain(queries, fact);
    const all = queries.getQueryCache().getAll();
    return all.filter(({ state }) => state.isInvalidated).map(({ queryKey }) => String(queryKey[0]));
  };

  it.each(Object.keys(STALE) as Fact[])('after %s whatever it names is stale, and nothing else', async (fact) => {
    const stale: Stale = STALE[fact];
    expect((await staleAfter(fact)).sort()).toEqual(
      stale === 'everything' ? [...names].sort() : [...new Set<string>(stale)].sort(),
    );
  });

  it.each<[Fact, QueryName]>([
    ['users.user_joined', 'invitation'],
    ['identity.firm_founded', 'pendingSignUp'],
    ['identity.firm_founded', 'signUp'],
  ])('%s asks no more of a link that has done its work: %s', async (fact, query) => {
    expect(await staleAfter(fact)).not.toContain(query);
  });

  it.each<Fact>([
    'pipeline.candidacy_ended',
    'pipeline.candidacy_reactivated',
    'searches.search_closed',
    'searches.search_reopened',
    'offers.offer_decided',
    'offers.acceptance_taken_back',
  ])('%s asks again for the interviews, which are open to change only while it all runs', async (fact) => {
    expect(await staleAfter(fact)).toEqual(expect.arrayContaining(['interviews', 'upcomingInterviews']));
  });
});
