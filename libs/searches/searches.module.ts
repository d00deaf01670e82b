import { Module } from '@nestjs/common';
import { TasksModule } from '@app/tasks/tasks.module.js';
import { AuditModule } from '@app/audit/audit.module.js';
import { BreakGlassService } from './break-glass.service.js';
import { IdentityModule } from '@app/identity/identity.module.js';
import { SearchHandOverRepository } from './hand-over.repository.js';
import { SearchHandOverService } from './hand-over.service.js';
import { SearchListsRepository } from './search-lists.repository.js';
import { SearchesRepository } from './searches.repository.js';
import { SearchesService } from './searches.service.js';

@Module({
  imports: [TasksModule, AuditModule, IdentityModule],
  providers: [
    SearchesRepository,
    SearchListsRepository,
    SearchesService,
    SearchHandOverRepository,
    SearchHandOverService,
    BreakGlassService,
  ],
  exports: [SearchesService, SearchHandOverService, BreakGlassService],
})
export class SearchesModule {}
