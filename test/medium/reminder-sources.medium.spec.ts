import { NOTICE_KINDS } from '@app/mails/mails.types.js';
import { newId } from '@app/platform/database/id.js';
import { aClientFlag, aFlag } from '../factories/flag.factory.js';
import { readable } from '../lib/mail-text.js';
import { ownDatabase } from '../lib/own-database.js';
import { aMailingFirm, type MailingFirm } from '../lib/reminders.js';

let database: Awaited<ReturnType<typeof ownDatabase>>;
let office: MailingFirm;
let searchId: string;

beforeAll(async () => {
  database = await ownDatabase();
});

beforeEach(async () => {
  office = await aMailingFirm(database.url);
  searchId = await office.past.search({ openedAt: '2026-10-01T09:00:00Z' });
});

afterEach(() => office.stop());

afterAll(() => database.drop());

/** The moment as Postgres reads it: `now() + interval '3 days'`. */
type Moment = string;

async function insert(table: string, values: Record<string, unknown>, moments: Record<string, Moment> = {}) {
  const id = newId();
  const plain = { firm_id: office.firm.id, id, ...values };
  const columns = [...Object.keys(plain), ...Object.keys(moments)];
  const given = Object.keys(plain).map((_, i) => `$${i + 1}`);
  await office.dataSource.query(
    `insert into ${table} (${columns.join(', ')}) values (${[...given, ...Object.values(moments)].join(', ')})`,
    Object.values(plain),
  );
  return id;
}

const aTask = (due: Moment, more: Record<string, unknown> = {}) =>
  insert(
    'task',
    { title: 'Call the referees', assignee_id: office.firm.users.consultant.id, ...more },
    { due_at: due },
  );

async function aCandidacy(stage = 'assessed'): Promise<{ id: string; candidateId: string }> {
  const id = await office.past.candidacy(searchId, { stage, at: '2026-11-10T09:00:00Z' });
  const [row] = await office.dataSource.query('select candidate_id as "candidateId" from candidacy where id = $1', [
    id,
  ]);
  await office.dataSource.query(
    `update candidacy set window_opened_at = null, window_key = null, offer_extended_at = null where id = $1`,
    [id],
  );
  return { id, candidateId: row.candidateId };
}

async function anInterview(starts: Moment, more: Record<string, unknown> = {}): Promise<string> {
  const { id, candidateId } = await aCandidacy();
  return insert(
    'interview',
    { candidacy_id: id, search_id: searchId, candidate_id: candidateId, place: 'Video call', ...more },
    { starts_at: starts, ends_at: `${starts} + interval '1 hour'`, created_at: `now() - interval '10 days'` },
  );
}

async function aWindowOf(days: number): Promise<string> {
  const { id } = await aCandidacy();
  await office.dataSource.query(
    `update candidacy set window_key = $2,
       window_opened_at = ((now() at time zone 'Europe/Berlin')::date - (28 - $3::int) + time '12:00') at time zone 'Europe/Berlin'
     where id = $1`,
    [id, newId(), days],
  );
  return id;
}

async function anOffer(expires: Moment): Promise<string> {
  const { id } = await aCandidacy();
  return insert(
    'offer',
    { candidacy_id: id, search_id: searchId },
    { extended_at: `now() - interval '3 days'`, expires_at: expires },
  );
}

async function aCheckIn(dueOn: Moment): Promise<string> {
  const { id } = await aCandidacy();
  const offerId = await insert(
    'offer',
    { candidacy_id: id, search_id: searchId, decision: 'accepted' },
    { extended_at: `now() - interval '60 days'`, decided_at: `now() - interval '50 days'` },
  );
  return insert('check_in', { offer_id: offerId, candidacy_id: id, search_id: searchId, day: 30 }, { due_on: dueOn });
}

async function anUntoldPerson(found: Moment): Promise<string> {
  const { candidateId } = await aCandidacy();
  await office.dataSource.query(`update candidate set article14_state = 'due', created_at = ${found} where id = $1`, [
    candidateId,
  ]);
  return candidateId;
}

async function aMention(more: Record<string, unknown> = {}): Promise<string> {
  const { partner, consultant } = office.firm.users;
  const note = { kind: 'note', text: 'Simulated note', search_id: searchId, by_user_id: partner.id, ...more };
  const id = await insert('activity', note, { at: 'now()' });
  const mention = 'insert into mention (firm_id, activity_id, user_id, by_user_id) values ($1, $2, $3, $4)';
  await change(mention, office.firm.id, id, consultant.id, partner.id);
  return id;
}

async function anEscalatedFlag(): Promise<string> {
  const flagId = await aFlag(office.dataSource, office.firm.id, searchId);
  await office.dataSource.query('update stall_flag set escalated_at = now() where id = $1', [flagId]);
  return flagId;
}

