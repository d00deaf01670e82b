import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { TombstonesModule } from '@app/tombstones/tombstones.module.js';
import { ClientsRepository } from './clients.repository.js';
import { ClientsService } from './clients.service.js';

@Module({
  imports: [AuditModule, TombstonesModule],
  providers: [ClientsRepository, ClientsService],
  exports: [ClientsService],
})
export class ClientsModule {}
