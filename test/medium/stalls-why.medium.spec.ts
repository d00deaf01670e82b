import type { DataSource } from 'typeorm';
import { newId } from '@app/platform/database/id.js';
import { localDate } from '@app/platform/time/local-date.js';
import { aFirmWithAPast, aQuietSearch } from '../lib/stalls.js';
import { openTestDatabase } from './database.js';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestDatabase();
});
afterAll(() => dataSource.destroy());

/** The flag of a rule on a search, as its lead sees it. */
async function flagOf({ flags, firm, searchId }: Awaited<ReturnType<typeof aQuietSearch>>, rule: string) {
  const open = await flags.openFlags(firm.actor('consultant'), searchId);
  return open.find((flag) => flag.rule === rule)?.id ?? '';
}

describe('why a flag stands', () => {
  it('names the fact its clock runs from and counts the days as on a wall calendar', async () => {
    const stage = await aQuietSearch(dataSource);
    const { firm, flags, sweepAt, candidacyId } = stage;
    await aHoliday(firm.officeId, firm.id, '2026-03-06', 'Founding Day');
    await sweepAt('2026-03-12T09:00:00Z');

    const why = await flags.why(firm.actor('consultant'), await flagOf(stage, 'no_progress'));

    expect(why.fact).toEqual({
      kind: 'stage_move',
      at: new Date('2026-03-03T10:00:00Z'),
      what: 'Contacted',
      by: null,
      candidacyId,
      candidateName: 'Simulated Person',
    });
    expect(why.limits).toEqual(['noProgressDays', 'noProgressSourcingDays']);
    expect(why.calendar).toMatchObject({
      zone: 'Europe/Berlin',
      start: '2026-03-03',
      deadline: '2026-03-11',
      today: '2026-03-12',
    });
    expect(why.calendar.days.map(({ date, kind, name, number }) => [date.slice(8), kind, name, number])).toEqual([
      ['03', 'counts', null, null],
      ['04', 'counts', null, 1],
      ['05', 'counts', null, 2],
      ['06', 'holiday', 'Founding Day', null],
      ['07', 'weekend', null, null],
      ['08', 'weekend', null, null],
      ['09', 'counts', null, 3],
      ['10', 'counts', null, 4],
      ['11', 'counts', null, 5],
      ['12', 'counts', null, 6],
    ]);
  });

  it('counts every calendar day of a market window', async () => {
    const stage = await aQuietSearch(dataSource);
    await stage.sweepAt('2026-03-25T09:00:00Z');

    const { calendar } = await stage.flags.why(stage.firm.actor('consultant'), await flagOf(stage, 'window_closing'));

    expect(calendar.days.filter(({ number }) => number !== null)).toHaveLength(22);
    expect(calendar.days.find(({ date }) => date === calendar.deadline)).toMatchObject({ number: 21 });
  });

  it('names the stage whose budget was used up', async () => {
    const stage = await aQuietSearch(dataSource);
    await stage.sweepAt('2026-03-11T09:00:00Z');

    const why = await stage.flags.why(stage.firm.actor('consultant'), await flagOf(stage, 'stage_overdue'));

    expect(why.stageId).toBe(stage.firm.stages['contacted']);
  });

  it('of a hidden search, of another firm or of nothing that stands does not exist', async () => {
    const { firm, flags, past, sweepAt } = await aFirmWithAPast(dataSource);
    const searchId = await past.search({ openedAt: '2026-03-02T09:00:00Z', confidential: true });
    await sweepAt('2026-03-25T09:00:00Z');
    const [flag] = await flags.openFlags(firm.actor('consultant'), searchId);
    const other = await aFirmWithAPast(dataSource);

    for (const [actor, id] of [
      [firm.actor('partner'), flag?.id],
      [other.firm.actor('admin'), flag?.id],
      [firm.actor('consultant'), newId()],
    ] as const) {
      await expect(flags.why(actor, id ?? '')).rejects.toMatchObject({ code: 'flag_not_found' });
    }
    expect(flag).toBeDefined();
  });
});

