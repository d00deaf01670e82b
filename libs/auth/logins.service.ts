import { Injectable } from '@nestjs/common';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { AttemptsService } from '@app/attempts/attempts.service.js';
import { AuditService } from '@app/audit/audit.service.js';
import { demand } from '@app/platform/errors/demand.js';
import { IdentityService } from '@app/identity/identity.service.js';
import type { Actor, IdentityErrorCode } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { emailAsKept } from '@app/platform/values/addresses.js';
import type { AuthErrorCode, ChosenPassword, Login, PasswordOwner, Place } from './auth.types.js';
import { LoginsRepository } from './logins.repository.js';
import { passwordRefusal } from './passwords.rules.js';

let common: Promise<ReadonlySet<string>> | undefined;

/** About fifty thousand passwords that people choose most, in small letters. Loaded when the first one is chosen. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].map((password) => password.toLowerCase())),
  );
  return common;
}

/** Who may sign in with what. Other rooms call it in the transaction of their own use case. */
@Injectable()
export class LoginsService {
  constructor(
    private readonly database: Database,
    private readonly repository: LoginsRepository,
    private readonly identity: IdentityService,
    private readonly attempts: AttemptsService,
    private readonly audit: AuditService,
  ) {}

  findLogin(email: string): Promise<Login | null> {
    return this.repository.findLogin(emailAsKept(email));
  }

  /**
   * The login of an address, made when there is none. Only for an address whose owner has just proved that it is
   * theirs, by a link from a mail: whoever has the login speaks for the address.
   */
  async ensureLogin(tx: Transaction, { name, email }: { name: string; email: string }): Promise<Login> {
    const address = emailAsKept(email);
    const id = newId();
    if (await this.repository.insertLogin(tx, { id, name, email: address })) return { loginId: id, hasPassword: false };
    const known = await this.repository.findLogin(address, tx);
    if (!known) throw new Error('a login that is there cannot be found');
    return known;
  }

  /**
   * What takes long about a new password, before a transaction for it is opened: the hash, and the list that it is
   * looked up in. Refuses what nobody may choose.
   */
  async choosePassword(password: string): Promise<ChosenPassword> {
    this.database.demandOutside();
    const common = await commonPasswords();
    demandGoodPassword(password, ANYBODY, common);
    return { password, hash: await hashPassword(password), common };
  }

  /**
   * Refuses a password that is easily guessed, knowing whose it is. Ends the login's other links, and its sessions;
   * `keep` is the session (its key) of somebody who changes it themselves.
   */
  async setPassword(
    tx: Transaction,
    loginId: string,
    { password, hash, common }: ChosenPassword,
    keep: string | null = null,
  ): Promise<PasswordOwner> {
    const owner = await this.repository.lockOwner(tx, loginId);
    if (!owner) throw new DomainError<IdentityErrorCode>('user_not_found', 'This login no longer exists.');
    demandGoodPassword(password, owner, common);
    await this.repository.setCredential(tx, newId(), loginId, hash);
    await this.repository.endSessions(tx, loginId, keep);
    await this.repository.endResetLinks(tx, loginId);
    return owner;
  }

  /** For somebody who leaves a firm: their sessions in it end, and with their last firm every link they were sent. */
  async endAccess(tx: Transaction, loginId: string, firmId: string): Promise<void> {
    await this.repository.endSessionsInFirm(tx, loginId, firmId);
    const places = await this.repository.placesOf(loginId, tx);
    if (places.every((place) => place.firmId === firmId)) await this.repository.endResetLinks(tx, loginId);
  }

  /** Everybody who looks at one firm is in another from now on. */
  moveSessions(tx: Transaction, fromFirmId: string, toFirmId: string): Promise<void> {
    return this.repository.moveSessions(tx, fromFirmId, toFirmId);
  }

  /** Whether somebody signs in with this address and a password already. */
  async hasPassword(email: string): Promise<boolean> {
    return (await this.repository.findLogin(emailAsKept(email)))?.hasPassword ?? false;
  }

  /** What this process remembers of sessions is dropped at once; call it when the transaction is through. */
  forgetSessions(): void {
    this.identity.forgetSessions();
  }

  /** What the database keeps of the session whose cookie this is. */
  sessionKeyOf(cookie: string | undefined): string | null {
    return this.identity.sessionKeyOf({ cookie });
  }

  /** The login of somebody who is signed in. */
  async loginOf(actor: Actor): Promise<string> {
    const loginId = await this.repository.loginOf(actor);
    if (!loginId) throw new DomainError<IdentityErrorCode>('user_not_found', 'This user no longer exists.');
    return loginId;
  }

  /** Somebody who is signed in shows that they know their password. */
  async demandPassword(loginId: string, password: string): Promise<void> {
    await this.attempts.oldPasswordTried(loginId);
    const credential = await this.repository.findCredential(loginId);
    if (!credential || !(await verifyPassword({ hash: credential.hash, password }))) {
      throw new DomainError<AuthErrorCode>('wrong_password', 'This is not your current password.');
    }
    await this.attempts.oldPasswordRight(loginId);
  }

  async passwordSince(loginId: string, tx?: Transaction): Promise<Date | null> {
    return (await this.repository.findCredential(loginId, tx))?.since ?? null;
  }

  rename(tx: Transaction, loginId: string, name: string): Promise<void> {
    return this.repository.rename(tx, loginId, name);
  }

  /** The same fact in every firm where this login is at work; `by` says whether its owner did it. */
  async recordEverywhere(
    tx: Transaction,
    loginId: string,
    action: string,
    by: Actor | 'owner' | 'nobody known',
  ): Promise<void> {
    for (const place of await this.repository.placesOf(loginId, tx)) {
      if (typeof by === 'object' && by.firmId === place.firmId) await this.recordBy(tx, by, action);
      else await this.recordAt(tx, place, action, by === 'nobody known' ? null : place.userId);
    }
  }

  recordAt(tx: Transaction, { firmId, userId }: Place, action: string, by: string | null = userId): Promise<void> {
    return this.audit.record(tx, { firmId, userId: by }, { action, subjectType: 'user', subjectId: userId });
  }

  recordBy(tx: Transaction, actor: Actor, action: string): Promise<void> {
    return this.audit.record(tx, actor, { action, subjectType: 'user', subjectId: actor.userId ?? actor.firmId });
  }

  /**
   * For the command line: a login may belong to other firms too, so nobody of this one sets its password. The operator
   * vouches for the address of somebody who has no login yet.
   */
  async setPasswordOf(actor: Actor, email: string, password: string): Promise<void> {
    demand(actor.role === 'system', 'Only the operator may set a password.');
    const chosen = await this.choosePassword(password);
    await this.database.transaction(async (tx) => {
      const user = await this.repository.findUser(tx, actor.firmId, emailAsKept(email));
      if (!user) throw new DomainError<IdentityErrorCode>('user_not_found', 'The firm has no user with this address.');
      const loginId = user.loginId ?? (await this.ensureLogin(tx, { name: user.name, email })).loginId;
      if (!user.loginId) await this.identity.giveLogin(tx, actor.firmId, user.userId, loginId);
      await this.setPassword(tx, loginId, chosen);
      await this.recordEverywhere(tx, loginId, 'auth.password_set', 'nobody known');
    });
    this.forgetSessions();
  }
}

const ANYBODY: PasswordOwner = { email: '', name: '', firmNames: [] };

function demandGoodPassword(password: string, owner: PasswordOwner, common: ReadonlySet<string>): void {
  const refusal = passwordRefusal(password, owner, common);
  if (refusal) throw new DomainError<AuthErrorCode>('password_refused', refusal);
}
