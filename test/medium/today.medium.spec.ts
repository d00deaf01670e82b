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
  it('lists flags in the order the windows run out, a search by its first window, then by deadline', async () => {
    const { firm, flags } = await aBusyFirm();

    const { items } = await flags.today(firm.actor('consultant'));

    expect(items.map(({ rule, search }) => [search.title, rule])).toEqual([
      ['Window opened first', 'no_progress'],
      ['Window opened first', 'stage_overdue'],
      ['Window opened first', 'window_closing'],
      ['Window opened second', 'no_progress'],
      ['Window opened second', 'stage_overdue'],
      ['Window opened second', 'window_closing'],
      ['Nobody in it', 'no_progress'],
    ]);
  });

  it('says who, until when, what to do next', async () => {
    const { firm, flags, firstWindow } = await aBusyFirm();

    const { items } = await flags.today(firm.actor('consultant'));

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

  it('shows partners everything, their own searches first, and researchers only what they are on', async () => {
    const { firm, flags, past, sweepAt } = await aBusyFirm();
    await past.search({
      title: 'With the researcher',
      openedAt: '2026-03-02T09:00:00Z',
      teamUserIds: [firm.users.researcher.id],
    });
    await sweepAt('2026-03-25T10:00:00Z');

    const titles = async (role: 'partner' | 'researcher') => [
      ...new Set((await flags.today(firm.actor(role))).items.map(({ search }) => search.title)),
    ];
    expect(await titles('partner')).toEqual([
      "The partner's own",
      'Window opened first',
      'Window opened second',
      'Nobody in it',
      'With the researcher',
    ]);
    expect(await titles('researcher')).toEqual(['With the researcher']);
  });

  it('loses an item the moment somebody acts on it', async () => {
    const { firm, flags, past, first, firstWindow } = await aBusyFirm();

    await past.move(first, firstWindow, 'assessed', '2026-03-25T10:00:00Z');

    const { items } = await flags.today(firm.actor('consultant'));
    expect(items.filter(({ search }) => search.id === first).map(({ rule }) => rule)).toEqual(['window_closing']);
  });
});

describe('a confidential search', () => {
  it.each([
    ['the lead', 'consultant', true],
    ['a member of the team', 'researcher', true],
    ['a partner who is not on it', 'partner', false],
    ['an admin who is not on it', 'admin', false],
  ] as const)('in today and among its flags, seen by %s', async (_, role, seen) => {
    const { firm, past, flags, sweepAt } = await aFirmWithAPast(dataSource);
    const searchId = await past.search({
      openedAt: '2026-03-02T09:00:00Z',
      confidential: true,
      teamUserIds: [firm.users.researcher.id],
    });
    await sweepAt('2026-03-25T09:00:00Z');

    expect((await flags.today(firm.actor(role))).items.length > 0).toBe(seen);
    const seenFlags = flags.openFlags(firm.actor(role), searchId).then((rows) => rows.length > 0);
    await (seen ? expect(seenFlags).resolves.toBe(true) : expect(seenFlags).rejects.toThrow('no search'));
  });

  it('of another firm does not exist', async () => {
    const { past, sweepAt } = await aFirmWithAPast(dataSource);
    const searchId = await past.search({ openedAt: '2026-03-02T09:00:00Z' });
    await sweepAt('2026-03-25T09:00:00Z');
    const other = await aFirmWithAPast(dataSource);

    expect(await other.flags.today(other.firm.actor('admin'))).toEqual({ items: [], closingSoon: 0, snoozed: 0 });
    await expect(other.flags.openFlags(other.firm.actor('admin'), searchId)).rejects.toThrow('no search');
  });
});
