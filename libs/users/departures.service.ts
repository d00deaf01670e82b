import { Injectable } from '@nestjs/common';
import { LoginsService } from '@app/auth/logins.service.js';
import { demand } from '@app/identity/access.js';
import { mayChangePeople, mayInvite } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import { InvitationsService } from '@app/invitations/invitations.service.js';
import { Database } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { HandOverService } from './hand-over.service.js';
import { PARTNERS_ONLY } from './joining.service.js';
import { UsersRepository } from './users.repository.js';
import { deactivationRefusal, invitationRefusal, reactivationRefusal, successorRefusal } from './users.rules.js';
import { refuse, UsersService } from './users.service.js';
import type { HandOverPreview, ListedUser, UsersErrorCode } from './users.types.js';

const ADMINS_ONLY = 'Only an admin deactivates or reactivates somebody.';

/** How people leave, and come back. */
@Injectable()
export class DeparturesService {
  constructor(
    private readonly database: Database,
    private readonly repository: UsersRepository,
    private readonly users: UsersService,
    private readonly work: HandOverService,
    private readonly invitations: InvitationsService,
    private readonly logins: LoginsService,
  ) {}

  /** What would go to somebody else, as far as the actor may know of it, and who would usually get it. */
  async preview(actor: Actor, userId: string): Promise<HandOverPreview> {
    demand(mayChangePeople(actor), ADMINS_ONLY);
    const { reader } = this.database;
    const user = await this.users.current(reader, actor, userId);
    return {
      ...(await this.work.count(actor, user.id)),
      suggestedUserId: await this.repository.usualSuccessor(reader, actor.firmId, user.id),
    };
  }

  /** From this commit on nothing of theirs opens a door, and everything they had in hand is the successor's. */
  async deactivate(
    actor: Actor,
    userId: string,
    { version, successorId }: { version: number | null; successorId: string },
  ): Promise<ListedUser> {
    demand(mayChangePeople(actor), ADMINS_ONLY);
    const left = await this.database.transaction(async (tx) => {
      const { user, admins, others } = await this.users.lock(tx, actor, userId, version, [successorId]);
      refuse(deactivationRefusal(actor, user, admins));
      refuse(successorRefusal(user, others.get(successorId) ?? null));
      await this.users.setDeactivated(tx, actor, userId, true);
      await this.invitations.end(tx, actor.firmId, userId);
      if (user.loginId) await this.logins.endAccess(tx, user.loginId, actor.firmId);
      const handedOver = await this.work.handOver(tx, actor, userId, successorId);
      await this.users.record(tx, actor, 'users.user_deactivated', userId, { to: successorId, ...handedOver });
      return this.users.current(tx, actor, userId);
    });
    this.logins.forgetSessions();
    return left;
  }

  /** With the role and office they had; what they handed over stays where it is. Who never joined is asked again. */
  async reactivate(actor: Actor, userId: string, version: number | null): Promise<ListedUser> {
    demand(mayChangePeople(actor), ADMINS_ONLY);
    return this.database.transaction(async (tx) => {
      const { user, admins } = await this.users.lock(tx, actor, userId, version);
      refuse(reactivationRefusal(actor, user, admins));
      await this.users.setDeactivated(tx, actor, userId, false);
      if (user.loginId === null) await this.invitations.ask(tx, actor, userId);
      await this.users.record(tx, actor, 'users.user_reactivated', userId, { role: user.role });
      return this.users.current(tx, actor, userId);
    });
  }

  /** Somebody who was asked to join is not to, after all. Who has work waiting, from an import, needs a successor. */
  async takeBack(actor: Actor, userId: string): Promise<ListedUser> {
    demand(mayInvite(actor), PARTNERS_ONLY);
    return this.database.transaction(async (tx) => {
      const { user } = await this.users.lock(tx, actor, userId, null);
      refuse(invitationRefusal(actor, user));
      if (await this.work.hasAny(actor, userId)) {
        const sentence =
          'This person has searches or tasks already. An admin deactivates them and says who takes over.';
        throw new DomainError<UsersErrorCode>('user_has_work', sentence);
      }
      await this.users.setDeactivated(tx, actor, userId, true);
      await this.invitations.end(tx, actor.firmId, userId);
      await this.users.record(tx, actor, 'users.invitation_taken_back', userId);
      return this.users.current(tx, actor, userId);
    });
  }
}
