import { Injectable } from '@nestjs/common';
import type { Caller } from '@app/auth/auth.types.js';
import { LoginsService } from '@app/auth/logins.service.js';
import { SessionsService } from '@app/auth/sessions.service.js';
import { systemActor } from '@app/identity/identity.types.js';
import { InvitationsService } from '@app/invitations/invitations.service.js';
import type { HeldInvitation } from '@app/invitations/invitations.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';
import type { AcceptInvitation, OpenInvitation, UsersErrorCode } from './users.types.js';

/** How the invited join. */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly database: Database,
    private readonly repository: UsersRepository,
    private readonly users: UsersService,
    private readonly invitations: InvitationsService,
    private readonly logins: LoginsService,
    private readonly sessions: SessionsService,
  ) {}

  /** What a link is about; changes nothing. */
  async open(token: string): Promise<OpenInvitation> {
    const { firmName, name, email } = await this.invitations.find(token);
    return { firmName, name, email, hasPassword: await this.logins.hasPassword(email) };
  }

  /** Joins, and answers with the cookies of a session in the firm that was joined. */
  async accept(input: AcceptInvitation, caller: Caller): Promise<string[]> {
    const { email } = await this.invitations.find(input.token);
    const hasPassword = await this.logins.hasPassword(email);
    return hasPassword ? this.withTheirPassword(input, email, caller) : this.withNewPassword(input, caller);
  }

  /**
   * Who has followed the link has the address: their login is made, with this password. Should signing in come to
   * nothing after that, they have joined all the same, and the link says so.
   */
  private async withNewPassword({ token, password }: AcceptInvitation, caller: Caller): Promise<string[]> {
    const chosen = await this.logins.choosePassword(password);
    const { email, firmId } = await this.database.transaction(async (tx) => {
      const held = await this.invitations.lock(tx, token);
      const { loginId, hasPassword } = await this.logins.ensureLogin(tx, held);
      if (hasPassword) {
        const sentence = 'This address already has a login. Join with its password.';
        throw new DomainError<UsersErrorCode>('has_password', sentence);
      }
      await this.logins.setPassword(tx, loginId, chosen);
      await this.join(tx, held, loginId);
      return held;
    });
    this.logins.forgetSessions();
    return this.sessions.signInJoined({ email, password, firmId }, caller);
  }

  /** Who signs in with this address already shows first that they can. */
  private async withTheirPassword(
    { token, password }: AcceptInvitation,
    email: string,
    caller: Caller,
  ): Promise<string[]> {
    const session = await this.sessions.open({ email, password }, caller);
    await this.database.transaction(async (tx) => {
      const held = await this.invitations.lock(tx, token);
      const { loginId } = await this.logins.ensureLogin(tx, held);
      await this.join(tx, held, loginId);
      const where = { firmId: held.firmId, remembered: false, caller };
      if (!(await this.sessions.place(tx, session.token, where))) throw new Error('a session of somebody else');
    });
    this.logins.forgetSessions();
    return session.cookies;
  }

  private async join(tx: Transaction, { firmId, userId }: HeldInvitation, loginId: string): Promise<void> {
    await this.repository.join(tx, firmId, userId, loginId);
    await this.invitations.use(tx, firmId, userId);
    await this.users.record(tx, { ...systemActor(firmId), userId }, 'users.user_joined', userId);
  }
}
