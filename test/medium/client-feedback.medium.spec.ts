import { newId } from '@app/platform/database/id.js';
import { aClientFlag } from '../factories/flag.factory.js';
import { readable } from '../lib/mail-text.js';
import { ownDatabase } from '../lib/own-database.js';
import { aMailingFirm, aSender, type MailingFirm } from '../lib/reminders.js';

let database: Awaited<ReturnType<typeof ownDatabase>>;
let office: MailingFirm;

beforeAll(async () => {
  database = await ownDatabase();
});
afterAll(() => database.drop());

const change = (sql: string, ...values: unknown[]) => office.dataSource.query(sql, values);
const plan = () => office.sender.planning.planFirm(office.firm.id, 2);

beforeEach(async () => {
  office = await aMailingFirm(database.url);
  const searchId = await office.past.search({ openedAt: '2026-10-01T09:00:00Z' });
  const candidacyId = await office.past.candidacy(searchId, { stage: 'presented', at: '2026-11-10T09:00:00Z' });
  await aClientFlag(office.dataSource, office.firm.id, candidacyId);
  // where it is noon of a working day, whatever the hour at which the test runs
  const east = 12 - new Date().getUTCHours();
  const zone = `Etc/GMT${east < 0 ? '+' : '-'}${Math.abs(east)}`;
  await change(`update office set time_zone = $1, working_days = '{1,2,3,4,5,6,7}'`, zone);
  await plan();
  await office.fallDue();
});
afterEach(() => office.stop());

const toTheContact = () => office.server.received.filter(({ to }) => to === 'boss@client.example');
const wayOutOf = (source: string | undefined) =>
  readable(source).match(/https?:\/\/searchlight\.example\/[^\s>"]*/g) ?? [];

describe('feedback asked of the client', () => {
  it('carries a way out, for people and for mail programs, that names nobody', async () => {
    await office.deliver();

    const [mail, ...more] = toTheContact();
    const source = readable(mail?.source);
    const [{ id }] = await change('select id from contact where firm_id = $1', office.firm.id);
    const link = { kind: 'client_feedback', firmId: office.firm.id, personId: id } as const;
    const page = office.sender.subscriptions.unsubscribePage(link);
    expect(more).toEqual([]);
    expect(source.replaceAll(/\r?\n /g, ' ')).toContain(`List-Unsubscribe: <${page}>`);
    expect(source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(source).toContain('Stop these reminders');
    // header, text and HTML lead there, and nothing leads anywhere else
    expect(wayOutOf(mail?.source)).toEqual([page, page, page]);
    expect(page).toMatch(/^https:\/\/searchlight\.example\/unsubscribe\?token=[\w-]{66}$/);
  });

  it('says how long people can be had by the limits of the search', async () => {
    await change(
      `insert into stall_policy (firm_id, id, scope, scope_key, settings) values ($1, $2, 'firm', '', '{"windowCloseDay": 35}')
       on conflict (firm_id, scope, scope_key) do update set settings = stall_policy.settings || excluded.settings`,
      office.firm.id,
      newId(),
    );

    await office.deliver();

    expect(readable(toTheContact()[0]?.source)).toContain('usually off the market within 35 days');
  });

  it('has no button of mail programs where the address is not https', async () => {
    const plain = await aSender(database.url, office.server.url, { PUBLIC_URL: 'http://searchlight.example' });

    await plain.deliveries.deliverDue({ limit: 10 });

    await plain.stop();
    const [mail] = toTheContact();
    expect(mail?.source).not.toContain('List-Unsubscribe');
    expect(wayOutOf(mail?.source)).toHaveLength(2);
  });

  it('comes no more once its way out is taken, and the mail log says why', async () => {
    await office.deliver();
    const [mail] = toTheContact();
    const token = new URL(wayOutOf(mail?.source)[0] ?? '').searchParams.get('token') ?? '';
    await office.sender.mailLog.subscribe(token, false);
    // it is owed again, as if there were another reason
    await change('delete from reminder where contact_id is not null');

    await plan();
    await office.fallDue();
    await office.deliver();

    const partner = { firmId: office.firm.id, userId: null, role: 'partner' } as const;
    const { items } = await office.sender.mailLog.list(partner, {}, {});
    expect(toTheContact()).toHaveLength(1);
    expect(items.filter(({ form }) => form === 'client_feedback')).toMatchObject([
      {
        state: 'failed',
        response: 'emails to this address are held back',
        suppression: { reason: 'the recipient asked for no more reminders' },
      },
      { state: 'sent' },
    ]);
  });
});
