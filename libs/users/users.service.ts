import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { LoginsService } from '@app/auth/logins.service.js';
import { demand } from '@app/platform/errors/demand.js';
import { mayInvite } from '@app/identity/access.rules.js';
import type { Actor, IdentityErrorCode } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { Clock } from '@app/platform/time/clock.js';
import { changesTo } from '@app/platform/values/given.js';
import { type ListedRow, type StoredUser, UsersRepository } from './users.repository.js';
import { allowedUserActions, changeRefusal, invitableRoles, roleRefusal, type UserRefusal } from './users.rules.js';
import type { ChangeUser, ListedUser, UserList } from './users.types.js';

/**
 * Who works here. For the other services of this room, inside their own transaction:
 *
 *   lock(tx, actor, userId, version)   the user locked, with the firm's active admins, or user_not_found, or stale_version
 *   current(tx, actor, userId)         the user as a list shows them
 *   setDeactivated(tx, actor, userId, deactivated), demandOffice(tx, firmId, officeId), record(tx, actor, ...)
 */
@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly repository: UsersRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly logins: LoginsService,
  ) {}

  async list(actor: Actor): Promise<UserList> {
    const { db } = this.database;
    const rows = await this.repository.list(db, actor.firmId);
    const admins = rows.flatMap(({ id, role, state }) => (role === 'admin' && state === 'active' ? [id] : []));
    return { items: rows.map((row) => this.listed(actor, row, admins)), invitableRoles: invitableRoles(actor) };
  }

  /** Name, role and office. */
  async changeUser(actor: Actor, userId: string, { version, ...given }: ChangeUser): Promise<ListedUser> {
    demand(mayInvite(actor), 'Only partners and admins can change colleagues.');
    const changed = await this.database.transaction(async (tx) => {
      const { user, admins } = await this.lock(tx, actor, userId, version);
      const changes = changesTo(user, given);
      refuse(changeRefusal(actor, user));
      if (changes?.role) refuse(roleRefusal(actor, user, changes.role, admins));
      if (!changes) return this.current(tx, actor, userId);
      await this.demandOffice(tx, actor.firmId, changes.officeId);
      await this.repository.update(tx, actor.firmId, userId, changes);
      const { role } = changes;
      const roles = role ? { role: { from: user.role, to: role } } : {};
      await this.record(tx, actor, 'users.user_changed', userId, { changed: Object.keys(changes), ...roles });
      return this.current(tx, actor, userId);
    });
    this.logins.forgetSessions();
    return changed;
  }

  async lock(
    tx: Transaction,
    { firmId, ...actor }: Actor,
    userId: string,
    version: number | null,
    more: readonly string[] = [],
  ): Promise<{ user: StoredUser; admins: string[]; others: ReadonlyMap<string, StoredUser> }> {
    const others = await this.repository.lock(tx, firmId, [userId, ...more]);
    const user = others.get(userId);
    if (!user) throw notFound();
    if (version !== null && user.version !== version) {
      const current = await this.current(tx, { firmId, ...actor }, userId);
      const sentence = 'Somebody changed this person in the meantime.';
      throw new DomainError<'stale_version'>('stale_version', sentence, { current });
    }
    const admins = [...others.values()].flatMap(({ id, role, state }) =>
      role === 'admin' && state === 'active' ? [id] : [],
    );
    return { user, admins, others };
  }

  async current(tx: Transaction, actor: Actor, userId: string): Promise<ListedUser> {
    const [row] = await this.repository.list(tx, actor.firmId, userId);
    if (!row) throw notFound();
    return this.listed(actor, row, await this.repository.activeAdmins(tx, actor.firmId));
  }

  async setDeactivated(tx: Transaction, { firmId }: Actor, userId: string, deactivated: boolean): Promise<void> {
    await this.repository.setDeactivated(tx, firmId, userId, deactivated ? this.clock.now() : null);
  }

  async demandOffice(tx: Transaction, firmId: string, officeId: string | undefined): Promise<void> {
    if (officeId === undefined || (await this.repository.hasOffice(tx, firmId, officeId))) return;
    throw new DomainError<IdentityErrorCode>('unknown_office', 'There is no office with this id.');
  }

  record(
    tx: Transaction,
    actor: Actor,
    action: string,
    userId: string,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    return this.audit.record(tx, actor, { action, subjectType: 'user', subjectId: userId, detail });
  }

  private listed(actor: Actor, row: ListedRow, admins: readonly string[]): ListedUser {
    const { askedAt, sentAt, expiresAt, refused, loginId: _, ...user } = row;
    const expired = expiresAt !== null && expiresAt <= this.clock.now();
    return {
      ...user,
      invitation: row.state === 'invited' && askedAt ? { askedAt, sentAt, expiresAt, expired, refused } : null,
      allowed: allowedUserActions(actor, row, admins),
    };
  }
}

export function refuse(refusal: UserRefusal | null): void {
  if (refusal) throw new DomainError(refusal.code, refusal.sentence);
}

const notFound = (): DomainError => new DomainError<IdentityErrorCode>('user_not_found', 'There is no such colleague.');