describe('the history of a search', () => {
  it('has every flag it ever had, the newest first, page by page, with what became of it', async () => {
    const { firm, flags, past, searchId, candidacyId, sweepAt } = await aQuietSearch(dataSource);
    const consultant = firm.actor('consultant');
    await sweepAt('2026-03-11T09:00:00Z');
    const [first] = await flags.openFlags(consultant, searchId);
    await flags.acknowledge(consultant, first?.id ?? '', 'Known');
    await past.move(searchId, candidacyId, 'assessed', '2026-03-12T10:00:00Z');
    await sweepAt('2026-03-12T11:00:00Z');
    await sweepAt('2026-03-20T09:00:00Z');

    const page = await flags.history(consultant, searchId, { limit: 3 });
    const rest = await flags.history(consultant, searchId, { limit: 3, after: page.next ?? '' });

    const all = [...page.items, ...rest.items];
    expect(all.map(({ rule, state, clearedReason }) => [rule, state, clearedReason]).sort()).toEqual([
      ['no_progress', 'cleared', 'progress'],
      ['no_progress', 'open', null],
      ['stage_overdue', 'cleared', 'progress'],
      ['stage_overdue', 'open', null],
    ]);
    expect(rest.next).toBeNull();
    expect(all.find(({ acknowledgedBy }) => acknowledgedBy !== null)).toMatchObject({
      id: first?.id,
      acknowledgedBy: firm.users.consultant.name,
      acknowledgedAfter: 0,
    });
    expect(
      page.figures.map(({ rule, raised, acknowledged, cleared }) => [rule, raised, acknowledged, cleared]),
    ).toEqual(
      expect.arrayContaining([
        [first?.rule, 2, 1, 1],
        [first?.rule === 'no_progress' ? 'stage_overdue' : 'no_progress', 2, 0, 1],
      ]),
    );
  });

  it('shows a flag as over in the very commit that records the progress', async () => {
    const { firm, flags, past, searchId, candidacyId, sweepAt } = await aQuietSearch(dataSource);
    await sweepAt('2026-03-11T09:00:00Z');
    await past.move(searchId, candidacyId, 'assessed', '2026-03-12T10:00:00Z');

    const { items } = await flags.history(firm.actor('consultant'), searchId, {});

    expect(items.map(({ state }) => state)).toEqual(['cleared', 'cleared']);
  });

  it('of a hidden search does not exist', async () => {
    const { firm, flags, past } = await aFirmWithAPast(dataSource);
    const searchId = await past.search({ openedAt: '2026-03-02T09:00:00Z', confidential: true });

    await expect(flags.history(firm.actor('partner'), searchId, {})).rejects.toMatchObject({
      code: 'search_not_found',
    });
  });
});

describe('what if, on the facts as they are', () => {
  it('a longer budget moves the flag, and nothing is written', async () => {
    const { firm, flags, searchId, candidacyId, clock } = await aQuietSearch(dataSource);
    clock.set('2026-03-05T09:00:00Z');
    const stageId = firm.stages['contacted'] ?? '';

    const { flags: changes } = await flags.whatIf(firm.actor('consultant'), searchId, {
      stageBudgets: { [stageId]: 5 },
    });

    expect(changes.find(({ rule }) => rule === 'stage_overdue')).toMatchObject({
      candidacyId,
      change: 'moves',
      before: { from: new Date('2026-03-06T17:00:00Z') },
      after: { from: new Date('2026-03-10T17:00:00Z') },
    });
    const [{ count }] = await dataSource.query(
      `select (select count(*)::int from stall_flag where firm_id = $1)
            + (select count(*)::int from stall_policy where firm_id = $1 and scope <> 'firm') as count`,
      [firm.id],
    );
    expect(count).toBe(0);
  });

  it('is refused for what the search does not have, a search that has ended, and one that is hidden', async () => {
    const { firm, flags, past, searchId, clock } = await aQuietSearch(dataSource);
    clock.set('2026-03-05T09:00:00Z');
    const hidden = await past.search({ openedAt: '2026-03-02T09:00:00Z', confidential: true });
    const consultant = firm.actor('consultant');
    const nobody = { offers: [{ candidacyId: newId(), on: localDate('2026-03-10') }] };

    await expect(flags.whatIf(consultant, searchId, nobody)).rejects.toMatchObject({ code: 'what_if_refused' });
    await expect(flags.whatIf(firm.actor('partner'), hidden, {})).rejects.toMatchObject({ code: 'search_not_found' });
    await dataSource.query(
      `update search set status = 'closed', closed_at = now(), close_reason = 'cancelled' where firm_id = $1 and id = $2`,
      [firm.id, searchId],
    );
    await expect(flags.whatIf(consultant, searchId, {})).rejects.toMatchObject({ code: 'search_not_assessed' });
  });
});

