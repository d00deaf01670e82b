import { Injectable } from '@nestjs/common';
import { demand } from '@app/platform/errors/demand.js';
import type { Actor } from '@app/identity/identity.types.js';
import { IDLE_HOURS } from '@app/identity/session.token.js';
import { Database } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import type { AuthErrorCode, Session } from './auth.types.js';
import { LoginsRepository } from './logins.repository.js';
import { LoginsService } from './logins.service.js';

const OPERATOR_ONLY = "Only the operator looks after somebody else's sessions.";

/** For the command line: the sessions of a user. They are those of the login, which may belong to other firms too. */
@Injectable()
export class UserSessionsService {
  constructor(
    private readonly database: Database,
    private readonly repository: LoginsRepository,
    private readonly logins: LoginsService,
  ) {}

  async list(actor: Actor, userId: string): Promise<Session[]> {
    demand(actor.role === 'system', OPERATOR_ONLY);
    const loginId = await this.repository.loginOf({ firmId: actor.firmId, userId });
    return loginId ? this.repository.sessionsOf(loginId, '', IDLE_HOURS) : [];
  }

  /** All of them, or the one with this id; tells how many. */
  async end(actor: Actor, userId: string, sessionId: string | null): Promise<number> {
    demand(actor.role === 'system', OPERATOR_ONLY);
    const loginId = await this.repository.loginOf({ firmId: actor.firmId, userId });
    const ended = await this.database.transaction(async (tx) => {
      if (!loginId) return 0;
      const count = sessionId
        ? Number(await this.repository.endSessionById(tx, loginId, sessionId))
        : await this.repository.endSessions(tx, loginId, null);
      if (count > 0) await this.logins.recordEverywhere(tx, loginId, 'auth.sessions_ended', 'nobody known');
      return count;
    });
    if (sessionId && ended === 0) {
      throw new DomainError<AuthErrorCode>('session_not_found', 'There is no such session; it may have ended.');
    }
    this.logins.forgetSessions();
    return ended;
  }
}
