import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Config } from '@app/platform/config/config.js';
import type { Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { Clock } from '@app/platform/time/clock.js';
import { yearOf } from '@app/platform/time/local-date.js';
import { localDateOf } from '@app/platform/time/zone.js';
import { publicHolidays } from '@app/platform/holidays/public-holidays.js';
import { emailAsKept } from '@app/platform/values/addresses.js';
import { mayErasePersons, mayImport, mayManageFirm, mayOpenSearch } from './access.rules.js';
import { IdentityRepository } from './identity.repository.js';
import type { Actor, IdentityErrorCode, Me, NewFirm, Office, Prepare, User } from './identity.types.js';
import { cookieValue, IDLE_HOURS, readSessionToken, sessionCookieName, sessionKey } from './session.token.js';

/** A session in use is written to once in so many minutes, not with every request. */
const USE_NOTED_MINUTES = 5;

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
    private readonly repository: IdentityRepository,
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
    const actor = this.findActor(sessionKey(token));
    this.actors.set(value, actor);
    actor.then((found) => found ?? this.actors.delete(value)).catch(() => this.actors.delete(value));
    return actor;
  }

  private async findActor(key: string): Promise<Actor | null> {
    const found = await this.repository.actorOfSession(key, IDLE_HOURS, USE_NOTED_MINUTES);
    if (!found) return null;
    const { noted, ...actor } = found;
    if (!noted) await this.repository.noteUse(key, USE_NOTED_MINUTES);
    return actor;
  }

  /** What this process remembers of sessions is dropped at once, after a sign-in, sign-out or new password here. */
  forgetSessions(): void {
    this.actors.clear();
  }

  /** What the database keeps of the session whose cookie these headers carry; null when it is not signed by us. */
  sessionKeyOf(headers: { cookie?: string | undefined }): string | null {
    const value = headers.cookie && cookieValue(headers.cookie, this.cookieName);
    const token = value && readSessionToken(value, this.config.AUTH_SECRET);
    return token ? sessionKey(token) : null;
  }

  /** A new firm with its first office and the holidays of its region. `prepare` gives it what the rooms above want every firm to have. */
  async foundFirm(tx: Transaction, firm: NewFirm, prepare: Prepare): Promise<{ firmId: string; officeId: string }> {
    const firmId = newId();
    const officeId = newId();
    const country = firm.country.toUpperCase();
    const year = yearOf(localDateOf(this.clock.now(), firm.timeZone));
    const region = firm.region ?? null;
    const holidays = await publicHolidays(country, [year, year + 1, year + 2], region);
    await this.repository.insertFirm(tx, firmId, firm.firmName);
    const { timeZone } = firm;
    await this.repository.insertOffice(tx, firmId, { id: officeId, key: 'main', country, region, timeZone });
    await this.repository.insertHolidays(tx, firmId, officeId, holidays);
    await prepare(tx, firmId);
    return { firmId, officeId };
  }

  async insertUser(tx: Transaction, firmId: string, input: Omit<User, 'id'> & { loginId: string }): Promise<User> {
    const { loginId, name, email, role, officeId } = input;
    const user: User = { id: newId(), name, email: emailAsKept(email), role, officeId };
    await this.repository.insertUser(tx, firmId, user, loginId);
    return user;
  }

  /** For a user who was added without one, or who accepts an invitation. */
  giveLogin(tx: Transaction, firmId: string, userId: string, loginId: string): Promise<void> {
    return this.repository.giveLogin(tx, firmId, userId, loginId);
  }

  async rename(tx: Transaction, actor: Actor, name: string, version: number): Promise<boolean> {
    return this.repository.rename(tx, actor, name, version);
  }

  /** What somebody may change of themselves. */
  async self(actor: Actor, tx?: Transaction): Promise<{ name: string; email: string; version: number }> {
    const self = await this.repository.findSelf(actor, tx);
    if (!self) throw new DomainError<IdentityErrorCode>('user_not_found', 'This user no longer exists.');
    return self;
  }

  /** How many firms there are matters to one question alone: whether there is one. */
  anyFirm(tx?: Transaction): Promise<boolean> {
    return this.repository.anyFirm(tx);
  }

  async me(actor: Actor): Promise<Me> {
    const me = actor.userId && (await this.repository.findMe(actor.firmId, actor.userId));
    if (!me) throw new DomainError<IdentityErrorCode>('user_not_found', 'This user no longer exists.');
    const allowed = {
      openSearch: mayOpenSearch(actor),
      import: mayImport(actor),
      manageFirm: mayManageFirm(actor),
      erasePersons: mayErasePersons(actor),
    };
    return { ...me, allowed };
  }

  async listUsers(actor: Actor, tx?: Transaction): Promise<{ items: User[] }> {
    return { items: await this.repository.listUsers(actor.firmId, tx) };
  }

  /** For rooms that give work to somebody: refuses when one of them has left. None of them leaves before the commit. */
  async demandWorking(tx: Transaction, firmId: string, userIds: readonly string[]): Promise<void> {
    if ([...(await this.whetherLeft(tx, firmId, userIds)).values()].includes(true)) throw colleagueLeft();
  }

  /** Whether each of these has left, for rooms that refuse each alone; nobody of the firm is not in it. None leaves before the commit. */
  async whetherLeft(
    tx: Transaction,
    firmId: string,
    userIds: readonly string[],
  ): Promise<ReadonlyMap<string, boolean>> {
    const users = await this.repository.lockUsers(tx, firmId, userIds);
    return new Map(users.map(({ id, left }) => [id, left]));
  }

  async listOffices(actor: Actor, tx?: Transaction): Promise<{ items: Office[] }> {
    return { items: await this.repository.listOffices(actor.firmId, tx) };
  }
}

export const colleagueLeft = (): DomainError<IdentityErrorCode> =>
  new DomainError('colleague_left', 'Somebody chosen here has left the firm. Choose a colleague who works here.');
