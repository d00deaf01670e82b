import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { PipelineModule } from '@app/pipeline/pipeline.module.js';
import { SearchesModule } from '@app/searches/searches.module.js';
import { StagesModule } from '@app/stages/stages.module.js';
import { StageEditsRepository } from './stage-edits.repository.js';
import { StageEditsService } from './stage-edits.service.js';

@Module({
  imports: [AuditModule, PipelineModule, SearchesModule, StagesModule],
  providers: [StageEditsService, StageEditsRepository],
  exports: [StageEditsService],
})
export class StageEditsModule {}
