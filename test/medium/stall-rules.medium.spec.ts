import type { DataSource } from 'typeorm';
import { STALL_RULE_NAMES } from '@app/clocks/clocks.types.js';
import { STALL_RULES } from '@app/clocks/stall-rules.rules.js';
import { newId } from '@app/platform/database/id.js';
import { aFirmWithAPast, announcements, FIRST_RULES_ONLY, flagsOnRecord, openRules, setLimits } from '../lib/stalls.js';
import { openTestDatabase } from './database.js';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestDatabase();
});
afterAll(() => dataSource.destroy());

type Stage = Awaited<ReturnType<typeof aFirmWithAPast>>;

/** Everything but the rule under test is silent: limits nobody reaches, no target date. */
const only = (limits: object) => ({
  ...FIRST_RULES_ONLY,
  noProgressDays: 900,
  noProgressSourcingDays: 900,
  windowWatchDay: 900,
  windowCloseDay: 901,
  ...limits,
});

async function aStage(limits: object) {
  const stage = await aFirmWithAPast(dataSource, only(limits));
  await dataSource.query('update stage set budget_working_days = 900 where firm_id = $1', [stage.firm.id]);
  const searchId = await stage.past.search({ openedAt: '2026-03-02T09:00:00Z' });
  return { ...stage, searchId };
}

const reasons = async ({ firm }: Stage) =>
  (await flagsOnRecord(dataSource, firm)).map(({ rule, severity, state, reason }) => [rule, severity, state, reason]);

