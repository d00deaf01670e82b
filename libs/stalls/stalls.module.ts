import { Module } from '@nestjs/common';
import { PoliciesModule } from '@app/policies/policies.module.js';
import { ClockFactsRepository } from './clock-facts.repository.js';
import { StallsRepository } from './stalls.repository.js';
import { StallsService } from './stalls.service.js';

@Module({
  imports: [PoliciesModule],
  providers: [StallsService, StallsRepository, ClockFactsRepository],
  exports: [StallsService],
})
export class StallsModule {}
