import { aFlag, progressOn } from '../factories/flag.factory.js';
import type { Fault } from '../lib/mail-server.js';
import { mailAtAnyHour } from '../lib/loud.js';
import { readable } from '../lib/mail-text.js';
import { ownDatabase } from '../lib/own-database.js';
import { aMailingFirm, aSender, type MailingFirm } from '../lib/reminders.js';
import { until } from '../lib/until.js';

let database: Awaited<ReturnType<typeof ownDatabase>>;
let office: MailingFirm;

beforeAll(async () => {
  database = await ownDatabase();
});

beforeEach(async () => {
  office = await aMailingFirm(database.url);
});

afterEach(() => office.stop());

afterAll(() => database.drop());

describe('a raised flag', () => {
  it('is mailed to the lead of its search, without a name in the subject', async () => {
    const searchId = await office.flaggedSearch({ title: 'Head of AI Infrastructure' });
    await office.plannedAndDue();

    await office.deliver();

    const [mail] = office.server.received;
    expect(office.server.received).toHaveLength(1);
    expect(mail?.to).toBe(office.firm.users.consultant.email);
    expect(mail?.source).toMatch(/^Subject: One of your searches needs you\r$/m);
    expect(mail?.source).toMatch(/^Content-Type: text\/plain/m);
    expect(mail?.source).toMatch(/^Content-Type: text\/html/m);
    expect(readable(mail?.source)).toContain('No movement since Thu 5 Nov.');
    expect(readable(mail?.source)).toContain(`https://searchlight.example/searches/${searchId}`);
  });

  it('is mailed once, however often and by however many it is planned', async () => {
    await office.flaggedSearch();
    const others = await Promise.all([1, 2, 3].map(() => aSender(office.databaseUrl, office.server.url)));

    await Promise.all([...others, office.sender].map(({ planning }) => planning.plan()));
    await office.fallDue();
    await office.deliver();
    await office.plannedAndDue();
    await office.deliver();

    expect(office.server.received).toHaveLength(1);
    await Promise.all(others.map((other) => other.stop()));
  });

  it('is kept from who was invited and has not joined: the address is not proved', async () => {
    await office.flaggedSearch();
    await office.plannedAndDue();
    await office.dataSource.query('update firm_user set auth_user_id = null where id = $1', [
      office.firm.users.consultant.id,
    ]);

    await office.deliver();

    expect(office.server.received).toEqual([]);
    expect(await office.states()).toEqual(['cancelled']);
  });

  it('shares one mail with the others of the same lead', async () => {
    for (let i = 0; i < 40; i += 1) await office.flaggedSearch();
    await office.flaggedSearch({ leadUserId: office.firm.users.partner.id });
    await office.plannedAndDue();

    await office.deliver();

    const subjects = office.server.received.map(({ to, source }) => [to, /^Subject: (.*)\r$/m.exec(source)?.[1]]);
    expect(subjects).toHaveLength(2);
    expect(subjects).toContainEqual([office.firm.users.consultant.email, '40 flags on your searches need you']);
    expect(subjects).toContainEqual([office.firm.users.partner.email, 'One of your searches needs you']);
  });

  it('joins the mail that still waits, and waits itself after one that is gone', async () => {
    await office.flaggedSearch();
    await office.sender.planning.planFirm(office.firm.id);
    await office.flaggedSearch();
    await office.plannedAndDue();
    expect(await office.states()).toEqual(['pending']);
    await office.deliver();

    await office.flaggedSearch();
    await office.sender.planning.planFirm(office.firm.id);

    const [, second] = await office.deliveries();
    expect(second?.wait).toBeGreaterThan(14 * 60);
    expect(second?.wait).toBeLessThan(16 * 60);
  });

  it('is not mailed when progress came first', async () => {
    const searchId = await office.flaggedSearch();
    await office.plannedAndDue();
    await progressOn(office.dataSource, office.firm.id, searchId);

    await office.deliver();

    expect(office.server.received).toEqual([]);
    expect(await office.states()).toEqual(['cancelled']);
  });

  it('is not mailed when its search was closed first', async () => {
    const searchId = await office.flaggedSearch();
    await office.plannedAndDue();
    await office.dataSource.query(
      `update search set status = 'closed', closed_at = now(), close_reason = 'cancelled' where id = $1`,
      [searchId],
    );

    await office.deliver();

    expect(await office.states()).toEqual(['cancelled']);
  });

  it('leaves out of a shared mail what has moved on since', async () => {
    const moved = await office.flaggedSearch({ title: 'VP MLOps' });
    await office.flaggedSearch({ title: 'Chief AI Officer' });
    await office.plannedAndDue();
    await progressOn(office.dataSource, office.firm.id, moved);

    await office.deliver();

    expect(readable(office.server.received[0]?.source)).toContain('Chief AI Officer');
    expect(readable(office.server.received[0]?.source)).not.toContain('VP MLOps');
  });

  it('of a confidential search is not told to somebody who no longer leads it', async () => {
    const searchId = await office.flaggedSearch({ confidential: true });
    await office.plannedAndDue();
    await office.dataSource.query('update search set lead_user_id = $2 where id = $1', [
      searchId,
      office.firm.users.partner.id,
    ]);

    await office.deliver();

    expect(office.server.received).toEqual([]);
    expect(await office.states()).toEqual(['cancelled']);
  });

  it('says so when the data is simulated', async () => {
    await office.dataSource.query('update firm set simulated = true');
    await office.flaggedSearch();
    await office.plannedAndDue();

    await office.deliver();

    expect(readable(office.server.received[0]?.source)).toContain('Simulated data');
  });

  it('that comes back in a new episode is mailed again', async () => {
    const searchId = await office.flaggedSearch();
    await office.plannedAndDue();
    await office.deliver();
    await office.dataSource.query(`update stall_flag set state = 'cleared', cleared_at = now()`);
    await progressOn(office.dataSource, office.firm.id, searchId);

    await aFlag(office.dataSource, office.firm.id, searchId);
    await office.plannedAndDue();
    await office.deliver();

    expect(office.server.received).toHaveLength(2);
  });
});

