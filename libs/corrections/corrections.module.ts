import { Module } from '@nestjs/common';
import { ActivitiesModule } from '@app/activities/activities.module.js';
import { PipelineModule } from '@app/pipeline/pipeline.module.js';
import { SearchesModule } from '@app/searches/searches.module.js';
import { CorrectionsService } from './corrections.service.js';

@Module({
  imports: [ActivitiesModule, PipelineModule, SearchesModule],
  providers: [CorrectionsService],
  exports: [CorrectionsService],
})
export class CorrectionsModule {}
