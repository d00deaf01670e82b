import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { OffersModule } from '@app/offers/offers.module.js';
import { TombstonesModule } from '@app/tombstones/tombstones.module.js';
import { ComplianceRepository } from './compliance.repository.js';
import { ComplianceService } from './compliance.service.js';

@Module({
  imports: [AuditModule, OffersModule, TombstonesModule],
  providers: [ComplianceRepository, ComplianceService],
  exports: [ComplianceService],
})
export class ComplianceModule {}
