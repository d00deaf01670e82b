import { Module } from '@nestjs/common';
import { AttemptsModule } from '@app/attempts/attempts.module.js';
import { AuditModule } from '@app/audit/audit.module.js';
import { IdentityModule } from '@app/identity/identity.module.js';
import { BackgroundModule } from '@app/platform/background/background.js';
import { MailModule } from '@app/platform/mail/mail.module.js';
import { AuthMails } from './auth-mail.js';
import { Auth } from './better-auth.adapter.js';
import { LoginsRepository } from './logins.repository.js';
import { LoginsService } from './logins.service.js';
import { ResetsService } from './resets.service.js';
import { SessionsService } from './sessions.service.js';
import { UserSessionsService } from './user-sessions.service.js';

/** Who may sign in with what; for every process. */
@Module({
  imports: [AttemptsModule, AuditModule, IdentityModule],
  providers: [LoginsRepository, LoginsService, UserSessionsService],
  exports: [LoginsRepository, LoginsService, UserSessionsService],
})
export class LoginsModule {}

/** Signing in and out, and forgotten passwords. Apart from the logins, so that only the API process carries it. */
@Module({
  imports: [AttemptsModule, BackgroundModule, LoginsModule, MailModule],
  providers: [Auth, AuthMails, ResetsService, SessionsService],
  exports: [AuthMails, ResetsService, SessionsService],
})
export class AuthModule {}
