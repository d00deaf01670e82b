import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { IdentityModule } from '@app/identity/identity.module.js';
import { LimitsModule } from '@app/limits/limits.module.js';
import { SearchesModule } from '@app/searches/searches.module.js';
import { PoliciesRepository } from './policies.repository.js';
import { PolicyEditsService } from './policy-edits.service.js';

@Module({
  imports: [AuditModule, IdentityModule, LimitsModule, SearchesModule],
  providers: [PolicyEditsService, PoliciesRepository],
  exports: [PolicyEditsService],
})
export class PoliciesModule {}
