import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { IdentityModule } from '@app/identity/identity.module.js';
import { AbsencesRepository } from './absences.repository.js';
import { AbsencesService } from './absences.service.js';

@Module({
  imports: [AuditModule, IdentityModule],
  providers: [AbsencesRepository, AbsencesService],
  exports: [AbsencesService],
})
export class AbsencesModule {}
