import { Module } from '@nestjs/common';
import { MetricsModule } from '@app/metrics/metrics.module.js';
import { LimitsModule } from '@app/limits/limits.module.js';
import { StallsModule } from '@app/stalls/stalls.module.js';
import { ChangesService } from './changes.service.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';

@Module({
  imports: [MetricsModule, LimitsModule, StallsModule],
  providers: [ReportsService, ChangesService, ReportsRepository],
  exports: [ReportsService, ChangesService],
})
export class ReportsModule {}
