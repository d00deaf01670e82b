import type { DataSource } from 'typeorm';
import { newId } from '@app/platform/database/id.js';
import { localDateOf } from '@app/platform/time/zone.js';
import { localDate, type LocalDate } from '@app/platform/time/local-date.js';
import { daysAgo } from '../factories/candidacy.factory.js';
import { aFirmWithAPast } from '../lib/stalls.js';
import { openTestDatabase } from './database.js';

const DAY = 86_400_000;

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestDatabase();
});
afterAll(() => dataSource.destroy());

/** Opened three weeks ago, nobody moved since: one flag that nobody moved, one that the stage is over its budget. */
async function aStalledSearch({ confidential = false }: { confidential?: boolean } = {}) {
  const stage = await aFirmWithAPast(dataSource);
  const openedAt = daysAgo(20);
  const searchId = await stage.past.search({ openedAt, confidential });
  const candidacyId = await stage.past.candidacy(searchId, { stage: 'contacted', at: openedAt });
  stage.clock.set(new Date());
  await stage.stalls.sweepFirm(stage.firm.id);
  const consultant = stage.firm.actor('consultant');
  const open = await stage.flags.openFlags(consultant, searchId);
  const flagId = open.find(({ rule }) => rule === 'no_progress')?.id ?? '';
  return { ...stage, searchId, candidacyId, consultant, flagId };
}

const inDays = (days: number): LocalDate => localDateOf(new Date(Date.now() + days * DAY), 'Europe/Berlin');

interface Traces {
  actions: string[];
  audited: string[];
  announced: string[];
}

/** What was written beside the flag. */
async function tracesOf(flagId: string): Promise<Traces> {
  const list = async (sql: string): Promise<string[]> =>
    (await dataSource.query<{ name: string }[]>(sql, [flagId])).map(({ name }) => name);
  return {
    actions: await list('select action as name from flag_action where flag_id = $1 order by at, id'),
    audited: await list('select action as name from audit_entry where subject_id = $1 order by at, id'),
    announced: await list(`select fact as name from outbox where subject_id = $1 order by created_at, id`),
  };
}

/** That a flag wakes concerns the sweep, which does it too. */
const factOf = (name: string) => `${name === 'woken' ? 'stalls' : 'flags'}.flag_${name}`;

const onceEach = (...names: string[]): Traces => ({
  actions: names,
  audited: names.map(factOf),
  announced: names.map(factOf),
});

