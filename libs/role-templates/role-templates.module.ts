import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { RoleTemplatesRepository } from './role-templates.repository.js';
import { RoleTemplatesService } from './role-templates.service.js';

@Module({
  imports: [AuditModule],
  providers: [RoleTemplatesRepository, RoleTemplatesService],
  exports: [RoleTemplatesService],
})
export class RoleTemplatesModule {}