describe('the view of open flags', () => {
  const definition = async (): Promise<string> => {
    const [{ view }] = await dataSource.query(`select pg_get_viewdef('open_flag'::regclass) as view`);
    return view;
  };

  it('knows an episode key for every rule, and for no other', async () => {
    const known = [...(await definition()).matchAll(/\bWHEN '(\w+)'::text THEN/g)].map(([, rule]) => rule);

    expect(known.sort()).toEqual([...STALL_RULE_NAMES].sort());
  });

  it('lets the flags of those rules stand on hold that a hold does not pause', async () => {
    const [, list = ''] = /'on_hold'::text\) OR \(f\.rule = ANY \(ARRAY\[(.*?)\]/.exec(await definition()) ?? [];
    const listed = [...list.matchAll(/'(\w+)'/g)].map(([, rule]) => rule);

    expect(listed.sort()).toEqual(
      STALL_RULES.filter(({ pausedByHold }) => !pausedByHold)
        .map(({ name }) => name)
        .sort(),
    );
  });
});

describe('a rule is raised by the sweep, told once, and its flag gone in the commit of the progress', () => {
  it('client_silent: watched, stalled, answered', async () => {
    const stage = await aStage({ clientSilentWatchDays: 3, clientSilentStalledDays: 5 });
    const { firm, past, searchId, sweepAt } = stage;
    const candidacyId = await past.candidacy(searchId, { stage: 'presented', at: '2026-03-03T10:00:00Z' });
    expect(await sweepAt('2026-03-06T16:59:00Z')).toMatchObject({ raised: 0 });
    expect(await sweepAt('2026-03-06T17:00:00Z')).toMatchObject({ raised: 1 });
    expect(await sweepAt('2026-03-10T17:00:00Z')).toMatchObject({ raised: 0 });
    expect(await reasons(stage)).toEqual([['client_silent', 'stalled', 'open', null]]);

    await past.said(searchId, candidacyId, 'client_feedback', '2026-03-10T18:00:00Z');

    expect(await openRules(dataSource, firm)).toEqual([]);
    await sweepAt('2026-03-20T18:00:00Z');
    expect(await reasons(stage)).toEqual([['client_silent', 'stalled', 'cleared', 'progress']]);

    await past.said(searchId, candidacyId, 'interview', '2026-03-20T19:00:00Z');
    expect(await openRules(dataSource, firm)).toEqual([]);
    await past.move(searchId, candidacyId, 'client_interview', '2026-03-20T19:30:00Z');
    expect(await sweepAt('2026-03-25T18:00:00Z')).toMatchObject({ raised: 1 });
    expect(await announcements(dataSource, firm)).toBe(2);
  });

  it('offer_pending: by the working days, by the expiry, decided', async () => {
    const stage = await aStage({ offerPendingDays: 5 });
    const { firm, past, searchId, sweepAt } = stage;
    const candidacyId = await past.candidacy(searchId, { stage: 'finalist', at: '2026-03-03T10:00:00Z' });
    const first = await past.offer(searchId, candidacyId, '2026-03-04T10:00:00Z', '2026-03-09T10:00:00Z');
    expect(await sweepAt('2026-03-09T09:59:00Z')).toMatchObject({ raised: 0 });
    expect(await sweepAt('2026-03-09T10:00:00Z')).toMatchObject({ raised: 1 });
    await past.decide(searchId, first, 'declined', '2026-03-09T11:00:00Z');
    expect(await openRules(dataSource, firm)).toEqual([]);
    await past.offer(searchId, candidacyId, '2026-03-10T10:00:00Z');
    expect(await sweepAt('2026-03-17T17:00:00Z')).toMatchObject({ raised: 1, cleared: 1 });

    const [flag] = await dataSource.query(
      `select candidacy_id as "candidacyId" from stall_flag where firm_id = $1 and state = 'open'`,
      [firm.id],
    );
    expect(flag).toEqual({ candidacyId });
    await past.end(searchId, candidacyId, '2026-03-18T10:00:00Z');
    expect(await openRules(dataSource, firm)).toEqual([]);
  });

  it('slate_late: each arrival ends an episode, and the third ends them all', async () => {
    const stage = await aStage({ slateSize: 3 });
    const { firm, past, searchId, sweepAt } = stage;
    const first = await past.candidacy(searchId, { stage: 'presented', at: '2026-03-03T10:00:00Z' });
    await past.end(searchId, first, '2026-03-04T10:00:00Z');
    expect(await sweepAt('2026-03-29T22:00:00Z')).toMatchObject({ raised: 1 });

    const second = await past.candidacy(searchId, { stage: 'assessed', at: '2026-03-30T10:00:00Z' });
    expect(await openRules(dataSource, firm)).toEqual(['slate_late']);
    await past.move(searchId, second, 'presented', '2026-03-30T11:00:00Z');
    expect(await openRules(dataSource, firm)).toEqual([]);
    expect(await sweepAt('2026-03-30T12:00:00Z')).toMatchObject({ raised: 1, cleared: 1 });
    await past.candidacy(searchId, { stage: 'presented', at: '2026-03-30T13:00:00Z' });
    expect(await openRules(dataSource, firm)).toEqual([]);
    expect(await sweepAt('2026-03-30T14:00:00Z')).toMatchObject({ raised: 0, cleared: 1 });
    expect(await announcements(dataSource, firm)).toBe(2);
  });

  it('thin_pipeline: people come, and one of them goes', async () => {
    const stage = await aStage({ thinPipelineSize: 2 });
    const { firm, past, searchId, sweepAt } = stage;
    expect(await sweepAt('2026-03-22T23:00:00Z')).toMatchObject({ raised: 1 });
    const first = await past.candidacy(searchId, { stage: 'assessed', at: '2026-03-23T10:00:00Z' });
    expect(await openRules(dataSource, firm)).toEqual([]);
    await past.candidacy(searchId, { stage: 'presented', at: '2026-03-23T11:00:00Z' });
    expect(await sweepAt('2026-03-23T12:00:00Z')).toMatchObject({ raised: 0, cleared: 1 });

    await past.end(searchId, first, '2026-03-24T10:00:00Z');
    expect(await sweepAt('2026-03-24T12:00:00Z')).toMatchObject({ raised: 1 });
    expect(await openRules(dataSource, firm)).toEqual(['thin_pipeline']);
  });

  it('decision_maker_silent: a call ends it, also one that was about no search in particular', async () => {
    const stage = await aStage({ decisionMakerDays: 10 });
    const { firm, past, searchId, sweepAt } = stage;
    expect(await sweepAt('2026-03-16T17:00:00Z')).toMatchObject({ raised: 1 });

    await past.calledDecisionMaker(searchId, '2026-03-17T10:00:00Z');
    expect(await openRules(dataSource, firm)).toEqual([]);
    expect(await sweepAt('2026-03-31T16:00:00Z')).toMatchObject({ raised: 1, cleared: 1 });

    await dataSource.query(
      `insert into activity (firm_id, id, contact_id, kind, at)
       select firm_id, $2, id, 'meeting', '2026-04-01T10:00:00Z' from contact where firm_id = $1`,
      [firm.id, newId()],
    );
    expect(await openRules(dataSource, firm)).toEqual([]);
  });

  it('pace: a target that cannot be met, a step forward that brings it back, a new target', async () => {
    const stage = await aStage({});
    const { firm, past, searchId, sweepAt } = stage;
    await dataSource.query('update stage set budget_working_days = 4 where firm_id = $1', [firm.id]);
    await past.target(searchId, '2026-03-13');
    const candidacyId = await past.candidacy(searchId, { stage: 'assessed', at: '2026-03-03T10:00:00Z' });
    expect(await sweepAt('2026-03-04T09:00:00Z')).toMatchObject({ raised: 1 });
    expect(await openRules(dataSource, firm)).toEqual(['pace']);

    await past.move(searchId, candidacyId, 'finalist', '2026-03-04T10:00:00Z');
    expect(await sweepAt('2026-03-04T11:00:00Z')).toMatchObject({ raised: 0, cleared: 1 });
    expect(await reasons(stage)).toEqual([['pace', 'watch', 'cleared', 'progress']]);

    await past.target(searchId, '2026-03-06');
    await sweepAt('2026-03-05T09:00:00Z');
    expect(await openRules(dataSource, firm)).toEqual(['pace']);
    expect(await announcements(dataSource, firm)).toBe(1);
  });
});

describe('limits and calendars', () => {
  it('a longer limit clears the flag, the old one opens the same row again, and nobody is told twice', async () => {
    const stage = await aStage({ clientSilentWatchDays: 3 });
    const { firm, past, searchId, sweepAt } = stage;
    await past.candidacy(searchId, { stage: 'presented', at: '2026-03-03T10:00:00Z' });
    await sweepAt('2026-03-06T17:00:00Z');

    await setLimits(dataSource, firm, only({ clientSilentWatchDays: 9 }));
    expect(await sweepAt('2026-03-06T18:00:00Z')).toMatchObject({ cleared: 1 });
    expect(await reasons(stage)).toEqual([['client_silent', 'watch', 'cleared', 'policy']]);
    await setLimits(dataSource, firm, only({ clientSilentWatchDays: 2 }));
    expect(await sweepAt('2026-03-06T18:10:00Z')).toMatchObject({ raised: 0 });

    expect(await reasons(stage)).toEqual([['client_silent', 'watch', 'open', null]]);
    expect(await announcements(dataSource, firm)).toBe(1);
  });

  it('a holiday of the client moves the deadline, and the flag says whose holiday it was', async () => {
    const stage = await aStage({ clientSilentWatchDays: 3 });
    const { firm, past, searchId, sweepAt } = stage;
    await past.candidacy(searchId, { stage: 'presented', at: '2026-03-03T10:00:00Z' });
    await past.clientHoliday('2026-03-05');

    expect(await sweepAt('2026-03-06T18:00:00Z')).toMatchObject({ raised: 0 });
    expect(await sweepAt('2026-03-09T17:00:00Z')).toMatchObject({ raised: 1 });
    const [{ basis }] = await dataSource.query('select basis from stall_flag where firm_id = $1', [firm.id]);
    expect(basis).toMatchObject({
      clientCalendarVersion: 2,
      holidaysSkipped: [{ date: '2026-03-05', name: null, calendar: 'client' }],
    });
  });

  it('a role and a search may have limits of their own', async () => {
    const stage = await aStage({ clientSilentWatchDays: 3 });
    const { firm, past, searchId, sweepAt } = stage;
    const other = await past.search({ openedAt: '2026-03-02T09:00:00Z' });
    await past.candidacy(searchId, { stage: 'presented', at: '2026-03-03T10:00:00Z' });
    await past.candidacy(other, { stage: 'presented', at: '2026-03-03T10:00:00Z' });
    await dataSource.query(
      `insert into stall_policy (firm_id, id, scope, scope_key, settings) values ($1, $2, 'search', $3, '{"clientSilentWatchDays": 8}')`,
      [firm.id, newId(), other],
    );

    expect(await sweepAt('2026-03-06T18:00:00Z')).toMatchObject({ raised: 1 });
    const [flag] = await dataSource.query('select search_id from stall_flag where firm_id = $1', [firm.id]);
    expect(flag.search_id).toBe(searchId);
  });
});

describe('a flag that nobody takes in hand', () => {
  /** Raised on Friday 6 March 2026 at six in the evening, to be escalated on Tuesday 10 March at six. */
  async function aRaisedFlag() {
    const stage = await aStage({ clientSilentWatchDays: 3, escalateAfterDays: 2 });
    const candidacyId = await stage.past.candidacy(stage.searchId, { stage: 'presented', at: '2026-03-03T10:00:00Z' });
    await stage.sweepAt('2026-03-06T17:00:00Z');
    const [flag] = await dataSource.query('select id from stall_flag where firm_id = $1', [stage.firm.id]);
    return { ...stage, candidacyId, flagId: flag.id as string };
  }
  const told = async ({ firm }: Stage) =>
    (await dataSource.query('select action from flag_action where firm_id = $1 order by at, id', [firm.id])).map(
      ({ action }: { action: string }) => action,
    );
  const facts = async ({ firm }: Stage, fact: string) =>
    (await dataSource.query('select 1 from outbox where firm_id = $1 and fact = $2', [firm.id, fact])).length;

  it('goes to the lead partner after two working days, once', async () => {
    const stage = await aRaisedFlag();

    expect(await stage.sweepAt('2026-03-10T16:59:00Z')).toMatchObject({ escalated: 0 });
    expect(await stage.sweepAt('2026-03-10T17:00:00Z')).toMatchObject({ escalated: 1 });
    expect(await stage.sweepAt('2026-03-11T17:00:00Z')).toMatchObject({ escalated: 0 });

    expect(await told(stage)).toEqual(['escalated']);
    expect(await facts(stage, 'stalls.flag_escalated')).toBe(1);
  });

  it('goes there once whatever the number of sweepers', async () => {
    const stage = await aRaisedFlag();
    stage.clock.set('2026-03-10T17:00:00Z');

    await Promise.all(Array.from({ length: 4 }, () => stage.stalls.sweepFirm(stage.firm.id)));
    await stage.stalls.sweepFirm(stage.firm.id);

    expect(await told(stage)).toEqual(['escalated']);
    expect(await facts(stage, 'stalls.flag_escalated')).toBe(1);
  });

  it('goes there although its search is not due', async () => {
    const stage = await aRaisedFlag();
    await dataSource.query(`update search_check set next_check_at = 'infinity' where firm_id = $1`, [stage.firm.id]);

    expect(await stage.sweepAt('2026-03-10T17:00:00Z')).toMatchObject({ searches: 0, escalated: 1 });
  });

  it.each<[string, string]>([
    ['acknowledged', `acknowledged_at = now(), acknowledge_reason = 'Seen'`],
    ['snoozed', `snoozed_until = '2026-04-01T07:00:00Z'`],
  ])('stays open and never goes there while it is %s', async (_, change) => {
    const stage = await aRaisedFlag();
    await dataSource.query(`update stall_flag set ${change} where firm_id = $1`, [stage.firm.id]);

    expect(await stage.sweepAt('2026-03-20T17:00:00Z')).toMatchObject({ escalated: 0 });
    expect(await openRules(dataSource, stage.firm)).toEqual(['client_silent']);
  });

  it('wakes when its snooze is over, and is escalated then', async () => {
    const stage = await aRaisedFlag();
    await dataSource.query(`update stall_flag set snoozed_until = '2026-03-12T07:00:00Z' where firm_id = $1`, [
      stage.firm.id,
    ]);

    expect(await stage.sweepAt('2026-03-12T06:59:00Z')).toMatchObject({ escalated: 0 });
    expect(await stage.sweepAt('2026-03-12T07:00:00Z')).toMatchObject({ escalated: 1 });

    expect(await told(stage)).toEqual(['woken', 'escalated']);
    expect(await facts(stage, 'stalls.flag_woken')).toBe(1);
  });

  it('does not go there once the client has answered, whether or not a sweep has tidied up', async () => {
    const stage = await aRaisedFlag();
    await stage.past.said(stage.searchId, stage.candidacyId, 'client_feedback', '2026-03-10T10:00:00Z');
    await dataSource.query(`update search_check set next_check_at = 'infinity' where firm_id = $1`, [stage.firm.id]);

    expect(await stage.sweepAt('2026-03-11T17:00:00Z')).toMatchObject({ escalated: 0 });
    expect(await told(stage)).toEqual([]);
  });

  it('after a hold is given its two working days again', async () => {
    const stage = await aRaisedFlag();
    await stage.past.hold(stage.searchId, '2026-03-09T10:00:00Z');
    expect(await stage.sweepAt('2026-03-13T10:00:00Z')).toMatchObject({ escalated: 0 });
    await stage.past.resume(stage.searchId, '2026-03-16T10:00:00Z');

    expect(await stage.sweepAt('2026-03-16T11:00:00Z')).toMatchObject({ raised: 0, escalated: 0 });
    expect(await stage.sweepAt('2026-03-18T17:00:00Z')).toMatchObject({ escalated: 1 });
  });
});
