import { Module } from '@nestjs/common';
import { FlagsRepository } from './flags.repository.js';
import { StallsRepository } from './stalls.repository.js';
import { StallsService } from './stalls.service.js';

@Module({
  providers: [StallsService, StallsRepository, FlagsRepository],
  exports: [StallsService],
})
export class StallsModule {}
