import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { PipelineModule } from '@app/pipeline/pipeline.module.js';
import { CheckInsRepository } from './check-ins.repository.js';
import { CheckInsService } from './check-ins.service.js';
import { OffersRepository } from './offers.repository.js';
import { OffersService } from './offers.service.js';

@Module({
  imports: [AuditModule, PipelineModule],
  providers: [CheckInsRepository, CheckInsService, OffersRepository, OffersService],
  exports: [CheckInsService, OffersService],
})
export class OffersModule {}
