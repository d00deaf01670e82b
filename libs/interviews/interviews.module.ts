import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { PipelineModule } from '@app/pipeline/pipeline.module.js';
import { DiaryService } from './diary.service.js';
import { InterviewsRepository } from './interviews.repository.js';
import { InterviewsService } from './interviews.service.js';

@Module({
  imports: [AuditModule, PipelineModule],
  providers: [DiaryService, InterviewsRepository, InterviewsService],
  exports: [DiaryService, InterviewsService],
})
export class InterviewsModule {}
