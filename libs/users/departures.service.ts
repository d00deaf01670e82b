import { Injectable } from '@nestjs/common';
import { LoginsService } from '@app/auth/logins.service.js';
import { demand } from '@app/platform/errors/demand.js';
import { mayChangePeople, mayInvite } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import { InvitationsService } from '@app/invitations/invitations.service.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { HandOverService } from '@app/hand-over/hand-over.service.js';
import { PARTNERS_ONLY } from './joining.service.js';
import { UsersRepository } from './users.repository.js';
import { deactivationRefusal, invitationRefusal, reactivationRefusal, successorRefusal } from './users.rules.js';
import { refuse, UsersService } from './users.service.js';
import type { HandOverPreview, ListedUser } from './users.types.js';

const ADMINS_ONLY = 'Only admins can deactivate or reactivate somebody.';

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
    const { db } = this.database;
    const user = await this.users.current(db, actor, userId);
    return {
      ...(await this.work.count(actor, user.id)),
      suggestedUserId: await this.repository.usualSuccessor(db, actor.firmId, user.id),
    };
  }

  /** From this commit on nothing of theirs lets anybody in, and everything they had in hand is the successor's. */
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
      await this.invitations.end(tx, actor.firmId, userId);
      await this.leave(tx, actor, 'users.user_deactivated', userId, successorId);
      if (user.loginId) await this.logins.endAccess(tx, user.loginId, actor.firmId);
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

  /**
   * Somebody who was asked to join is not to, after all. What an import gave them already goes to whoever usually takes
   * over, and to the asker only where nobody else could: the answer is the same whether or not there was anything.
   */
  async takeBack(actor: Actor, userId: string): Promise<ListedUser> {
    demand(mayInvite(actor), PARTNERS_ONLY);
    return this.database.transaction(async (tx) => {
      const successorId = await this.repository.usualSuccessor(tx, actor.firmId, userId, actor.userId);
      const { user, others } = await this.users.lock(tx, actor, userId, null, successorId ? [successorId] : []);
      refuse(invitationRefusal(actor, user));
      if (successorId) refuse(successorRefusal(user, others.get(successorId) ?? null));
      await this.invitations.takeBack(tx, actor.firmId, userId);
      await this.leave(tx, actor, 'users.invitation_taken_back', userId, successorId);
      return this.users.current(tx, actor, userId);
    });
  }

  /** Without a successor, in a firm that nobody can sign in to, everything stays where it is. */
  private async leave(
    tx: Transaction,
    actor: Actor,
    action: string,
    userId: string,
    successorId: string | null,
  ): Promise<void> {
    await this.users.setDeactivated(tx, actor, userId, true);
    const handedOver = successorId ? await this.work.handOver(tx, actor, userId, successorId) : {};
    await this.users.record(tx, actor, action, userId, { to: successorId, ...handedOver });
  }
}
