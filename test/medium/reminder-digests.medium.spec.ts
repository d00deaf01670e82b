import { newId } from '@app/platform/database/id.js';
import { aFlag } from '../factories/flag.factory.js';
import { mailAtAnyHour } from '../lib/loud.js';
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

const change = (sql: string, ...values: unknown[]) => office.dataSource.query(sql, values);
const plan = () => office.sender.planning.planFirm(office.firm.id, 2);

async function aTask(due: string, { title = 'Call the referees' } = {}): Promise<string> {
  const id = newId();
  await change(
    `insert into task (firm_id, id, title, due_at, assignee_id) values ($1, $2, $3, ${due}, $4)`,
    office.firm.id,
    id,
    title,
    office.firm.users.consultant.id,
  );
  return id;
}

describe('the daily digest', () => {
  const MONDAY = new Date('2026-11-16T07:00:00Z');
  const TUESDAY = new Date('2026-11-17T07:00:00Z');
  const digests = async (now: Date) => office.sender.planning.planDigests(office.firm.id, now);

  beforeEach(() => mailAtAnyHour(office.dataSource, office.firm.id));

  it('tells everything that waits for it, once, and one a day', async () => {
    await aTask(`now() - interval '1 minute'`);
    await aTask(`now() - interval '2 minutes'`, { title: 'Send the slate' });
    await plan();

    expect([await digests(MONDAY), await digests(MONDAY)]).toEqual([1, 0]);
    await aTask(`now() - interval '1 minute'`, { title: 'Later that day' });
    await plan();
    expect(await digests(MONDAY)).toBe(0);
    await change(`update delivery set due_at = now(), not_before = now()`);
    await office.deliver();

    const source = readable(office.server.received[0]?.source);
    expect(office.server.received).toHaveLength(1);
    expect(source).toContain('Call the referees');
    expect(source).toContain('Send the slate');
    expect(source).not.toContain('Later that day');
    expect(source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(await digests(TUESDAY)).toBe(1);
  });

  it('does not come when there is nothing to tell', async () => {
    const taskId = await aTask(`now() - interval '1 minute'`);
    await plan();
    expect(await digests(MONDAY)).toBe(1);
    await change('update task set done_at = now() where id = $1', taskId);
    await change(`update delivery set due_at = now(), not_before = now()`);

    await office.deliver();

    expect(await office.states()).toEqual(['cancelled']);
    expect(await digests(TUESDAY)).toBe(0);
  });

  it('tells once what was missed', async () => {
    await aFlag(office.dataSource, office.firm.id, searchId);
    await plan();
    await change(`update reminder set due_at = now() - interval '25 hours'`);
    await office.fallDue();
    await office.deliver();
    expect(await office.states()).toEqual(['missed']);
    expect(office.server.received).toEqual([]);

    await plan();
    await digests(MONDAY);
    await change(`update delivery set due_at = now(), not_before = now() where state = 'pending'`);
    await office.deliver();
    await digests(TUESDAY);
    await office.deliver();

    expect(office.server.received).toHaveLength(1);
    expect(readable(office.server.received[0]?.source)).toContain('No movement since Thu 5 Nov');
  });
});

describe('quiet hours', () => {
  it('hold a mail back, and a change of them is heeded at once', async () => {
    await change(`update reminder_setting set quiet_from = '00:00', quiet_to = '23:59'`);
    await aFlag(office.dataSource, office.firm.id, searchId);
    await plan();
    await change(`update delivery set due_at = now(), not_before = now()`);

    await office.deliver();
    expect(office.server.received).toEqual([]);
    expect(await office.states()).toEqual(['pending']);
    const me = { firmId: office.firm.id, userId: office.firm.users.consultant.id, role: 'consultant' } as const;
    const { version } = await office.sender.notifications.read(me);
    await office.sender.notifications.change(me, { version, quietFrom: '00:00', quietTo: '00:00' });
    await office.deliver();

    expect(await office.states()).toEqual(['sent']);
  });

  it('are asked about again when the calendar of the office has changed', async () => {
    await change(`update office set working_days = array[extract(isodow from now() + interval '3 days')::int]`);
    await change(`update reminder_setting set working_days_only = true`);
    await aFlag(office.dataSource, office.firm.id, searchId);
    await plan();
    await change(`update delivery set due_at = now(), not_before = now()`);
    await office.deliver();
    expect(await office.states()).toEqual(['pending']);

    await change(`update office set working_days = '{1,2,3,4,5,6,7}'`);
    await office.sender.notifications.lookAgain(office.firm.id);
    await office.deliver();

    expect(await office.states()).toEqual(['sent']);
  });

  it('leave the pause after a "not now" of the mail server as it is', async () => {
    await aFlag(office.dataSource, office.firm.id, searchId);
    await plan();
    await change(`update delivery set attempts = 1, not_before = now() + interval '1 hour'`);

    await office.sender.notifications.lookAgain(office.firm.id);

    expect((await office.deliveries()).map(({ wait }) => wait > 3_000)).toEqual([true]);
  });
});
