import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { PoliciesModule } from '@app/policies/policies.module.js';
import { FlagsRepository } from './flags.repository.js';
import { FlagsService } from './flags.service.js';
import { StallsRepository } from './stalls.repository.js';
import { StallsService } from './stalls.service.js';

@Module({
  imports: [AuditModule, PoliciesModule],
  providers: [StallsService, StallsRepository, FlagsService, FlagsRepository],
  exports: [StallsService, FlagsService],
})
export class StallsModule {}