describe('a flag in hand', () => {
  it('is acknowledged with a reason, once however often it is said, and taken back', async () => {
    const { flags, consultant, flagId, firm } = await aStalledSearch();

    const acknowledged = await flags.acknowledge(consultant, flagId, 'The client is away until Monday');
    await flags.acknowledge(consultant, flagId, 'The client is away until Monday');

    expect(acknowledged).toMatchObject({
      acknowledgement: {
        at: expect.any(Date),
        by: { id: firm.users.consultant.id, name: firm.users.consultant.name },
        reason: 'The client is away until Monday',
      },
      allowed: { acknowledge: false, takeBack: true },
    });
    expect(await tracesOf(flagId)).toEqual(onceEach('acknowledged'));
    await expect(flags.acknowledge(firm.actor('partner'), flagId, 'I know')).rejects.toMatchObject({
      code: 'flag_acknowledged',
    });

    expect(await flags.takeBack(consultant, flagId)).toMatchObject({ acknowledgement: null });
    await flags.takeBack(consultant, flagId);

    expect(await tracesOf(flagId)).toEqual(onceEach('acknowledged', 'reopened'));
  });

  it('keeps its reason out of everything that is never erased', async () => {
    const { flags, consultant, flagId, firm } = await aStalledSearch();
    await flags.acknowledge(consultant, flagId, 'Simulated Person asked for a week');

    const kept = await dataSource.query(
      `select detail::text as said from flag_action where firm_id = $1
       union all select detail::text from audit_entry where firm_id = $1`,
      [firm.id],
    );

    expect(JSON.stringify(kept)).not.toContain('Simulated Person');
  });

  it('is snoozed until a day of the office and woken before it', async () => {
    const { flags, consultant, flagId, searchId } = await aStalledSearch();

    const snoozed = await flags.snooze(consultant, flagId, inDays(3));
    await flags.snooze(consultant, flagId, inDays(3));

    expect(snoozed.snoozedUntil && localDateOf(snoozed.snoozedUntil, 'Europe/Berlin')).toBe(inDays(3));
    expect(await tracesOf(flagId)).toEqual(onceEach('snoozed'));
    const [{ soon }] = await dataSource.query(
      `select next_check_at <= (select snoozed_until from stall_flag where id = $2) as soon from search_check where search_id = $1`,
      [searchId, flagId],
    );
    expect(soon).toBe(true);

    expect(await flags.wake(consultant, flagId)).toMatchObject({ snoozedUntil: null, allowed: { wake: false } });
    await flags.wake(consultant, flagId);
    expect(await tracesOf(flagId)).toEqual(onceEach('snoozed', 'woken'));
  });

  it.each([
    ['today', 0],
    ['61 days ahead', 61],
  ])('is not snoozed until %s', async (_, days) => {
    const { flags, consultant, flagId } = await aStalledSearch();

    await expect(flags.snooze(consultant, flagId, inDays(days))).rejects.toMatchObject({ code: 'snooze_date_refused' });
    expect(await tracesOf(flagId)).toEqual(onceEach());
  });

  it('is assigned, goes to whoever stands in, and is given back', async () => {
    const { flags, consultant, flagId, firm } = await aStalledSearch();
    const { researcher, admin } = firm.users;

    const assigned = await flags.assign(consultant, flagId, researcher.id);
    await flags.assign(consultant, flagId, researcher.id);
    await anAbsence(firm.id, researcher.id, admin.id);

    expect(assigned).toMatchObject({ assignedTo: { id: researcher.id }, owner: { id: researcher.id } });
    expect(await flags.wake(firm.actor('researcher'), flagId)).toMatchObject({
      assignedTo: { id: researcher.id },
      owner: { id: admin.id },
    });
    expect(await tracesOf(flagId)).toEqual(onceEach('assigned'));

    expect(await flags.assign(consultant, flagId, null)).toMatchObject({
      assignedTo: null,
      owner: { id: firm.users.consultant.id },
    });
  });

  it('is assigned with a reason, which is for whom it goes to and is not audited; who takes it needs none', async () => {
    const { flags, consultant, flagId, firm } = await aStalledSearch();
    const { researcher } = firm.users;

    const given = await flags.assign(consultant, flagId, researcher.id, 'You know Ida Boss');
    expect(given.handedOn).toEqual({
      at: expect.any(Date),
      by: { id: firm.users.consultant.id, name: firm.users.consultant.name },
      reason: 'You know Ida Boss',
    });
    const audited = await dataSource.query('select detail from audit_entry where subject_id = $1', [flagId]);
    expect(JSON.stringify(audited)).not.toContain('Ida');

    const back = await flags.assign(consultant, flagId, null);
    const taken = await flags.assign(firm.actor('partner'), flagId, firm.users.partner.id, 'Mine');
    expect([back.handedOn, taken.handedOn]).toEqual([null, null]);
  });

  it('is assigned to nobody outside the firm, nor to whom its confidential search is hidden', async () => {
    const { flags, consultant, flagId, firm } = await aStalledSearch({ confidential: true });

    for (const userId of [newId(), firm.users.researcher.id]) {
      await expect(flags.assign(consultant, flagId, userId)).rejects.toMatchObject({ code: 'unknown_assignee' });
    }
    expect(await tracesOf(flagId)).toEqual(onceEach());
  });
});