async function aSilentClient(options: { allowed?: boolean } = {}): Promise<string> {
  const { id } = await aCandidacy('presented');
  return aClientFlag(office.dataSource, office.firm.id, id, options);
}

async function told(): Promise<{ kind: string; who: string; mode: string }[]> {
  return office.dataSource.query(
    `select r.kind, coalesce(u.role, 'contact') as who, r.mode from reminder r
     left join firm_user u on u.firm_id = r.firm_id and u.id = r.recipient_id
     where r.mode <> 'own' order by r.kind, who`,
  );
}

const plan = () => office.sender.planning.planFirm(office.firm.id, 2);
const kinds = async () => (await told()).map(({ kind, who }) => `${kind} to ${who}`);
const change = (sql: string, ...values: unknown[]) => office.dataSource.query(sql, values);

/** Nobody waits for a digest. */
const atOnce = () =>
  change(
    `insert into reminder_preference (firm_id, id, user_id, kind, mode)
     select firm_id, gen_random_uuid(), id, kind, 'immediate' from firm_user,
            unnest(array['task_due', 'check_in_due', 'article14_due']) as kind
     where firm_id = $1`,
    office.firm.id,
  );

it('the database takes the kinds of reminder that the code knows, and no other', async () => {
  const [{ check }] = await office.dataSource.query(
    `select pg_get_constraintdef(oid) as check from pg_constraint where conname = 'reminder_kind_check'`,
  );
  const taken = [...check.matchAll(/'(\w+)'::text/g)].map(([, kind]) => kind);

  expect(taken.sort()).toEqual([...NOTICE_KINDS, 'daily_digest', 'pipeline_health'].sort());
});

