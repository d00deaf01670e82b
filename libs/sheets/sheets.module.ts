import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { CandidatesModule } from '@app/candidates/candidates.module.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { FiguresModule } from '@app/figures/figures.module.js';
import { IdentityModule } from '@app/identity/identity.module.js';
import { SearchesModule } from '@app/searches/searches.module.js';
import { FigureSheetsService } from './figure-sheets.service.js';
import { SelectionsService } from './selections.service.js';
import { SheetsService } from './sheets.service.js';

@Module({
  imports: [AuditModule, CandidatesModule, ClientsModule, FiguresModule, IdentityModule, SearchesModule],
  providers: [FigureSheetsService, SelectionsService, SheetsService],
  exports: [FigureSheetsService, SelectionsService, SheetsService],
})
export class SheetsModule {}