describe('a delivery that meets trouble', () => {
  beforeEach(async () => {
    await office.flaggedSearch();
    await office.plannedAndDue();
  });

  it.each<[Fault, string, number, boolean]>([
    // fault, state, attempts that count, body may have left
    ['cut at MAIL', 'pending', 0, false],
    ['451 at RCPT', 'pending', 1, false],
    ['550 at RCPT', 'failed', 1, false],
    ['cut in DATA', 'uncertain', 1, true],
    ['451 after DATA', 'pending', 1, false],
    ['550 after DATA', 'failed', 1, true],
    ['cut before 250', 'uncertain', 1, true],
  ])('"%s" is %s', async (fault, state, attempts, bodyLeft) => {
    office.server.plan(fault);

    await office.deliver();

    const [row] = await office.deliveries();
    expect(row).toMatchObject({ state, attempts });
    expect(row?.data_started_at !== null).toBe(bodyLeft);
    if (state === 'pending') expect(row?.wait).toBeGreaterThan(50);
  });

  it('comes after it was told "not now", with the same message id, and once', async () => {
    office.server.plan('451 at RCPT', '451 after DATA', 'cut at MAIL');

    for (let look = 0; look < 5; look += 1) {
      await office.deliver();
      await office.fallDue();
    }

    expect(await office.states()).toEqual(['sent']);
    expect(office.server.received).toHaveLength(1);
    expect(office.server.received[0]?.messageId).toMatch(/^<em\.[0-9a-f-]+@firm\.example>$/);
  });

  it('has failed after the fifth "not now"', async () => {
    office.server.nextFault = () => '451 at RCPT';

    for (let look = 0; look < 7; look += 1) {
      await office.deliver();
      await office.fallDue();
    }

    expect(await office.states()).toEqual(['failed']);
    expect(office.server.envelopes).toHaveLength(5);
  });

  it('is never sent again once nobody knows whether it arrived', async () => {
    office.server.plan('cut before 250');
    await office.deliver();

    await office.plannedAndDue();
    await office.leasesRunOut();
    await office.sender.deliveries.releaseExpired();
    await office.deliver();

    expect(await office.states()).toEqual(['uncertain']);
    expect(office.server.received).toHaveLength(1);
  });

  it('is owed again when its holder died before the body left', async () => {
    await office.dataSource.query(
      `update delivery set state = 'claimed', fence = 1, lease_until = now() - interval '1 second'`,
    );

    const released = await office.sender.deliveries.releaseExpired();
    await office.deliver();

    expect(released).toEqual({ pending: 1, uncertain: 0 });
    expect(await office.states()).toEqual(['sent']);
  });

  it('is uncertain when its holder died after the body left', async () => {
    await office.dataSource.query(
      `update delivery set state = 'claimed', fence = 1, lease_until = now() - interval '1 second', data_started_at = now()`,
    );

    const released = await office.sender.deliveries.releaseExpired();
    await office.deliver();

    expect(released).toEqual({ pending: 0, uncertain: 1 });
    expect(office.server.received).toEqual([]);
  });

  it('is sent after all when the answer arrives later than the lease', async () => {
    office.server.plan('wait before 250');
    const delivering = office.deliver();
    await until(() => office.server.received.length === 1);
    await office.leasesRunOut();
    await office.sender.deliveries.releaseExpired();
    expect(await office.states()).toEqual(['uncertain']);

    office.server.letGo();
    await delivering;

    expect(await office.states()).toEqual(['sent']);
  });
});

