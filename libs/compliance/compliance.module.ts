import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { OffersModule } from '@app/offers/offers.module.js';
import { Persons } from '@app/platform/persons/persons.js';
import { TombstonesModule } from '@app/tombstones/tombstones.module.js';
import { ComplianceRepository } from './compliance.repository.js';
import { ComplianceRecords, ComplianceService } from './compliance.service.js';

@Module({
  imports: [AuditModule, OffersModule, TombstonesModule],
  providers: [ComplianceRecords, ComplianceRepository, ComplianceService, Persons],
  exports: [ComplianceService],
})
export class ComplianceModule {}
