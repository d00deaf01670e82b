import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { LoginsModule } from '@app/auth/auth.module.js';
import { IdentityModule } from '@app/identity/identity.module.js';
import { SignUpService } from './sign-up.service.js';

@Module({
  imports: [AuditModule, IdentityModule, LoginsModule],
  providers: [SignUpService],
  exports: [SignUpService],
})
export class SignUpModule {}
