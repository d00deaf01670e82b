import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { PipelineModule } from '@app/pipeline/pipeline.module.js';
import { CheckInsRepository } from './check-ins.repository.js';
import { CheckInsService } from './check-ins.service.js';

@Module({
  imports: [AuditModule, PipelineModule],
  providers: [CheckInsRepository, CheckInsService],
  exports: [CheckInsService],
})
export class PlacementsModule {}
