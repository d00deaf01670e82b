import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { LimitsModule } from '@app/limits/limits.module.js';
import { TombstonesModule } from '@app/tombstones/tombstones.module.js';
import { CandidatesRepository } from './candidates.repository.js';
import { CandidatesService } from './candidates.service.js';

@Module({
  imports: [AuditModule, LimitsModule, TombstonesModule],
  providers: [CandidatesRepository, CandidatesService],
  exports: [CandidatesService],
})
export class CandidatesModule {}
