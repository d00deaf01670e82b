import { Module } from '@nestjs/common';
import { MetricsModule } from '@app/metrics/metrics.module.js';
import { LimitsModule } from '@app/limits/limits.module.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';

@Module({
  imports: [MetricsModule, LimitsModule],
  providers: [ReportsService, ReportsRepository],
  exports: [ReportsService],
})
export class ReportsModule {}
