import { Module } from '@nestjs/common';
import { FlagsRepository } from './flags.repository.js';
import { FlagsService } from './flags.service.js';
import { StallsRepository } from './stalls.repository.js';
import { StallsService } from './stalls.service.js';

@Module({
  providers: [StallsService, StallsRepository, FlagsService, FlagsRepository],
  exports: [StallsService, FlagsService],
})
export class StallsModule {}
