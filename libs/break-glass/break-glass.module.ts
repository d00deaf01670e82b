import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { SearchesModule } from '@app/searches/searches.module.js';
import { TasksModule } from '@app/tasks/tasks.module.js';
import { BreakGlassRepository } from './break-glass.repository.js';
import { BreakGlassService } from './break-glass.service.js';

@Module({
  imports: [AuditModule, SearchesModule, TasksModule],
  providers: [BreakGlassService, BreakGlassRepository],
  exports: [BreakGlassService],
})
export class BreakGlassModule {}
