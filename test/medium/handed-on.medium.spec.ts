import { readable } from '../lib/mail-text.js';
import { ownDatabase } from '../lib/own-database.js';
import { aMailingFirm, type MailingFirm } from '../lib/reminders.js';

let database: Awaited<ReturnType<typeof ownDatabase>>;
let office: MailingFirm;
beforeAll(async () => {
  database = await ownDatabase();
  office = await aMailingFirm(database.url);
});
afterAll(async () => {
  await office.stop();
  await database.drop();
});

describe('the mail about a flag', () => {
  it('that somebody handed on says who it was, to whom it was given, not to who took it themselves or stands in', async () => {
    const { admin, consultant, partner, researcher } = office.firm.users;
    const given = async (to: string, by: string, reason?: string): Promise<void> => {
      const searchId = await office.flaggedSearch();
      const [{ id }] = await office.dataSource.query('select id from stall_flag where search_id = $1', [searchId]);
      await office.dataSource.query('update stall_flag set assigned_to = $2 where id = $1', [id, to]);
      await office.dataSource.query(
        `insert into flag_action (firm_id, id, flag_id, action, by_user_id, detail)
         values ($1, new_id(), $2, 'assigned', $3, $4)`,
        [office.firm.id, id, by, JSON.stringify({ userId: to, reason })],
      );
    };
    await given(partner.id, consultant.id, 'I am away');
    await given(researcher.id, researcher.id);
    await given(admin.id, partner.id);
    await office.dataSource.query(
      `insert into absence (firm_id, id, user_id, deputy_user_id, first_day, last_day)
       values ($1, new_id(), $2, $3, current_date - 2, current_date + 2)`,
      [office.firm.id, admin.id, consultant.id],
    );
    await office.plannedAndDue();

    await office.deliver();

    const mailTo = (email: string) => office.server.received.find(({ to }) => to === email)?.source;
    expect(mailTo(partner.email)).toMatch(/^Subject: A flag was handed on to you\r$/m);
    expect(readable(mailTo(partner.email))).toMatch(
      /Handed on by Simulated consultant, \w{3} \d+ \w{3} \d\d:\d\d: \S*I am away/,
    );
    expect(mailTo(researcher.email)).toMatch(/^Subject: One of your searches needs you\r$/m);
    expect(readable(mailTo(researcher.email))).not.toContain('Handed on');
    expect(mailTo(consultant.email)).toMatch(/^Subject: One of your searches needs you\r$/m);
    expect(mailTo(admin.email)).toBeUndefined();
  });
});
