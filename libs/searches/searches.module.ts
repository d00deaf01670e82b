import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { SearchListsRepository } from './search-lists.repository.js';
import { SearchesRepository } from './searches.repository.js';
import { SearchesService } from './searches.service.js';

@Module({
  imports: [AuditModule],
  providers: [SearchesRepository, SearchListsRepository, SearchesService],
  exports: [SearchesService],
})
export class SearchesModule {}
