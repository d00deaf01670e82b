import type { DataSource } from 'typeorm';
import { aFirmWithAPast } from '../lib/stalls.js';
import { openTestDatabase } from './database.js';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestDatabase();
});
afterAll(() => dataSource.destroy());

/** Three searches of the consultant, flagged on Wed 25 March 2026; and one of the partner's own. */
async function aBusyFirm() {
  const stage = await aFirmWithAPast(dataSource);
  const { past, firm } = stage;
  const quiet = await past.search({ title: 'Nobody in it', openedAt: '2026-03-02T09:00:00Z' });
  const later = await past.search({ title: 'Window opened second', openedAt: '2026-03-02T09:00:00Z' });
  const first = await past.search({ title: 'Window opened first', openedAt: '2026-03-02T09:00:00Z' });
  const candidacy = async (searchId: string, name: string, at: string) =>
    past.candidacy(searchId, { stage: 'contacted', at, candidateId: await past.person(name) });
  const secondWindow = await candidacy(later, 'Simulated Second', '2026-03-04T10:00:00Z');
  const firstWindow = await candidacy(first, 'Simulated First', '2026-03-03T10:00:00Z');
  const partners = await past.search({
    title: "The partner's own",
    openedAt: '2026-03-02T09:00:00Z',
    leadUserId: firm.users.partner.id,
  });
  await stage.sweepAt('2026-03-25T09:00:00Z');
  return { ...stage, quiet, later, first, partners, firstWindow, secondWindow };
}

describe('today', () => {
  it('lists people and searches in the order the windows run out, a search by its first window', async () => {
    const { firm, day } = await aBusyFirm();

    const { items } = await day.today(firm.actor('consultant'));

    expect(items.map(({ group, rule, search, candidacy }) => [group, search.title, candidacy !== null, rule])).toEqual([
      ['save', 'Window opened first', false, 'no_progress'],
      ['save', 'Window opened first', true, 'stage_overdue'],
      ['save', 'Window opened first', true, 'window_closing'],
      ['save', 'Window opened second', false, 'no_progress'],
      ['save', 'Window opened second', true, 'stage_overdue'],
      ['save', 'Window opened second', true, 'window_closing'],
      ['ours', 'Nobody in it', false, 'no_progress'],
    ]);
  });

  it('says who, until when, what to do next', async () => {
    const { firm, day, firstWindow } = await aBusyFirm();

    const { items } = await day.today(firm.actor('consultant'));

    expect(items[2]).toMatchObject({
      severity: 'watch',
      candidacy: { id: firstWindow, candidateName: 'Simulated First' },
      search: { title: 'Window opened first' },
      sentence: 'Window closes Tue 31 Mar (day 22 of 28), no offer yet',
      nextStep: 'Assess the candidate this week and tell the client that they are in the market.',
      window: {
        openedAt: new Date('2026-03-03T10:00:00Z'),
        day: 22,
        days: 28,
        closesAt: new Date('2026-03-30T22:00:00Z'),
        closesOn: '2026-03-31',
        state: 'closing',
      },
    });
  });

  it('shows partners everything, their own searches first in each group, and researchers only what they are on', async () => {
    const { firm, day, past, sweepAt } = await aBusyFirm();
    await past.search({
      title: 'With the researcher',
      openedAt: '2026-03-02T09:00:00Z',
      teamUserIds: [firm.users.researcher.id],
    });
    await sweepAt('2026-03-25T10:00:00Z');

    const titles = async (role: 'partner' | 'researcher') => [
      ...new Set((await day.today(firm.actor(role))).items.map(({ search }) => search.title)),
    ];
    expect(await titles('partner')).toEqual([
      'Window opened first',
      'Window opened second',
      "The partner's own",
      'Nobody in it',
      'With the researcher',
    ]);
    expect(await titles('researcher')).toEqual(['With the researcher']);
  });

  it('loses an item the moment somebody acts on it', async () => {
    const { firm, day, past, first, firstWindow } = await aBusyFirm();

    await past.move(first, firstWindow, 'assessed', '2026-03-25T10:00:00Z');

    const { items } = await day.today(firm.actor('consultant'));
    expect(items.filter(({ search }) => search.id === first).map(({ rule }) => rule)).toEqual(['window_closing']);
  });
});

