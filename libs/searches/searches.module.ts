import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { IdentityModule } from '@app/identity/identity.module.js';
import { SearchListsRepository } from './search-lists.repository.js';
import { SearchesRepository } from './searches.repository.js';
import { SearchesService } from './searches.service.js';

@Module({
  imports: [AuditModule, IdentityModule],
  providers: [SearchesRepository, SearchListsRepository, SearchesService],
  exports: [SearchesService],
})
export class SearchesModule {}
