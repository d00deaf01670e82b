import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { StallsModule } from '@app/stalls/stalls.module.js';
import { FlagsRepository } from './flags.repository.js';
import { FlagsService } from './flags.service.js';

@Module({
  imports: [AuditModule, StallsModule],
  providers: [FlagsService, FlagsRepository],
  exports: [FlagsService],
})
export class FlagsModule {}
