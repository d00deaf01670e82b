import { DataSource } from 'typeorm';
import { dataSourceOptions } from '@app/platform/database/data-source.js';
import { newId } from '@app/platform/database/id.js';
import { migrations } from '@app/platform/database/migrations.js';
import { emptyDatabase } from '../lib/own-database.js';

const BEFORE = migrations.findIndex(({ name }) => name.startsWith('RemindersByKind'));

describe('reminders owed before every thing to tell was one of its own', () => {
  it('keep their mails: each flag is a reminder, in the mail that told it', async () => {
    const { url, drop } = await emptyDatabase();
    const run = async (some: typeof migrations, work: (dataSource: DataSource) => Promise<void>) => {
      const options = { ...dataSourceOptions({ DATABASE_URL: url, DATABASE_POOL: 1 }), migrations: some };
      const dataSource = await new DataSource(options).initialize();
      await dataSource.runMigrations({ transaction: 'each' });
      await work(dataSource).finally(() => dataSource.destroy());
    };
    const [firm, office, user, client, search] = Array.from({ length: 5 }, newId);
    const flags = [newId(), newId()];
    const [bundle, monday, bundleMail, mondayMail] = Array.from({ length: 4 }, newId);

    await run(migrations.slice(0, BEFORE), async (dataSource) => {
      const insert = (table: string, row: Record<string, unknown>) =>
        dataSource.query(
          `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row).map((_, i) => `$${i + 1}`)})`,
          Object.values(row),
        );
      await insert('firm', { id: firm, name: 'Firm' });
      await insert('office', { firm_id: firm, id: office, key: 'main', country: 'DE', time_zone: 'Europe/Berlin' });
      await insert('firm_user', {
        firm_id: firm,
        id: user,
        email: 'ada@firm.example',
        name: 'Ada',
        role: 'partner',
        office_id: office,
      });
      await insert('client', { firm_id: firm, id: client, name: 'Client' });
      await insert('search', {
        firm_id: firm,
        id: search,
        client_id: client,
        title: 'Chief AI Officer',
        role_key: 'caio',
        office_id: office,
        lead_user_id: user,
        status: 'open',
        opened_at: new Date('2026-10-01T09:00:00Z'),
        episode_id: newId(),
        episode_opened_at: new Date('2026-10-01T09:00:00Z'),
        last_progress_at: new Date('2026-10-01T09:00:00Z'),
        progress_key: newId(),
      });
      const reminder = {
        firm_id: firm,
        recipient_id: user,
        subject_type: 'user',
        subject_id: user,
        due_at: new Date(),
      };
      await insert('reminder', { ...reminder, id: bundle, kind: 'flag_raised', occurrence_key: `flag/${flags[0]}` });
      await insert('reminder', {
        ...reminder,
        id: monday,
        kind: 'pipeline_health',
        occurrence_key: 'monday/2026-11-16',
      });
      const mail = { firm_id: firm, not_before: new Date() };
      await insert('delivery', { ...mail, id: bundleMail, reminder_id: bundle, message_id: 'a', state: 'pending' });
      await insert('delivery', { ...mail, id: mondayMail, reminder_id: monday, message_id: 'b', state: 'sent' });
      for (const flag of flags) {
        await insert('stall_flag', {
          firm_id: firm,
          id: flag,
          rule: 'no_progress',
          severity: 'watch',
          search_id: search,
          subject_id: flag,
          episode_key: newId(),
          state: 'open',
          since: new Date(),
          deadline: new Date(),
          basis: '{}',
          evidence: '{}',
          sentence: 'Nobody moved.',
          next_step: 'Call.',
        });
        await insert('reminder_flag', { firm_id: firm, id: newId(), reminder_id: bundle, flag_id: flag });
      }
    });

    await run(migrations, async (dataSource) => {
      const told = await dataSource.query(
        `select r.kind, r.mode, r.subject_id as subject, r.delivery_id as mail, d.form, d.state
         from reminder r join delivery d on d.firm_id = r.firm_id and d.id = r.delivery_id order by r.kind, r.subject_id`,
      );
      expect(told).toEqual([
        ...[...flags].sort().map((subject) => ({
          kind: 'flag_raised',
          mode: 'immediate',
          subject,
          mail: bundleMail,
          form: 'notices',
          state: 'pending',
        })),
        {
          kind: 'pipeline_health',
          mode: 'own',
          subject: user,
          mail: mondayMail,
          form: 'pipeline_health',
          state: 'sent',
        },
      ]);
      while ((await dataSource.query('select count(*)::int as done from migrations'))[0].done > BEFORE) {
        await dataSource.undoLastMigration({ transaction: 'each' });
      }
      const [{ flags: kept }] = await dataSource.query('select count(*)::int as flags from reminder_flag');
      expect(kept).toBe(2);
    });
    await drop();
  });
});
