import { DataSource } from 'typeorm';
import { Config } from '@app/platform/config/config.js';
import { dataSourceOptions } from '@app/platform/database/data-source.js';
import { Database } from '@app/platform/database/database.js';
import { Mailer } from '@app/platform/mail/mailer.js';
import { AuditRepository } from '@app/audit/audit.repository.js';
import { AuditService } from '@app/audit/audit.service.js';
import { BouncesService } from '@app/mail-log/bounces.service.js';
import { ClaimsService } from '@app/deliveries/claims.service.js';
import { DeliveriesRepository } from '@app/deliveries/deliveries.repository.js';
import { DeliveriesService } from '@app/deliveries/deliveries.service.js';
import { MailLogService } from '@app/mail-log/mail-log.service.js';
import { MailLogRepository } from '@app/mail-log/mail-log.repository.js';
import { SystemClock } from '@app/platform/time/clock.js';
import { NotificationsRepository } from '@app/notifications/notifications.repository.js';
import { NotificationsService } from '@app/notifications/notifications.service.js';
import { SubscriptionsService } from '@app/notifications/subscriptions.service.js';
import { PlanningRepository } from '@app/reminders/planning.repository.js';
import { PlanningService } from '@app/reminders/planning.service.js';
import { RemindersRepository } from '@app/reminders/reminders.repository.js';
import { RemindersService } from '@app/reminders/reminders.service.js';
import { PipelineHealthSource, type PipelineHealth } from '@app/reminders/reminders.types.js';
import { localDate } from '@app/platform/time/local-date.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aFlag } from '../factories/flag.factory.js';
import { History } from '../factories/history.factory.js';
import { TEST_AUTH_SECRET } from '../medium/api.js';
import { mailAtAnyHour } from './loud.js';
import { MailServer } from './mail-server.js';

export const HEALTH: PipelineHealth = {
  at: new Date('2026-11-23T08:00:00Z'),
  counts: { onTrack: 4, atRisk: 2, stalled: 1, onHold: 0 },
  searches: [
    {
      id: '0190a000-0000-7000-8000-000000000001',
      title: 'Head of Agentic AI',
      clientName: 'Borealis Simulated',
      ref: 'S-2026-7',
      leadName: 'Simulated consultant',
      day: 31,
      health: 'stalled',
      reasons: ['No movement since Thu 5 Nov.'],
      nextStep: 'Call the client.',
    },
  ],
  windowsThisWeek: [
    {
      candidacyId: '0190a000-0000-7000-8000-000000000002',
      searchId: '0190a000-0000-7000-8000-000000000001',
      searchTitle: 'Head of Agentic AI',
      candidateName: 'Robin Simulated',
      window: { day: 24, days: 28, closesOn: localDate('2026-11-20') },
    },
  ],
  timeToOffer: { sentence: 'Half of the searches reach an offer within 41 days.' },
  changes: null,
};

/** A report of the test's choosing, which may take its time. */
export class SetHealth extends PipelineHealthSource {
  before: () => Promise<void> = async () => undefined;

  async pipelineHealth(): Promise<PipelineHealth> {
    await this.before();
    return HEALTH;
  }
}

export interface DeliveryRow {
  id: string;
  state: string;
  attempts: number;
  fence: number;
  data_started_at: Date | null;
  response: string | null;
  wait: number;
}

