import { Module } from '@nestjs/common';
import { ActivitiesModule } from '@app/activities/activities.module.js';
import { AuditModule } from '@app/audit/audit.module.js';
import { SearchesModule } from '@app/searches/searches.module.js';
import { CandidaciesRepository } from './candidacies.repository.js';
import { CandidaciesService } from './candidacies.service.js';
import { PipelineRepository } from './pipeline.repository.js';
import { PipelineService } from './pipeline.service.js';

@Module({
  imports: [ActivitiesModule, AuditModule, SearchesModule],
  providers: [CandidaciesRepository, PipelineRepository, CandidaciesService, PipelineService],
  exports: [CandidaciesService, PipelineService],
})
export class PipelineModule {}
