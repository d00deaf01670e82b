import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { TombstonesRepository } from './tombstones.repository.js';
import { TombstonesService } from './tombstones.service.js';

@Module({
  imports: [AuditModule],
  providers: [TombstonesRepository, TombstonesService],
  exports: [TombstonesService],
})
export class TombstonesModule {}
