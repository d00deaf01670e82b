import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { FlagsRepository } from './flags.repository.js';
import { FlagsService } from './flags.service.js';
import { StallsRepository } from './stalls.repository.js';
import { StallsService } from './stalls.service.js';

@Module({
  imports: [AuditModule],
  providers: [StallsService, StallsRepository, FlagsService, FlagsRepository],
  exports: [StallsService, FlagsService],
})
export class StallsModule {}
