import { Injectable } from '@nestjs/common';
import { hashPassword } from 'better-auth/crypto';
import { AuditService } from '@app/audit/audit.service.js';
import { demand } from '@app/identity/access.js';
import { mayManageFirm } from '@app/identity/access.rules.js';
import { IdentityService } from '@app/identity/identity.service.js';
import type { Actor, IdentityErrorCode, NewUser, User } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import type { AuthErrorCode, Login } from './auth.types.js';
import { commonPasswords } from './common-passwords.js';
import { LoginsRepository } from './logins.repository.js';
import { passwordRefusal } from './passwords.rules.js';

/** Who may sign in with what. Other rooms call it in the transaction of their own use case. */
@Injectable()
export class LoginsService {
  constructor(
    private readonly database: Database,
    private readonly repository: LoginsRepository,
    private readonly identity: IdentityService,
    private readonly audit: AuditService,
  ) {}

  /**
   * The login of an address, made when there is none. Only for an address whose owner has just proved that it is
   * theirs, by a link from a mail: whoever has the login speaks for the address.
   */
  async ensureLogin(tx: Transaction, { name, email }: { name: string; email: string }): Promise<Login> {
    const address = normal(email);
    const id = newId();
    if (await this.repository.insertLogin(tx, { id, name, email: address })) return { loginId: id, hasPassword: false };
    const known = await this.repository.findLogin(tx, address);
    if (!known) throw new Error('a login that is there cannot be found');
    return known;
  }

  /** Refuses a password that is easily guessed. Ends the login's sessions and its other links. */
  async setPassword(tx: Transaction, loginId: string, password: string): Promise<void> {
    const owner = await this.repository.findOwner(tx, loginId);
    if (!owner) throw new DomainError<IdentityErrorCode>('user_not_found', 'This login does not exist any more.');
    const refusal = passwordRefusal(password, owner, await commonPasswords());
    if (refusal) throw new DomainError<AuthErrorCode>('password_refused', refusal);
    await this.repository.setCredential(tx, newId(), loginId, await hashPassword(password));
    await this.repository.endSessions(tx, loginId);
    await this.repository.endResetLinks(tx, loginId);
  }

  /** For somebody who leaves a firm: their sessions in it end, and with their last firm every link they were sent. */
  async endAccess(tx: Transaction, loginId: string, firmId: string): Promise<void> {
    await this.repository.endSessionsInFirm(tx, loginId, firmId);
    if (!(await this.repository.belongsElsewhere(tx, loginId, firmId))) {
      await this.repository.endResetLinks(tx, loginId);
    }
  }

  /** Whether somebody signs in with this address and a password already. */
  async hasPassword(email: string): Promise<boolean> {
    return (await this.repository.findLogin(this.database.reader, normal(email)))?.hasPassword ?? false;
  }

  /** Puts a session into a firm its login belongs to, or is about to; null when it is not the session of this address. */
  async enterFirm(
    tx: Transaction,
    { sessionToken, email, firmId }: { sessionToken: string; email: string; firmId: string },
  ): Promise<string | null> {
    return this.repository.enterFirm(tx, sessionToken, normal(email), firmId);
  }

  /** What this process remembers of sessions is dropped at once; call it when the transaction is through. */
  forgetSessions(): void {
    this.identity.forgetSessions();
  }

  async addUser(actor: Actor, { password, officeKey, ...input }: NewUser): Promise<User> {
    demand(mayManageFirm(actor), 'Only partners and admins may add users.');
    return this.database.transaction(async (tx) => {
      const officeId = await this.identity.officeOf(tx, actor.firmId, officeKey);
      const { loginId, hasPassword } = await this.ensureLogin(tx, input);
      const user = await this.identity.insertUser(tx, actor.firmId, { ...input, officeId, loginId });
      if (password !== undefined && !hasPassword) await this.setPassword(tx, loginId, password);
      await this.recordUser(tx, actor, 'identity.user_added', user.id);
      return user;
    });
  }

  /** For the command line: a login may belong to other firms too, so nobody of this one sets its password. */
  async setPasswordOf(actor: Actor, email: string, password: string): Promise<void> {
    demand(actor.role === 'system', 'Only the operator may set a password.');
    await this.database.transaction(async (tx) => {
      const user = await this.repository.findLoginOfUser(tx, actor.firmId, normal(email));
      if (!user) throw new DomainError<IdentityErrorCode>('user_not_found', 'The firm has no user with this address.');
      await this.setPassword(tx, user.loginId, password);
      await this.recordUser(tx, actor, 'auth.password_set', user.userId);
    });
    this.forgetSessions();
  }

  private recordUser(tx: Transaction, actor: Actor, action: string, userId: string): Promise<void> {
    return this.audit.record(tx, actor, { action, subjectType: 'user', subjectId: userId });
  }
}

const normal = (email: string): string => email.trim().toLowerCase();
