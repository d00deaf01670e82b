import { Module } from '@nestjs/common';
import { Clock, SystemClock } from '@app/platform/time/clock.js';
import { FlagsRepository } from './flags.repository.js';
import { StallsRepository } from './stalls.repository.js';
import { StallsService } from './stalls.service.js';

@Module({
  providers: [StallsService, StallsRepository, FlagsRepository, { provide: Clock, useClass: SystemClock }],
  exports: [StallsService],
})
export class StallsModule {}
