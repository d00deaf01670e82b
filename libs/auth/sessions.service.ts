import { Injectable } from '@nestjs/common';
import { AttemptsService } from '@app/attempts/attempts.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { IDLE_HOURS, sessionKey } from '@app/identity/session.token.js';
import { Background } from '@app/platform/background/background.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { Auth, wrongCredentials } from './better-auth.adapter.js';
import type { AuthErrorCode, Caller, Place, Session, SignIn } from './auth.types.js';
import { LoginsRepository } from './logins.repository.js';
import { LoginsService } from './logins.service.js';

/** Whatever happens, a session ends after so many days. */
const SESSION_DAYS = 7;
const LONGEST_USER_AGENT = 300;

interface OpenSession {
  cookies: string[];
  token: string;
}

/** Where and how a session begins; without a firm in the first one of the login. */
interface Beginning {
  firmId: string | null;
  remembered: boolean;
  caller: Caller;
}

/** Signing in and out. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly repository: LoginsRepository,
    private readonly auth: Auth,
    private readonly logins: LoginsService,
    private readonly attempts: AttemptsService,
    private readonly background: Background,
  ) {}

  /** The cookies to hand on: the session, and the mark of a device that somebody signed in from. */
  async signIn(input: SignIn, caller: Caller): Promise<string[]> {
    const session = await this.open(input, caller);
    return this.begin(session, { firmId: null, remembered: input.rememberMe ?? false, caller });
  }

  /** For whoever has just chosen this password by a link from a mail: nothing was guessed, so no try is counted. */
  async signInJoined({ firmId, ...input }: SignIn & { firmId: string }, caller: Caller): Promise<string[]> {
    const { cookies, token } = await this.authenticate(input, caller);
    const device = this.attempts.rememberDevice(input.email, caller);
    return this.begin({ cookies: [...cookies, device], token }, { firmId, remembered: false, caller });
  }

  /**
   * Whoever knows the password has a session and a known device; the session opens nothing before it is placed in a
   * firm.
   */
  async open(input: SignIn, caller: Caller): Promise<OpenSession> {
    await this.attempts.passwordTried(input.email, caller);
    const { cookies, token } = await this.authenticate(input, caller).catch((error: unknown) => {
      // not waited for: a known address must not take longer than an unknown one
      this.background.run('to record a failed sign-in', () => this.recordFailure(input.email));
      throw error;
    });
    return { cookies: [...cookies, await this.attempts.passwordRight(input.email, caller)], token };
  }

  /** In this firm, or in the first one of the login; null when the login is not at work there. */
  async place(tx: Transaction, token: string, { firmId, remembered, caller }: Beginning): Promise<Place | null> {
    const userAgent = caller.userAgent?.slice(0, LONGEST_USER_AGENT) ?? null;
    const session = { firmId, remembered, userAgent, days: SESSION_DAYS };
    const place = await this.repository.placeSession(tx, token, sessionKey(token), session);
    if (place) await this.logins.recordAt(tx, place, 'auth.signed_in');
    return place;
  }

  private async authenticate({ email, password, rememberMe = false }: SignIn, caller: Caller): Promise<OpenSession> {
    const { cookies, token } = await this.auth.call('/sign-in/email', { email, password, rememberMe }, caller);
    if (!token) throw new Error('a sign-in without a session');
    return { cookies, token };
  }

  private async begin({ cookies, token }: OpenSession, where: Beginning): Promise<string[]> {
    const placed = await this.database.transaction(async (tx) => {
      const place = await this.place(tx, token, where);
      // somebody who has left everywhere: their session opens nothing, and they are told what a stranger is told
      if (!place) await this.repository.dropSession(tx, token);
      return place;
    });
    if (!placed) throw wrongCredentials();
    this.logins.forgetSessions();
    return cookies;
  }

  async signOut(caller: Caller): Promise<string[]> {
    const key = this.logins.sessionKeyOf(caller.cookie);
    if (key) {
      await this.database.transaction(async (tx) => {
        const place = await this.repository.endSession(tx, key);
        if (place) await this.logins.recordAt(tx, place, 'auth.signed_out');
      });
    }
    // also where the session has ended by itself: its cookie goes
    const { cookies } = await this.auth.call('/sign-out', {}, caller);
    this.logins.forgetSessions();
    return cookies;
  }

  async list(actor: Actor, cookie: string | undefined): Promise<{ items: Session[] }> {
    const loginId = await this.logins.loginOf(actor);
    const key = this.logins.sessionKeyOf(cookie) ?? '';
    return { items: await this.repository.sessionsOf(loginId, key, IDLE_HOURS) };
  }

  /** One of one's own. */
  async end(actor: Actor, id: string): Promise<void> {
    const loginId = await this.logins.loginOf(actor);
    await this.database.transaction(async (tx) => {
      if (!(await this.repository.endSessionById(tx, loginId, id))) {
        throw new DomainError<AuthErrorCode>('session_not_found', 'There is no such session; it may have ended.');
      }
      await this.logins.recordBy(tx, actor, 'auth.session_ended');
    });
    this.logins.forgetSessions();
  }

  async endOthers(actor: Actor, cookie: string | undefined): Promise<{ ended: number }> {
    const loginId = await this.logins.loginOf(actor);
    const key = this.logins.sessionKeyOf(cookie);
    const ended = await this.database.transaction(async (tx) => {
      const count = await this.repository.endSessions(tx, loginId, key);
      if (count > 0) await this.logins.recordBy(tx, actor, 'auth.other_sessions_ended');
      return count;
    });
    this.logins.forgetSessions();
    return { ended };
  }

  /** From now on this session is in another firm of the same login. */
  async enterFirm(actor: Actor, cookie: string | undefined, firmId: string): Promise<void> {
    const loginId = await this.logins.loginOf(actor);
    const key = this.logins.sessionKeyOf(cookie);
    await this.database.transaction(async (tx) => {
      const place = (await this.repository.placesOf(loginId, tx)).find((one) => one.firmId === firmId);
      if (!place || !key) throw new DomainError<AuthErrorCode>('firm_not_yours', 'You do not work for this firm.');
      await this.repository.moveSession(tx, key, firmId);
      await this.logins.recordAt(tx, place, 'auth.firm_entered');
    });
    this.logins.forgetSessions();
  }

  private async recordFailure(email: string): Promise<void> {
    const login = await this.logins.findLogin(email);
    if (!login) return;
    await this.database.transaction((tx) =>
      this.logins.recordEverywhere(tx, login.loginId, 'auth.sign_in_failed', 'nobody known'),
    );
  }
}