describe('several who deliver', () => {
  it('send each of a hundred mails once', async () => {
    await planHealthMails(office, 100);
    const others = await Promise.all([1, 2].map(() => aSender(office.databaseUrl, office.server.url)));

    await Promise.all([office.sender, ...others].map(({ deliveries }) => deliveries.deliverDue({ limit: 1_000 })));

    expect(new Set(office.server.received.map(({ messageId }) => messageId)).size).toBe(100);
    expect(office.server.received).toHaveLength(100);
    await Promise.all(others.map((other) => other.stop()));
  });

  it('do not both send what one of them held while it slept past its lease', async () => {
    await planHealthMails(office, 1);
    const sleeper = await aSender(office.databaseUrl, office.server.url);
    let wake = () => undefined as void;
    sleeper.health.before = () => new Promise((resolve) => (wake = resolve));
    const asleep = sleeper.deliveries.deliverDue({ limit: 1 });
    await until(async () => (await office.states())[0] === 'claimed');
    await office.leasesRunOut();
    await office.sender.deliveries.releaseExpired();
    await office.deliver();

    wake();
    await asleep;

    expect(office.server.received).toHaveLength(1);
    expect(await office.states()).toEqual(['sent']);
    await sleeper.stop();
  });

  it('leave a mail server that is down alone until the next look', async () => {
    await planHealthMails(office, 100);
    await office.server.stop();

    const summary = await office.deliver();

    expect(summary.postponed).toBeLessThan(20);
    expect(new Set(await office.states())).toEqual(new Set(['pending']));
  });
});

describe('the Monday mail', () => {
  it('is owed once to every partner and admin whose local 07:00 has passed', async () => {
    const justAfter = new Date('2026-11-16T06:00:01Z');
    await office.dataSource.query(`update firm_user set created_at = '2026-01-01' where firm_id = $1`, [
      office.firm.id,
    ]);

    expect(await office.sender.planning.planHealthMails(new Date('2026-11-16T05:59:59Z'))).toBe(0);
    expect(await office.sender.planning.planHealthMails(justAfter)).toBe(2);
    expect(await office.sender.planning.planHealthMails(justAfter)).toBe(0);
    expect(await office.sender.planning.planHealthMails(new Date('2026-11-18T06:00:00Z'))).toBe(0);
  });

  it('shows what the report says, and no name in its subject', async () => {
    await planHealthMails(office, 1);

    await office.deliver();

    const [mail] = office.server.received;
    const subject = /^Subject: (.*(?:\r\n .*)*)/m.exec(mail?.source ?? '')?.[1];
    expect(subject).toMatch(/^Pipeline health, \w{3} \d+ \w{3}: 1 stalled, 2 at risk$/);
    expect(readable(mail?.source)).toContain('Borealis Simulated');
    expect(readable(mail?.source)).toContain('Closes Fri 20 Nov');
    expect(readable(mail?.source)).toContain('https://searchlight.example/pipeline-health');
  });

  it('is missed, not sent, more than a day late', async () => {
    await planHealthMails(office, 1);
    await office.dataSource.query(`update delivery set due_at = now() - interval '25 hours'`);

    await office.deliver();

    expect(await office.states()).toEqual(['missed']);
    expect(office.server.received).toEqual([]);
  });
});

/** Due Monday mails for this many partners. */
async function planHealthMails({ dataSource, firm, sender }: MailingFirm, count: number): Promise<void> {
  await dataSource.query(`update firm_user set role = 'consultant' where firm_id = $1`, [firm.id]);
  await dataSource.query(
    `insert into firm_user (firm_id, id, email, name, role, office_id, auth_user_id, created_at)
     select $1, gen_random_uuid(), 'partner-' || i || '@firm.example', 'Simulated partner', 'partner', $2, 'login-' || i,
            '2026-01-01'
     from generate_series(1, $3) i`,
    [firm.id, firm.officeId, count],
  );
  await mailAtAnyHour(dataSource, firm.id);
  expect(await sender.planning.planHealthMails(new Date('2026-11-16T06:00:00Z'))).toBe(count);
  await dataSource.query(`update delivery set due_at = now() - interval '1 minute'`);
}
