import { Module } from '@nestjs/common';
import { LoginsModule } from '@app/auth/auth.module.js';
import { ComplianceModule } from '@app/compliance/compliance.module.js';
import { MailLogModule } from '@app/mail-log/mail-log.module.js';
import { FoundersModule } from '@app/sign-up/sign-up.module.js';
import { FiguresModule } from '@app/figures/figures.module.js';
import { IdentityModule } from '@app/identity/identity.module.js';
import { ImportsModule } from '@app/imports/imports.module.js';
import { MetricsModule } from '@app/metrics/metrics.module.js';
import { ConfigModule } from '@app/platform/config/config.module.js';
import { DatabaseModule } from '@app/platform/database/database.module.js';
import { TimeModule } from '@app/platform/time/time.module.js';
import { PlanningModule } from '@app/reminders/reminders.module.js';
import { BreakGlassModule } from '@app/break-glass/break-glass.module.js';
import { SheetsModule } from '@app/sheets/sheets.module.js';
import { StallsModule } from '@app/stalls/stalls.module.js';
import { UsersModule } from '@app/users/users.module.js';
import { FirmsRepository } from './firms.repository.js';

@Module({
  imports: [
    ComplianceModule,
    ConfigModule,
    DatabaseModule,
    TimeModule,
    IdentityModule,
    LoginsModule,
    FoundersModule,
    ImportsModule,
    BreakGlassModule,
    SheetsModule,
    StallsModule,
    MetricsModule,
    FiguresModule,
    MailLogModule,
    UsersModule,
    PlanningModule,
  ],
  providers: [FirmsRepository],
})
export class CliModule {}
