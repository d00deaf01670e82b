import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { StallsModule } from '@app/stalls/stalls.module.js';
import { FlagHandOverRepository } from './hand-over.repository.js';
import { FlagHandOverService } from './hand-over.service.js';
import { FlagsRepository } from './flags.repository.js';
import { FlagsService } from './flags.service.js';

@Module({
  imports: [AuditModule, StallsModule],
  providers: [FlagsService, FlagsRepository, FlagHandOverService, FlagHandOverRepository],
  exports: [FlagsService, FlagHandOverService],
})
export class FlagsModule {}
