import { Injectable } from '@nestjs/common';
import { demand } from '@app/platform/errors/demand.js';
import { mayInvite } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import { InvitationsService } from '@app/invitations/invitations.service.js';
import { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { emailAsKept } from '@app/platform/values/addresses.js';
import { type StoredUser, UsersRepository } from './users.repository.js';
import { invitationRefusal, inviteRefusal } from './users.rules.js';
import { refuse, UsersService } from './users.service.js';
import type { InviteUser, ListedUser, UsersErrorCode } from './users.types.js';

export const PARTNERS_ONLY = 'Only partners and admins can send invitations or take them back.';

/** How people are asked to come. */
@Injectable()
export class JoiningService {
  constructor(
    private readonly database: Database,
    private readonly repository: UsersRepository,
    private readonly users: UsersService,
    private readonly invitations: InvitationsService,
  ) {}

  /** They are in the firm from now on, and can sign in once they have followed the link in the mail. */
  async invite(actor: Actor, input: InviteUser): Promise<ListedUser> {
    refuse(inviteRefusal(actor, input.role));
    const user = { ...input, email: emailAsKept(input.email) };
    return this.database.transaction(async (tx) => {
      await this.users.demandOffice(tx, actor.firmId, user.officeId);
      let id = newId();
      if (!(await this.repository.insert(tx, actor.firmId, { ...user, id }))) {
        const known = await this.repository.findByEmail(tx, actor.firmId, user.email);
        // who was deactivated comes back by an admin's leave; who was only asked and then not may be asked again
        const isFree = known?.state === 'deactivated' && known.loginId === null;
        if (!isFree || !(await this.invitations.isTakenBack(tx, actor.firmId, known.id))) throw knownAlready(known);
        id = known.id;
        await this.repository.update(tx, actor.firmId, id, user);
        await this.users.setDeactivated(tx, actor, id, false);
      }
      await this.invitations.ask(tx, actor, id);
      await this.users.record(tx, actor, 'users.user_invited', id, { role: user.role });
      return this.users.current(tx, actor, id);
    });
  }

  /** Another link; the one before is worth nothing any more. */
  async resend(actor: Actor, userId: string): Promise<ListedUser> {
    demand(mayInvite(actor), PARTNERS_ONLY);
    return this.database.transaction(async (tx) => {
      const { user } = await this.users.lock(tx, actor, userId, null);
      refuse(invitationRefusal(actor, user));
      await this.invitations.ask(tx, actor, userId);
      await this.users.record(tx, actor, 'users.invitation_sent_again', userId);
      return this.users.current(tx, actor, userId);
    });
  }
}

const SENTENCES = {
  active: 'Somebody at the firm already has this address.',
  invited: 'This address has already been invited. Send the invitation again if the email got lost.',
  deactivated: 'This person was deactivated here; an admin can reactivate them.',
} as const;

const knownAlready = (known: StoredUser | null): DomainError =>
  new DomainError<UsersErrorCode>('user_known', SENTENCES[known?.state ?? 'active']);
