import { Module } from '@nestjs/common';
import { CandidatesModule } from '@app/candidates/candidates.module.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { SearchesModule } from '@app/searches/searches.module.js';
import { SelectionsService } from './selections.service.js';

@Module({
  imports: [CandidatesModule, ClientsModule, SearchesModule],
  providers: [SelectionsService],
  exports: [SelectionsService],
})
export class SelectionsModule {}
