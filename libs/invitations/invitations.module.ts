import { Module } from '@nestjs/common';
import { AttemptsModule } from '@app/attempts/attempts.module.js';
import { MailModule } from '@app/platform/mail/mail.module.js';
import { TimeModule } from '@app/platform/time/time.module.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';

@Module({
  imports: [AttemptsModule, MailModule, TimeModule],
  providers: [InvitationsRepository, InvitationsService],
  exports: [InvitationsService],
})
export class InvitationsModule {}
