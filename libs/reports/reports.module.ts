import { Module } from '@nestjs/common';
import { MetricsModule } from '@app/metrics/metrics.module.js';
import { PoliciesModule } from '@app/policies/policies.module.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';

@Module({
  imports: [MetricsModule, PoliciesModule],
  providers: [ReportsService, ReportsRepository],
  exports: [ReportsService],
})
export class ReportsModule {}
