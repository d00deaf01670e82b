import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { CandidatesModule } from '@app/candidates/candidates.module.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { FiguresModule } from '@app/figures/figures.module.js';
import { ComplianceModule } from '@app/compliance/compliance.module.js';
import { IdentityModule } from '@app/identity/identity.module.js';
import { MailLogModule } from '@app/mail-log/mail-log.module.js';
import { MyRemindersModule } from '@app/reminders/reminders.module.js';
import { SearchesModule } from '@app/searches/searches.module.js';
import { TodayModule } from '@app/today/today.module.js';
import { FigureSheetsService } from './figure-sheets.service.js';
import { LogSheetsService } from './log-sheets.service.js';
import { SelectionsService } from './selections.service.js';
import { SheetsService } from './sheets.service.js';

@Module({
  imports: [
    AuditModule,
    CandidatesModule,
    ClientsModule,
    ComplianceModule,
    FiguresModule,
    IdentityModule,
    MailLogModule,
    MyRemindersModule,
    SearchesModule,
    TodayModule,
  ],
  providers: [FigureSheetsService, LogSheetsService, SelectionsService, SheetsService],
  exports: [FigureSheetsService, LogSheetsService, SelectionsService, SheetsService],
})
export class SheetsModule {}
