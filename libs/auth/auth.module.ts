import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { IdentityModule } from '@app/identity/identity.module.js';
import { MailModule } from '@app/platform/mail/mail.module.js';
import { Auth } from './auth.js';
import { LoginsRepository } from './logins.repository.js';
import { LoginsService } from './logins.service.js';

/** Who may sign in with what; for every process. */
@Module({
  imports: [AuditModule, IdentityModule],
  providers: [LoginsRepository, LoginsService],
  exports: [LoginsService],
})
export class LoginsModule {}

/** Signing in and out. Apart from the logins, so that only the API process carries it. */
@Module({ imports: [MailModule], providers: [Auth], exports: [Auth] })
export class AuthModule {}
