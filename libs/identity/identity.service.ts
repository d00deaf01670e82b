import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hashPassword } from 'better-auth/crypto';
import { LRUCache } from 'lru-cache';
import { AuditService } from '@app/audit/audit.service.js';
import { Config } from '@app/platform/config/config.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { Clock } from '@app/platform/time/clock.js';
import { publicHolidays } from '@app/platform/time/public-holidays.js';
import { isValidZone } from '@app/platform/time/zone.js';
import { demand } from './access.js';
import { mayImport, mayManageFirm, mayOpenSearch } from './access.rules.js';
import { IdentityRepository } from './identity.repository.js';
import type { Actor, IdentityErrorCode, Me, NewUser, Office, SignUp, User } from './identity.types.js';
import { cookieValue, readSessionToken, sessionCookieName } from './session-cookie.js';

/** Attempts allowed per address (a whole office may share one) and per account, and in how many seconds. */
const LIMITS = {
  signUp: { perAddress: 20, perAccount: 5, seconds: 3600 },
  signIn: { perAddress: 60, perAccount: 10, seconds: 300 },
  reset: { perAddress: 20, perAccount: 5, seconds: 3600 },
} as const;

@Injectable()
export class IdentityService {
  /**
   * Who is behind a session, remembered for one second: a busy page asks once instead of once per request, while a
   * sign-out, a changed role or a removed user is heeded by every process within that second.
   */
  private readonly actors = new LRUCache<string, Promise<Actor | null>>({ max: 10_000, ttl: 1000 });
  private readonly cookieName: string;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly repository: IdentityRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {
    this.cookieName = sessionCookieName(config.PUBLIC_URL);
  }

  /** The user whose session cookie these headers carry; null when there is none, or it has ended. */
  async actorOf(headers: { cookie?: string | undefined }): Promise<Actor | null> {
    const value = headers.cookie && cookieValue(headers.cookie, this.cookieName);
    if (!value) return null;
    const known = this.actors.get(value);
    if (known) return known;
    const token = readSessionToken(value, this.config.AUTH_SECRET);
    if (!token) return null;
    const actor = this.repository.actorOfSession(token);
    this.actors.set(value, actor);
    actor.then((found) => found ?? this.actors.delete(value)).catch(() => this.actors.delete(value));
    return actor;
  }

  /** What this process remembers of sessions is dropped at once, after a sign-in, sign-out or new password here. */
  forgetSessions(): void {
    this.actors.clear();
  }

