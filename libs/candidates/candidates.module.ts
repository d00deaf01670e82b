import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { CandidatesRepository } from './candidates.repository.js';
import { CandidatesService } from './candidates.service.js';

@Module({
  imports: [AuditModule],
  providers: [CandidatesRepository, CandidatesService],
  exports: [CandidatesService],
})
export class CandidatesModule {}
