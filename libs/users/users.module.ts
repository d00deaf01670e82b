import { Module } from '@nestjs/common';
import { AuthModule, LoginsModule } from '@app/auth/auth.module.js';
import { AuditModule } from '@app/audit/audit.module.js';
import { HandOverModule } from '@app/hand-over/hand-over.module.js';
import { IdentityModule } from '@app/identity/identity.module.js';
import { InvitationsModule } from '@app/invitations/invitations.module.js';
import { TimeModule } from '@app/platform/time/time.module.js';
import { AcceptanceService } from './acceptance.service.js';
import { DeparturesService } from './departures.service.js';
import { JoiningService } from './joining.service.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [AuditModule, HandOverModule, IdentityModule, InvitationsModule, LoginsModule, TimeModule],
  providers: [UsersRepository, UsersService, JoiningService, DeparturesService],
  exports: [UsersRepository, UsersService, JoiningService, DeparturesService],
})
export class UsersModule {}

/** Joining, which ends signed in. Apart from the rest, so that only the API process carries it. */
@Module({
  imports: [AuthModule, InvitationsModule, LoginsModule, UsersModule],
  providers: [AcceptanceService],
  exports: [AcceptanceService],
})
export class AcceptanceModule {}