  /** Refuses when this address, or anybody for this account, has tried too often. */
  async limitAttempts(what: keyof typeof LIMITS, address: string, email?: string): Promise<void> {
    const { perAddress, perAccount, seconds } = LIMITS[what];
    const wait =
      (await this.repository.takeAttempt(`${what} from ${address}`, perAddress, seconds)) ??
      (email ? await this.repository.takeAttempt(accountKey(what, email), perAccount, seconds) : null);
    if (wait === null) return;
    const minutes = Math.ceil(wait / 60);
    const sentence = `Too many attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
    throw new DomainError<IdentityErrorCode>('too_many_attempts', sentence, { retryAfter: wait });
  }

  /** Who signed in was no guesser: their earlier attempts are forgotten. */
  async forgetAttempts(email: string): Promise<void> {
    await this.repository.forgetAttempts(accountKey('signIn', email));
  }

  /** A new firm with its office, the country's holidays and its first user. `prepare` gives it what the rooms above want every firm to have. */
  async signUp(
    input: SignUp,
    address: string,
    prepare: (tx: Transaction, firmId: string) => Promise<void>,
  ): Promise<{ firmId: string }> {
    if (!isValidZone(input.timeZone)) {
      const sentence = `"${input.timeZone}" is not a time zone; use a name such as Europe/Berlin.`;
      throw new DomainError<IdentityErrorCode>('unknown_time_zone', sentence);
    }
    await this.limitAttempts('signUp', address, input.email);
    const password = await hashPassword(input.password);
    const country = input.country.toUpperCase();
    const year = this.clock.now().getUTCFullYear();
    const holidays = await publicHolidays(country, [year, year + 1, year + 2]);
    return this.database.transaction(async (tx) => {
      const firmId = newId();
      const officeId = newId();
      await this.repository.insertFirm(tx, firmId, input.firmName);
      const office = { id: officeId, key: 'main', country, timeZone: input.timeZone };
      await this.repository.insertOffice(tx, firmId, office);
      await this.repository.insertHolidays(tx, firmId, officeId, holidays);
      const { id } = await this.insertUser(tx, firmId, { ...input, role: 'admin', officeId }, password);
      await prepare(tx, firmId);
      const fact = { action: 'identity.firm_founded', subjectType: 'firm', subjectId: firmId };
      await this.audit.record(tx, { firmId, userId: id }, fact);
      return { firmId };
    });
  }

  async addUser(actor: Actor, input: NewUser): Promise<User> {
    demand(mayManageFirm(actor), 'Only partners and admins may add users.');
    const password = input.password === undefined ? null : await hashPassword(input.password);
    return this.database.transaction(async (tx) => {
      const officeId = await this.repository.findOfficeId(tx, actor.firmId, input.officeKey);
      if (!officeId)
        throw new DomainError<IdentityErrorCode>('unknown_office', 'The firm has no office with this key.');
      const user = await this.insertUser(tx, actor.firmId, { ...input, officeId }, password);
      await this.recordUser(tx, actor, 'identity.user_added', user.id);
      return user;
    });
  }

  /** Ends the user's sessions, as every new password does. */
  async setPassword(actor: Actor, email: string, password: string): Promise<void> {
    demand(mayManageFirm(actor), 'Only partners and admins may set passwords.');
    const hash = await hashPassword(password);
    await this.database.transaction(async (tx) => {
      const login = await this.repository.findLogin(tx, actor.firmId, normal(email));
      if (!login) throw new DomainError<IdentityErrorCode>('user_not_found', 'The firm has no user with this address.');
      await this.repository.setCredential(tx, newId(), login.loginId, hash);
      await this.repository.endSessions(tx, login.loginId);
      await this.recordUser(tx, actor, 'identity.password_set', login.userId);
    });
    this.forgetSessions();
  }

  async me(actor: Actor): Promise<Me> {
    const me = actor.userId && (await this.repository.findMe(actor.firmId, actor.userId));
    if (!me) throw new DomainError<IdentityErrorCode>('user_not_found', 'This user does not exist any more.');
    const allowed = { openSearch: mayOpenSearch(actor), import: mayImport(actor), manageFirm: mayManageFirm(actor) };
    return { ...me, allowed };
  }

  async listUsers(actor: Actor): Promise<{ items: User[] }> {
    return { items: await this.repository.listUsers(actor.firmId) };
  }

  async listOffices(actor: Actor): Promise<{ items: Office[] }> {
    return { items: await this.repository.listOffices(actor.firmId) };
  }

  private async insertUser(
    tx: Transaction,
    firmId: string,
    input: Omit<User, 'id'>,
    passwordHash: string | null,
  ): Promise<User> {
    const { name, role, officeId } = input;
    const user: User = { id: newId(), name, email: normal(input.email), role, officeId };
    const login = { id: newId(), name, email: user.email };
    if (!(await this.repository.insertLogin(tx, login))) {
      const sentence = 'Somebody signs in with this e-mail address already. Sign in instead, or use another address.';
      throw new DomainError<IdentityErrorCode>('email_taken', sentence);
    }
    if (passwordHash) await this.repository.setCredential(tx, newId(), login.id, passwordHash);
    await this.repository.insertUser(tx, firmId, user, login.id);
    return user;
  }

  private recordUser(tx: Transaction, actor: Actor, action: string, userId: string): Promise<void> {
    return this.audit.record(tx, actor, { action, subjectType: 'user', subjectId: userId });
  }
}

const normal = (email: string): string => email.trim().toLowerCase();

/** The address itself is not kept. */
const accountKey = (what: string, email: string): string =>
  `${what} for ${createHash('sha256').update(normal(email)).digest('base64url')}`;