/** One process that delivers: its own connections, its own mailer. */
export async function aSender(databaseUrl: string, smtpUrl: string, settings: Partial<Config> = {}) {
  const dataSource = await new DataSource(
    dataSourceOptions({ DATABASE_URL: databaseUrl, DATABASE_POOL: 10 }),
  ).initialize();
  const config = Object.assign(new Config(), {
    SMTP_URL: smtpUrl,
    SMTP_REQUIRE_TLS: 'no',
    MAIL_FROM: 'Searchlight <searchlight@firm.example>',
    PUBLIC_URL: 'https://searchlight.example',
    AUTH_SECRET: TEST_AUTH_SECRET,
    ...settings,
  });
  const mailer = new Mailer(config);
  const health = new SetHealth();
  const deliveries = new DeliveriesRepository();

  const database = new Database(dataSource);
  const repository = new RemindersRepository();
  const choices = new NotificationsRepository();
  const notifications = new NotificationsService(database, choices, new SystemClock());
  const subscriptions = new SubscriptionsService(database, choices, notifications, config);
  const reminders = new RemindersService(database, repository, notifications, subscriptions, health, config);
  const audit = new AuditService(new AuditRepository());
  const bounces = new BouncesService(database, new MailLogRepository(), audit, new SystemClock(), config);
  return {
    bounces,
    mailLog: new MailLogService(database, new MailLogRepository(), audit, subscriptions),
    planning: new PlanningService(database, new PlanningRepository(), notifications, config),
    notifications,
    subscriptions,
    reminders,
    deliveries: new DeliveriesService(
      database,
      deliveries,
      new ClaimsService(database, deliveries, reminders, mailer),
      reminders,
      mailer,
      bounces,
    ),
    mailer,
    health,
    stop: async () => {
      mailer.abandon();
      await dataSource.destroy();
    },
  };
}

/** A firm, a mail server and a process that delivers, in a database where nobody else does. */
export async function aMailingFirm(databaseUrl: string) {
  const dataSource = await new DataSource(
    dataSourceOptions({ DATABASE_URL: databaseUrl, DATABASE_POOL: 5 }),
  ).initialize();
  // nothing is owed to the firms of earlier tests
  await dataSource.query(`
    delete from reminder; delete from delivery_attempt; delete from delivery; delete from task; delete from calendar_copy; delete from interview; delete from absence; delete from stall_flag;
    update firm_user set role = 'researcher'`);
  const firm = await aFirm(dataSource);
  await mailAtAnyHour(dataSource, firm.id);
  const server = await MailServer.start();
  const sender = await aSender(databaseUrl, server.url);
  const past = await History.of(dataSource, firm);
  return new MailingFirm(databaseUrl, dataSource, firm, past, server, sender, async () => {
    await sender.stop();
    await server.stop();
    await dataSource.destroy();
  });
}

export class MailingFirm {
  constructor(
    readonly databaseUrl: string,
    readonly dataSource: DataSource,
    readonly firm: TestFirm,
    readonly past: History,
    readonly server: MailServer,
    readonly sender: Awaited<ReturnType<typeof aSender>>,
    readonly stop: () => Promise<void>,
  ) {}

  /** A search of this lead with one open flag. */
  async flaggedSearch(options: { leadUserId?: string; confidential?: boolean; title?: string } = {}): Promise<string> {
    const searchId = await this.past.search({ openedAt: '2026-10-01T09:00:00Z', ...options });
    await aFlag(this.dataSource, this.firm.id, searchId);
    return searchId;
  }

  deliver() {
    return this.sender.deliveries.deliverDue({ limit: 1_000 });
  }

  /** Every waiting delivery is due, however long it was to wait. */
  async fallDue(): Promise<void> {
    await this.dataSource.query(`update delivery set not_before = now() - interval '1 second' where state = 'pending'`);
  }

  async plannedAndDue(): Promise<void> {
    await this.sender.planning.planFirm(this.firm.id);
    await this.fallDue();
  }

  /** As if the holders of all claims had been silent for longer than their leases. */
  async leasesRunOut(): Promise<void> {
    await this.dataSource.query(
      `update delivery set lease_until = now() - interval '1 second' where state = 'claimed'`,
    );
  }

  deliveries(): Promise<DeliveryRow[]> {
    return this.dataSource.query(
      `select id, state, attempts, fence, data_started_at, response, extract(epoch from not_before - now())::float as wait
       from delivery order by id`,
    );
  }

  async states(): Promise<string[]> {
    return (await this.deliveries()).map((row) => row.state);
  }
}
