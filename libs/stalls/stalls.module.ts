import { Module } from '@nestjs/common';
import { LimitsModule } from '@app/limits/limits.module.js';
import { ClockFactsRepository } from './clock-facts.repository.js';
import { StallsRepository } from './stalls.repository.js';
import { StallsService } from './stalls.service.js';

@Module({
  imports: [LimitsModule],
  providers: [StallsService, StallsRepository, ClockFactsRepository],
  exports: [StallsService],
})
export class StallsModule {}
