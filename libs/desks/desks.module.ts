import { Module } from '@nestjs/common';
import { PoliciesModule } from '@app/policies/policies.module.js';
import { StallsModule } from '@app/stalls/stalls.module.js';
import { DesksRepository } from './desks.repository.js';
import { DesksService } from './desks.service.js';

@Module({
  imports: [PoliciesModule, StallsModule],
  providers: [DesksService, DesksRepository],
  exports: [DesksService],
})
export class DesksModule {}