describe('hands off', () => {
  it('a flag of a search one is not on, unless it was given to one', async () => {
    const { flags, consultant, flagId, firm } = await aStalledSearch();
    const researcher = firm.actor('researcher');

    await expect(flags.acknowledge(researcher, flagId, 'Mine now')).rejects.toMatchObject({ code: 'not_allowed' });
    await flags.assign(consultant, flagId, firm.users.researcher.id);

    expect(await flags.acknowledge(researcher, flagId, 'Mine now')).toMatchObject({
      acknowledgement: { reason: 'Mine now' },
    });
  });

  it.each([
    ['acknowledge', (flags: Flags, actor: Actor, id: string) => flags.acknowledge(actor, id, 'No')],
    ['takeBack', (flags: Flags, actor: Actor, id: string) => flags.takeBack(actor, id)],
    ['snooze', (flags: Flags, actor: Actor, id: string) => flags.snooze(actor, id, inDays(2))],
    ['wake', (flags: Flags, actor: Actor, id: string) => flags.wake(actor, id)],
    ['assign', (flags: Flags, actor: Actor, id: string) => flags.assign(actor, id, null)],
  ])('%s: a flag of a hidden search, of another firm or of nobody is the same as none', async (_, act) => {
    const { flags, flagId, firm } = await aStalledSearch({ confidential: true });
    const other = await aFirmWithAPast(dataSource);

    await expect(act(flags, firm.actor('partner'), flagId)).rejects.toMatchObject({ code: 'flag_not_found' });
    await expect(act(flags, other.firm.actor('admin'), flagId)).rejects.toMatchObject({ code: 'flag_not_found' });
    await expect(act(flags, firm.actor('partner'), newId())).rejects.toMatchObject({ code: 'flag_not_found' });
  });

  it('a flag that progress has ended, already before the next sweep says so', async () => {
    const { flags, consultant, flagId, past, searchId, candidacyId } = await aStalledSearch();

    await past.move(searchId, candidacyId, 'assessed', new Date());

    await expect(flags.acknowledge(consultant, flagId, 'Too late')).rejects.toMatchObject({
      code: 'flag_not_standing',
    });
  });

  it('two at once: one acknowledgement stands, the other is told', async () => {
    const { flags, consultant, flagId, firm } = await aStalledSearch();

    const results = await Promise.allSettled([
      flags.acknowledge(consultant, flagId, 'The client is away'),
      flags.acknowledge(firm.actor('partner'), flagId, 'Called them'),
    ]);

    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await tracesOf(flagId)).toEqual(onceEach('acknowledged'));
  });
});

describe('several at once', () => {
  it('are each changed by itself; what is refused says which and why', async () => {
    const { flags, day, consultant, flagId } = await aStalledSearch();
    const before = await day.today(consultant);
    const change = { flagId, verb: 'acknowledge', reason: 'The client is away' } as const;

    const done = await flags.changeAll(consultant, [
      { ...change, flagId: newId() },
      change,
      { flagId, verb: 'snooze', until: localDate('2000-01-01') },
    ]);

    expect(done).toMatchObject({
      items: [{ id: flagId, acknowledgement: { reason: 'The client is away' } }],
      refused: [
        { at: 0, code: 'flag_not_found' },
        { at: 2, code: 'snooze_date_refused' },
      ],
    });
    expect((await day.today(consultant)).done).toBe(before.done + 1);

    const back = await flags.changeAll(consultant, [{ flagId, verb: 'take_back' }]);
    expect(back).toMatchObject({ items: [{ acknowledgement: null }], refused: [] });
    expect(await day.today(consultant)).toEqual(before);
  });
});

describe('today', () => {
  it('hides what is snoozed behind a count, and shows it when asked', async () => {
    const { flags, day, consultant, flagId } = await aStalledSearch();
    const before = await day.today(consultant);

    await flags.snooze(consultant, flagId, inDays(3));

    const after = await day.today(consultant);
    expect(after.items.map((item) => item.flagId)).toEqual(
      before.items.map((item) => item.flagId).filter((id) => id !== flagId),
    );
    expect(after.snoozed).toBe(1);
    expect((await day.today(consultant, { snoozed: true })).items).toMatchObject([
      { flagId, snoozedUntil: expect.any(Date) },
    ]);
  });

  it('has what was assigned to one, and no longer what was assigned to somebody else', async () => {
    const { flags, day, consultant, flagId, firm } = await aStalledSearch();
    await flags.assign(consultant, flagId, firm.users.researcher.id);
    const has = async (role: 'consultant' | 'researcher' | 'partner' | 'admin') =>
      (await day.today(firm.actor(role))).items.some((item) => item.flagId === flagId);

    expect([await has('researcher'), await has('consultant'), await has('partner')]).toEqual([true, false, true]);

    await anAbsence(firm.id, firm.users.researcher.id, firm.users.consultant.id);
    expect(await has('consultant')).toBe(true);
  });
});

type Flags = Awaited<ReturnType<typeof aStalledSearch>>['flags'];
type Actor = Awaited<ReturnType<typeof aStalledSearch>>['consultant'];

/** Away from yesterday until the day after tomorrow. */
const anAbsence = (firmId: string, userId: string, deputyId: string) =>
  dataSource.query(
    `insert into absence (firm_id, id, user_id, deputy_user_id, first_day, last_day) values ($1, $2, $3, $4, $5, $6)`,
    [firmId, newId(), userId, deputyId, inDays(-1), inDays(2)],
  );