describe('what somebody is reminded of', () => {
  const lead = 'consultant';

  it.each<[string, () => Promise<unknown>, string, 'immediate' | 'digest', RegExp]>([
    [
      'a task that is due',
      () => aTask(`now() - interval '1 minute'`),
      `task_due to ${lead}`,
      'digest',
      /Call the referees/,
    ],
    [
      'an interview of tomorrow',
      () => anInterview(`now() + interval '6 hours'`),
      `interview_tomorrow to ${lead}`,
      'immediate',
      /BEGIN:VCALENDAR|text\/calendar/,
    ],
    [
      'an offer that expires within two days',
      () => anOffer(`now() + interval '40 hours'`),
      `offer_expiring to ${lead}`,
      'immediate',
      /offer expires without a decision/,
    ],
    [
      'a check-in of the day',
      () => aCheckIn(`current_date - 1`),
      `check_in_due to ${lead}`,
      'digest',
      /30 days after the start/,
    ],
    [
      'a notice of Article 14',
      () => anUntoldPerson(`now() - interval '1 month' + interval '3 days'`),
      `article14_due to ${lead}`,
      'digest',
      /where their data comes from/,
    ],
    [
      'a window that closes in 2 days',
      () => aWindowOf(2),
      `window_closing to ${lead}`,
      'immediate',
      /window closes in 2 days/,
    ],
    ['a mention', aMention, `mentioned to ${lead}`, 'immediate', /mentioned you/],
    ['an escalated flag', anEscalatedFlag, `flag_escalated to ${lead}`, 'immediate', /Nobody has acknowledged this/],
    [
      'a flag',
      () => aFlag(office.dataSource, office.firm.id, searchId),
      `flag_raised to ${lead}`,
      'immediate',
      /No movement since Thu 5 Nov/,
    ],
  ])('%s, from its source to its mail', async (_title, happens, wanted, mode, words) => {
    await change(`update firm_user set role = 'researcher' where role = 'partner'`);
    await happens();
    if (mode === 'digest') await atOnce();

    await plan();
    await plan();
    const made = await kinds();
    // whatever the hour at which the test runs
    await change('update reminder set due_at = now()');
    await office.fallDue();
    await office.deliver();
    await plan();
    await office.deliver();

    expect(made).toContain(wanted);
    expect(new Set(made).size).toBe(made.length);
    expect(office.server.received).toHaveLength(1);
    expect(readable(office.server.received[0]?.source)).toMatch(words);
    expect(await office.states()).toEqual(['sent']);
  });

  it('an escalated flag goes to the partners', async () => {
    await anEscalatedFlag();

    await plan();

    expect(await kinds()).toContain('flag_escalated to partner');
  });

  it('feedback is asked of the client, once for a search, where the search allows it', async () => {
    await aSilentClient();

    await plan();
    await plan();

    expect(await kinds()).toContain('client_feedback_due to contact');
    const [mail] = await change(
      `select form, contact_id is not null as contact from delivery where form = 'client_feedback'`,
    );
    expect(mail).toEqual({ form: 'client_feedback', contact: true });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a task of tomorrow', () => aTask(`now() + interval '1 day'`)],
    [
      'a task that is done',
      async () => change('update task set done_at = now() where id = $1', await aTask(`now() - interval '1 day'`)),
    ],
    ['an interview of next week', () => anInterview(`now() + interval '8 days'`)],
    [
      'a cancelled interview',
      async () =>
        change(
          'update interview set cancelled_at = now() where id = $1',
          await anInterview(`now() + interval '6 hours'`),
        ),
    ],
    ['an offer with a week to go', () => anOffer(`now() + interval '7 days'`)],
    ['an offer that has expired', () => anOffer(`now() - interval '1 hour'`)],
    ['a check-in of next week', () => aCheckIn('current_date + 7')],
    ['somebody found last week', () => anUntoldPerson(`now() - interval '7 days'`)],
    ['a window with two weeks to go', () => aWindowOf(14)],
    ['a window that has closed', () => aWindowOf(0)],
    ['a client who may not be asked', () => aSilentClient({ allowed: false })],
    ['a mention in what was erased', () => aMention({ text: null })],
    [
      'a mention in a search they may not see any more',
      async () => {
        await aMention();
        await change(
          'update search set confidential = true, lead_user_id = $1 where id = $2',
          ...[office.firm.users.partner.id, searchId],
        );
      },
    ],
    [
      'a mention of a fortnight ago',
      async () =>
        change(`update mention set created_at = now() - interval '14 days' where activity_id = $1`, await aMention()),
    ],
    [
      'an acknowledged flag',
      async () =>
        change(
          `update stall_flag set acknowledged_at = now(), acknowledge_reason = 'known' where id = $1`,
          await anEscalatedFlag(),
        ),
    ],
    [
      'a snoozed flag',
      async () =>
        change(`update stall_flag set snoozed_until = now() + interval '1 day' where id = $1`, await anEscalatedFlag()),
    ],
  ])('nobody of %s', async (_title, happens) => {
    await happens();

    await plan();

    const besides = new Set(['flag_raised to consultant']);
    expect((await kinds()).filter((kind) => !besides.has(kind) || _title.includes('flag'))).toEqual([]);
  });

  it.each<[string, () => Promise<string>, string]>([
    [
      'a task that was done',
      () => aTask(`now() - interval '1 minute'`),
      'update task set done_at = now() where id = $1',
    ],
    [
      'an interview that was cancelled',
      () => anInterview(`now() + interval '6 hours'`),
      'update interview set cancelled_at = now() where id = $1',
    ],
    [
      'an offer that was decided',
      () => anOffer(`now() + interval '1 day'`),
      `update offer set decision = 'accepted', decided_at = now() where id = $1`,
    ],
    ['a mention in what was withdrawn', aMention, 'delete from activity where id = $1'],
    ['a mention that was taken out', aMention, 'delete from mention where activity_id = $1'],
    ['a mention in what was erased', aMention, 'update activity set text = null where id = $1'],
    [
      'a flag that was acknowledged',
      anEscalatedFlag,
      `update stall_flag set acknowledged_at = now(), acknowledge_reason = 'known' where id = $1`,
    ],
    [
      'a flag that was snoozed',
      anEscalatedFlag,
      `update stall_flag set snoozed_until = now() + interval '1 day' where id = $1`,
    ],
    [
      'a flag that was cleared',
      anEscalatedFlag,
      `update stall_flag set state = 'cleared', cleared_at = now() where id = $1`,
    ],
  ])('and not any more of %s before the mail left', async (_title, happens, undo) => {
    const id = await happens();
    await atOnce();
    await plan();
    await change(undo, id);
    await office.fallDue();

    await office.deliver();

    expect(office.server.received).toEqual([]);
    expect(new Set(await office.states())).toEqual(new Set(['cancelled']));
  });

  it('a task in a confidential search is told to nobody who may not see it', async () => {
    await change(
      `update search set confidential = true, lead_user_id = $1 where id = $2`,
      office.firm.users.partner.id,
      searchId,
    );
    await aTask(`now() - interval '1 minute'`, { search_id: searchId });

    await plan();

    expect(await kinds()).toEqual([]);
  });

  it('the deputy hears of what is meant for somebody who is away, and they hear nothing', async () => {
    await aFlag(office.dataSource, office.firm.id, searchId);
    await plan();
    await insert(
      'absence',
      { user_id: office.firm.users.consultant.id, deputy_user_id: office.firm.users.researcher.id },
      { first_day: 'current_date - 1', last_day: 'current_date + 1' },
    );

    await plan();
    await office.fallDue();
    await office.deliver();

    expect(office.server.received.map(({ to }) => to)).toEqual([office.firm.users.researcher.email]);
  });

  it('an assigned flag goes to whom it was assigned to', async () => {
    const flagId = await aFlag(office.dataSource, office.firm.id, searchId);
    await change('update stall_flag set assigned_to = $2 where id = $1', flagId, office.firm.users.researcher.id);

    await plan();

    expect(await kinds()).toEqual(['flag_raised to researcher']);
  });
});
