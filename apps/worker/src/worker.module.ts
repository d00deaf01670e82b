import { Module } from '@nestjs/common';
import { ConfigModule } from '@app/platform/config/config.module.js';
import { DatabaseModule } from '@app/platform/database/database.module.js';
import { LoggingModule } from '@app/platform/logging/logging.module.js';
import { MailModule } from '@app/platform/mail/mail.module.js';
import { QueueModule } from '@app/platform/queue/queue.module.js';
import { TimeModule } from '@app/platform/time/time.module.js';
import { RetentionModule } from '@app/retention/retention.module.js';
import { DeliveriesModule } from '@app/deliveries/deliveries.module.js';
import { ImportsModule } from '@app/imports/imports.module.js';
import { InvitationsModule } from '@app/invitations/invitations.module.js';
import { RemindersModule } from '@app/reminders/reminders.module.js';
import { PrintModule } from '@app/print/print.module.js';
import { ReportsModule } from '@app/reports/reports.module.js';
import { StallsModule } from '@app/stalls/stalls.module.js';
import { Consumers } from './consumers.js';
import { Health } from './health.js';
import { HealthReport } from './health-report.js';
import { Lifecycle } from './lifecycle.js';
import { PROCESSORS } from './processors/processors.js';
import { Relay } from './relay.js';
import { Ticker } from './ticker.js';

const reminders = RemindersModule.withHealthFrom(HealthReport, [ReportsModule, PrintModule]);

/** Which rooms this process opens. */
@Module({
  imports: [
    ConfigModule,
    LoggingModule,
    DatabaseModule,
    TimeModule,
    MailModule,
    QueueModule,
    StallsModule,
    ImportsModule,
    InvitationsModule,
    RetentionModule,
    reminders,
    DeliveriesModule.of(reminders),
  ],
  providers: [...PROCESSORS, Consumers, Ticker, Relay, Health, Lifecycle],
})
export class WorkerModule {}
