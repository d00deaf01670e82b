import { Module } from '@nestjs/common';
import { AttemptsModule } from '@app/attempts/attempts.module.js';
import { AuditModule } from '@app/audit/audit.module.js';
import { AuthModule, LoginsModule } from '@app/auth/auth.module.js';
import { IdentityModule } from '@app/identity/identity.module.js';
import { FoundersService } from './founders.service.js';
import { SignUpRepository } from './sign-up.repository.js';
import { SignUpService } from './sign-up.service.js';

/** Who may set up a firm; for every process. */
@Module({
  imports: [AuditModule, IdentityModule, LoginsModule],
  providers: [FoundersService, SignUpRepository],
  exports: [FoundersService, SignUpRepository],
})
export class FoundersModule {}

/** Asking for a firm and confirming it; for the API process. */
@Module({
  imports: [AttemptsModule, AuthModule, FoundersModule, LoginsModule],
  providers: [SignUpService],
  exports: [SignUpService],
})
export class SignUpModule {}
