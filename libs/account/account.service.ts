import { Injectable } from '@nestjs/common';
import type { Caller } from '@app/auth/auth.types.js';
import { LoginsService } from '@app/auth/logins.service.js';
import { ResetsService } from '@app/auth/resets.service.js';
import { SessionsService } from '@app/auth/sessions.service.js';
import { IdentityService } from '@app/identity/identity.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import type { Account, AccountErrorCode, AccountSession } from './account.types.js';
import { deviceName } from './device.rules.js';

/** What everybody may do with their own account, and nobody with another's. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityService,
    private readonly logins: LoginsService,
    private readonly sessions: SessionsService,
    private readonly resets: ResetsService,
  ) {}

  async find(actor: Actor): Promise<Account> {
    return this.current(actor, await this.logins.loginOf(actor));
  }

  async rename(actor: Actor, { name, version }: { name: string; version: number }): Promise<Account> {
    const loginId = await this.logins.loginOf(actor);
    return this.database.transaction(async (tx) => {
      const before = await this.identity.self(actor, tx);
      if (before.version === version && before.name === name) return this.current(actor, loginId, tx);
      if (!(await this.identity.rename(tx, actor, name, version))) {
        const sentence = 'Your account was changed in the meantime. Review it before you save.';
        const current = await this.current(actor, loginId, tx);
        throw new DomainError<AccountErrorCode>('stale_version', sentence, { current });
      }
      await this.logins.rename(tx, loginId, name);
      await this.logins.recordBy(tx, actor, 'account.renamed');
      return this.current(actor, loginId, tx);
    });
  }

  /** The other sessions end: who has one of them may be the reason for the new password. */
  async changePassword(
    actor: Actor,
    { password, newPassword }: { password: string; newPassword: string },
    { cookie }: Caller,
  ): Promise<void> {
    const loginId = await this.logins.loginOf(actor);
    await this.logins.demandPassword(loginId, password);
    const chosen = await this.logins.choosePassword(newPassword);
    const owner = await this.database.transaction(async (tx) => {
      const changed = await this.logins.setPassword(tx, loginId, chosen, this.logins.sessionKeyOf(cookie));
      await this.logins.recordEverywhere(tx, loginId, 'auth.password_changed', actor);
      return changed;
    });
    this.logins.forgetSessions();
    this.resets.tellChanged(owner);
  }

  async listSessions(actor: Actor, { cookie }: Caller): Promise<{ items: AccountSession[] }> {
    const { items } = await this.sessions.list(actor, cookie);
    return {
      items: items.map(({ id, userAgent, address, firmName, signedInAt, lastUsedAt, current }) => ({
        id,
        device: deviceName(userAgent),
        address,
        firmName,
        signedInAt,
        lastUsedAt,
        current,
      })),
    };
  }

  endSession(actor: Actor, id: string): Promise<void> {
    return this.sessions.end(actor, id);
  }

  endOtherSessions(actor: Actor, { cookie }: Caller): Promise<{ ended: number }> {
    return this.sessions.endOthers(actor, cookie);
  }

  /** Another firm of the same login. */
  enterFirm(actor: Actor, firmId: string, { cookie }: Caller): Promise<void> {
    return this.sessions.enterFirm(actor, cookie, firmId);
  }

  private async current(actor: Actor, loginId: string, tx?: Transaction): Promise<Account> {
    const { name, email, version } = await this.identity.self(actor, tx);
    return { name, email, version, passwordSince: await this.logins.passwordSince(loginId, tx) };
  }
}
