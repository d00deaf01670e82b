import { Module } from '@nestjs/common';
import { MetricsModule } from '@app/metrics/metrics.module.js';
import { ReportsModule } from '@app/reports/reports.module.js';
import { FiguresRepository } from './figures.repository.js';
import { FiguresService } from './figures.service.js';

@Module({
  imports: [MetricsModule, ReportsModule],
  providers: [FiguresService, FiguresRepository],
  exports: [FiguresService],
})
export class FiguresModule {}
