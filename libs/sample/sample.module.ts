import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { LoginsModule } from '@app/auth/auth.module.js';
import { MergesModule } from '@app/merges/merges.module.js';
import { TimeModule } from '@app/platform/time/time.module.js';
import { StallsModule } from '@app/stalls/stalls.module.js';
import { SampleMakerService } from './sample-maker.service.js';
import { SampleRepository } from './sample.repository.js';
import { SampleService } from './sample.service.js';

@Module({
  imports: [AuditModule, LoginsModule, MergesModule, StallsModule, TimeModule],
  providers: [SampleMakerService, SampleRepository, SampleService],
  exports: [SampleService],
})
export class SampleModule {}
