import { Module } from '@nestjs/common';
import { AbsencesModule } from '@app/absences/absences.module.js';
import { AuditModule } from '@app/audit/audit.module.js';
import { BreakGlassModule } from '@app/break-glass/break-glass.module.js';
import { IdentityModule } from '@app/identity/identity.module.js';
import { SearchesModule } from '@app/searches/searches.module.js';
import { TasksModule } from '@app/tasks/tasks.module.js';
import { FlagsHandOverRepository } from './flags-hand-over.repository.js';
import { FlagsHandOverService } from './flags-hand-over.service.js';
import { HandOverService } from './hand-over.service.js';
import { LeadsService } from './leads.service.js';
import { SearchesHandOverRepository } from './searches-hand-over.repository.js';
import { SearchesHandOverService } from './searches-hand-over.service.js';

@Module({
  imports: [AbsencesModule, AuditModule, BreakGlassModule, IdentityModule, SearchesModule, TasksModule],
  providers: [
    HandOverService,
    LeadsService,
    SearchesHandOverService,
    SearchesHandOverRepository,
    FlagsHandOverService,
    FlagsHandOverRepository,
  ],
  exports: [HandOverService, LeadsService],
})
export class HandOverModule {}
