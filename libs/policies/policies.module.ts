import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { IdentityModule } from '@app/identity/identity.module.js';
import { SearchesModule } from '@app/searches/searches.module.js';
import { PoliciesRepository } from './policies.repository.js';
import { PoliciesService } from './policies.service.js';
import { PolicyEditsService } from './policy-edits.service.js';

@Module({
  imports: [AuditModule, IdentityModule, SearchesModule],
  providers: [PoliciesService, PolicyEditsService, PoliciesRepository],
  exports: [PoliciesService, PolicyEditsService],
})
export class PoliciesModule {}
