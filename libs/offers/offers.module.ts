import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { PipelineModule } from '@app/pipeline/pipeline.module.js';
import { PlacementsModule } from '@app/placements/placements.module.js';
import { OffersRepository } from './offers.repository.js';
import { OffersService } from './offers.service.js';

@Module({
  imports: [AuditModule, PipelineModule, PlacementsModule],
  providers: [OffersRepository, OffersService],
  exports: [OffersService],
})
export class OffersModule {}