describe('the rows of today', () => {
  it('come in pages, while the counts are of all of them', async () => {
    const { firm, day } = await aBusyFirm();
    const as = firm.actor('consultant');

    const first = await day.today(as, { limit: 2 });
    const rest = await day.today(as, { limit: 3, after: first.next ?? '' });

    expect(first).toMatchObject({ counts: { save: 4, client: 0, ours: 1, lost: 0, acknowledged: 0 }, closingSoon: 2 });
    expect(first.items.map(({ rule }) => rule)).toEqual(['no_progress', 'stage_overdue', 'window_closing']);
    expect(rest.counts).toEqual(first.counts);
    expect(rest.next).toBeNull();
    expect([...first.items, ...rest.items]).toEqual((await day.today(as)).items);
  });

  it('are lost when the window has closed, wait for the client, or are acknowledged', async () => {
    const { firm, day, flags, past, first, firstWindow, secondWindow, quiet, later, sweepAt } = await aBusyFirm();
    const as = firm.actor('consultant');
    await past.move(first, firstWindow, 'assessed', '2026-03-25T10:00:00Z');
    await sweepAt('2026-04-15T09:00:00Z');
    const due = (await day.today(as)).items;

    const groupsOf = (items: typeof due, of: string) => [
      ...new Set(
        items.filter(({ search, candidacy }) => (candidacy?.id ?? search.id) === of).map(({ group }) => group),
      ),
    ];
    expect([groupsOf(due, firstWindow), groupsOf(due, secondWindow)]).toEqual([['lost'], ['lost']]);
    expect([groupsOf(due, quiet), groupsOf(due, later)]).toEqual([['ours'], ['ours']]);
    const { done } = await day.today(as);

    const ofQuiet = due.filter(({ search }) => search.id === quiet).map(({ flagId }) => flagId);
    const { refused } = await flags.changeAll(
      as,
      ofQuiet.map((flagId) => ({ flagId, verb: 'acknowledge', reason: 'The client is away' })),
    );

    const after = await day.today(as);
    expect(refused).toEqual([]);
    expect(groupsOf(after.items, quiet)).toEqual(['acknowledged']);
    expect(after.items.at(-1)?.search.id).toBe(quiet);
    expect(after.counts).toMatchObject({ acknowledged: 1 });
    expect(after.done).toBe(done + ofQuiet.length);
  });
});

describe('a confidential search', () => {
  it.each([
    ['the lead', 'consultant', true],
    ['a member of the team', 'researcher', true],
    ['a partner who is not on it', 'partner', false],
    ['an admin who is not on it', 'admin', false],
  ] as const)('in today and among its flags, seen by %s', async (_, role, seen) => {
    const { firm, past, flags, day, sweepAt } = await aFirmWithAPast(dataSource);
    const searchId = await past.search({
      openedAt: '2026-03-02T09:00:00Z',
      confidential: true,
      teamUserIds: [firm.users.researcher.id],
    });
    await sweepAt('2026-03-25T09:00:00Z');

    expect((await day.today(firm.actor(role))).items.length > 0).toBe(seen);
    const seenFlags = flags.openFlags(firm.actor(role), searchId).then((rows) => rows.length > 0);
    await (seen ? expect(seenFlags).resolves.toBe(true) : expect(seenFlags).rejects.toThrow('no search'));
  });

  it('of another firm does not exist', async () => {
    const { past, sweepAt } = await aFirmWithAPast(dataSource);
    const searchId = await past.search({ openedAt: '2026-03-02T09:00:00Z' });
    await sweepAt('2026-03-25T09:00:00Z');
    const other = await aFirmWithAPast(dataSource);

    expect(await other.day.today(other.firm.actor('admin'))).toMatchObject({
      items: [],
      next: null,
      closingSoon: 0,
      snoozed: 0,
    });
    await expect(other.flags.openFlags(other.firm.actor('admin'), searchId)).rejects.toThrow('no search');
  });
});
