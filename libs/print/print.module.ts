import { Module } from '@nestjs/common';
import { ReportsModule } from '@app/reports/reports.module.js';
import { PrintService } from './print.service.js';

@Module({ imports: [ReportsModule], providers: [PrintService], exports: [PrintService] })
export class PrintModule {}
