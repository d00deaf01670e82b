import { Module } from '@nestjs/common';
import { MetricsModule } from '@app/metrics/metrics.module.js';
import { Clock, SystemClock } from '@app/platform/time/clock.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';

@Module({
  imports: [MetricsModule],
  providers: [ReportsService, ReportsRepository, { provide: Clock, useClass: SystemClock }],
  exports: [ReportsService],
})
export class ReportsModule {}
