import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { PipelineModule } from '@app/pipeline/pipeline.module.js';
import { InterviewsRepository } from './interviews.repository.js';
import { InterviewsService } from './interviews.service.js';

@Module({
  imports: [AuditModule, PipelineModule],
  providers: [InterviewsRepository, InterviewsService],
  exports: [InterviewsService],
})
export class InterviewsModule {}