describe('the firm as of a moment', () => {
  it('is as the rules saw it then, filtered, page by page, without what is hidden', async () => {
    const { firm, flags, past, clock } = await aFirmWithAPast(dataSource);
    const openedAt = '2026-03-02T09:00:00Z';
    const quiet = await past.search({ title: 'Quiet', openedAt });
    const moved = await past.search({ title: 'Moved later', openedAt });
    const hidden = await past.search({ title: 'Hidden', openedAt, confidential: true });
    const candidacyId = await past.candidacy(moved, { stage: 'contacted', at: '2026-03-03T10:00:00Z' });
    await past.move(moved, candidacyId, 'assessed', '2026-03-12T10:00:00Z');
    await past.search({ title: 'Opened later', openedAt: '2026-03-13T09:00:00Z' });
    clock.set('2026-03-20T09:00:00Z');
    const at = new Date('2026-03-11T09:00:00Z');
    const asOf = (role: 'partner' | 'consultant', filter = {}, page = {}) =>
      flags.asOf(firm.actor(role), at, filter, page);

    const seen = await asOf('partner');

    expect(seen.items.map(({ id, health }) => [id, health])).toEqual([
      [moved, 'stalled'],
      [quiet, 'on_track'],
    ]);
    expect(seen.counts).toEqual({ stalled: 1, at_risk: 0, on_hold: 0, on_track: 1 });
    expect(seen.items[0]?.flags.find(({ rule }) => rule === 'stage_overdue')).toMatchObject({
      candidacyId,
      candidateName: 'Simulated Person',
      sentence: 'In Contacted since Tue 3 Mar (6 working days, budget 3)',
    });
    expect((await asOf('consultant')).items.map(({ id }) => id)).toContain(hidden);

    const first = await asOf('consultant', {}, { limit: 2 });
    const rest = await asOf('consultant', {}, { limit: 2, after: first.next ?? '' });
    expect([...first.items, ...rest.items].map(({ id }) => id).sort()).toEqual([quiet, moved, hidden].sort());
    expect(rest.next).toBeNull();

    expect((await asOf('partner', { health: 'on_track' })).items.map(({ id }) => id)).toEqual([quiet]);
    expect((await asOf('partner', { rule: 'stage_overdue' })).items.map(({ id }) => id)).toEqual([moved]);
    expect((await asOf('partner', { leadId: firm.users.partner.id })).items).toEqual([]);
  });

  it('is not known of the future', async () => {
    const { firm, flags, clock } = await aFirmWithAPast(dataSource);
    clock.set('2026-03-20T09:00:00Z');

    await expect(flags.asOf(firm.actor('partner'), new Date('2026-03-20T09:01:00Z'), {}, {})).rejects.toMatchObject({
      code: 'moment_in_future',
    });
  });
});

const aHoliday = (officeId: string, firmId: string, date: string, name: string) =>
  dataSource.query('insert into holiday (firm_id, id, office_id, date, name) values ($1, $2, $3, $4, $5)', [
    firmId,
    newId(),
    officeId,
    date,
    name,
  ]);
