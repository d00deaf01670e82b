import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { generateFirm } from './generate.mjs';
import { sampleFirm } from './sample-firm.mjs';

type Row = Record<string, string>;

const TODAY = '2026-11-21';
const DAY = 86_400_000;
const folders: string[] = [];

async function demo(seed: number): Promise<{ folder: string; rows: Record<string, number> }> {
  const folder = await mkdtemp(join(tmpdir(), 'firm-'));
  folders.push(folder);
  return { folder, rows: await generateFirm({ size: 'demo', seed, out: folder, today: TODAY }) };
}

async function readRows(folder: string, name: string): Promise<Row[]> {
  return parse(await readFile(join(folder, `${name}.csv`), 'utf8'), { columns: true });
}

const text = (row: Row, column: string): string => row[column] ?? '';
const moment = (row: Row, column: string): number => Date.parse(text(row, column));
const pair = (row: Row): string => `${text(row, 'search_ref')} ${text(row, 'candidate_ref')}`;
const column = (rows: Row[], name: string): Set<string> => new Set(rows.map((row) => text(row, name)));

function groupBy(rows: Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

/** Values of a column that name nothing in the target; an empty cell names nobody. */
function dangling(rows: Row[], name: string, target: Set<string>): string[] {
  return rows.flatMap((row) => text(row, name).split(';')).filter((value) => value !== '' && !target.has(value));
}

describe('the simulated demo firm', () => {
  let folder: string;
  let counts: Record<string, number>;
  let firm: Record<string, Row[]>;
  const file = (name: string): Row[] => firm[name] ?? [];

  beforeAll(async () => {
    ({ folder, rows: counts } = await demo(7));
    firm = Object.fromEntries(
      await Promise.all(Object.keys(counts).map(async (name) => [name, await readRows(folder, name)] as const)),
    );
  });

  afterAll(async () => {
    await Promise.all(folders.map((one) => rm(one, { recursive: true })));
  });

  it('is the same to the byte for one seed and day, and another for another seed', async () => {
    const again = await demo(7);
    const other = await demo(8);

    const names = await readdir(folder);
    const bytes = (from: string) => Promise.all(names.map((name) => readFile(join(from, name), 'utf8')));
    const [first, second, third] = await Promise.all([folder, again.folder, other.folder].map(bytes));

    expect(names).toHaveLength(14);
    expect(second).toEqual(first);
    expect(third).not.toEqual(first);
  });

  it('has the size of a small firm with eighteen months behind it', () => {
    expect(counts).toMatchObject({ offices: 3, users: 9, searches: 40, candidates: 600, stages: 8 });
    expect(Object.entries(firm).map(([name, rows]) => [name, rows.length])).toEqual(Object.entries(counts));
    expect(column(file('candidates'), 'candidate_ref').size).toBe(600);
    const oldest = Math.min(...file('searches').map((row) => moment(row, 'opened_at')));
    expect((Date.parse(TODAY) - oldest) / DAY).toBeLessThan(560);
    expect((Date.parse(TODAY) - oldest) / DAY).toBeGreaterThan(400);
  });

  it('lets one person of every role sign in', () => {
    const logins = file('users').map((row) => `${text(row, 'role')} ${text(row, 'email')}`);

    for (const role of ['admin', 'partner', 'consultant', 'researcher']) {
      expect(logins).toContain(`${role} ${role}@searchlight.example`);
    }
  });

  it('says that it is simulated', () => {
    expect(column(file('candidates'), 'source')).toEqual(new Set(['simulated']));
    expect(file('clients').filter((row) => !text(row, 'name').endsWith('(simulated)'))).toEqual([]);
    const addresses = ['users', 'contacts', 'candidates'].flatMap((name) => [...column(file(name), 'email')]);
    expect(addresses.filter((address) => !/^[a-z0-9.-]+@[a-z.-]+\.example$/.test(address))).toEqual([]);
  });

  it('refers only to what it contains', () => {
    const users = column(file('users'), 'email');
    const searches = column(file('searches'), 'search_ref');
    const candidates = column(file('candidates'), 'candidate_ref');
    const clients = column(file('clients'), 'client_ref');
    const offices = column(file('offices'), 'office');
    const candidacies = new Set(file('candidacies').map(pair));

    expect([
      ...['holidays', 'users', 'searches'].flatMap((name) => dangling(file(name), 'office', offices)),
      ...['contacts', 'searches'].flatMap((name) => dangling(file(name), 'client_ref', clients)),
      ...dangling(file('clients'), 'parent_ref', clients),
      ...['lead_email', 'team_emails'].flatMap((name) => dangling(file('searches'), name, users)),
      ...['stage_moves', 'activities'].flatMap((name) => dangling(file(name), 'by_email', users)),
      ...['holds', 'reopenings', 'candidacies', 'activities'].flatMap((n) => dangling(file(n), 'search_ref', searches)),
      ...['candidacies', 'activities'].flatMap((name) => dangling(file(name), 'candidate_ref', candidates)),
      ...dangling(file('activities'), 'contact_ref', column(file('contacts'), 'contact_ref')),
      ...dangling(file('stage_moves'), 'stage', column(file('stages'), 'stage')),
      ...['stage_moves', 'offers'].flatMap((name) => file(name).filter((row) => !candidacies.has(pair(row)))),
    ]).toEqual([]);
    expect(candidacies.size).toBe(file('candidacies').length);
  });

  it('moves everybody forward in time, from the first stage on, while the search is open', () => {
    const opened = new Map(file('searches').map((row) => [text(row, 'search_ref'), moment(row, 'opened_at')]));
    const moves = groupBy(file('stage_moves'), pair);

    for (const rows of moves.values()) {
      const times = rows.map((row) => moment(row, 'at'));
      expect(rows[0]).toMatchObject({ stage: 'sourced', voided: '' });
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
      expect(times[0]).toBeGreaterThan(opened.get(text(rows[0] ?? {}, 'search_ref')) ?? Infinity);
      expect(Math.max(...times)).toBeLessThan(Date.parse(TODAY));
    }
    expect(moves.size).toBe(file('candidacies').length);
    expect(file('stage_moves').filter((row) => row.voided === 'yes').length).toBeGreaterThan(3);
  });

  it('makes its first offer after about 52 days', () => {
    const reopened = new Map(file('reopenings').map((row) => [text(row, 'search_ref'), moment(row, 'reopened_at')]));
    const opened = new Map(
      file('searches').map((row) => {
        const ref = text(row, 'search_ref');
        return [ref, reopened.get(ref) ?? moment(row, 'opened_at')];
      }),
    );

    const days = [...groupBy(file('offers'), (row) => text(row, 'search_ref'))].map(([ref, offers]) => {
      const first = Math.min(...offers.map((row) => moment(row, 'extended_at')));
      return (first - (opened.get(ref) ?? NaN)) / DAY;
    });

    const mean = days.reduce((sum, one) => sum + one, 0) / days.length;
    expect(mean).toBeGreaterThan(45);
    expect(mean).toBeLessThan(60);
  });

  it('places a candidate only with an accepted offer, in a search closed for it', () => {
    const accepted = file('offers').filter((row) => row.decision === 'accepted');
    const placed = file('candidacies').filter((row) => row.outcome === 'placed');
    const endings = [...file('searches'), ...file('reopenings')].filter((row) => row.close_reason === 'placed');

    expect(placed.map(pair).sort()).toEqual(accepted.map(pair).sort());
    expect(placed.map((row) => text(row, 'search_ref')).sort()).toEqual([...column(endings, 'search_ref')].sort());
  });

  it('has searches of every status and offers of every fate', () => {
    const running = new Set(file('holds').flatMap((row) => (row.ended_at ? [] : [text(row, 'search_ref')])));
    const latest = new Map([...file('searches'), ...file('reopenings')].map((row) => [row.search_ref, row]));
    const states = [...latest].map(([ref, row]) => row.close_reason || (running.has(ref ?? '') ? 'on_hold' : 'open'));

    expect(states.filter((state) => state === 'open')).toHaveLength(18);
    expect(states.filter((state) => state === 'on_hold')).toHaveLength(2);
    expect(new Set(states)).toEqual(
      new Set(['open', 'on_hold', 'placed', 'internal_hire', 'cancelled', 'terminated', 'unfilled']),
    );
    expect(column(file('offers'), 'decision')).toEqual(new Set(['accepted', 'declined', 'expired', 'rescinded', '']));
    const reasons = column(file('candidacies'), 'outcome_reason');
    expect(reasons.has('took_another_offer') && reasons.has('no_longer_available')).toBe(true);
  });

  it('places few Chief AI Officers in Europe within ninety days', () => {
    const caio = file('searches').filter((row) => row.role_key === 'chief_ai_officer' && row.region === 'Europe');
    const quick = caio.filter((row) => {
      const days = (moment(row, 'closed_at') - moment(row, 'opened_at')) / DAY;
      return row.close_reason === 'placed' && days <= 90;
    });

    expect(caio.length).toBeGreaterThanOrEqual(8);
    expect(quick.length / caio.length).toBeLessThan(0.15);
  });
});

describe('the sample data', () => {
  it('is made on whatever day, and everything in it happened before', async () => {
    for (let day = 0; day < 400; day += 19) {
      const today = new Date(Date.parse(TODAY) + day * DAY).toISOString().slice(0, 10);
      const texts = await sampleFirm(today);
      const rows = (name: string): Row[] => parse(texts.get(name) ?? '', { columns: true });

      expect(texts.size).toBe(14);
      expect([rows('searches.csv').length, rows('candidates.csv').length]).toEqual([13, 70]);
      const facts = [...rows('stage_moves.csv'), ...rows('activities.csv')];
      expect(facts.filter((row) => text(row, 'at') >= today)).toEqual([]);
    }
  });
});
