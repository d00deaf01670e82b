import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { cookiePrefix, isSecure } from '@app/identity/session.token.js';
import { Config } from '@app/platform/config/config.js';
import { allowedOrigins } from '@app/platform/config/origins.js';
import { giveUpOnSilence } from '@app/platform/database/outage.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import type { AuthErrorCode, Caller } from './auth.types.js';

const BASE_PATH = '/api/auth';
const WEEK_SECONDS = 7 * 24 * 3600;

/**
 * better-auth on its own schema, for signing in and out. Passwords, links and attempts are ours. It is loaded with the
 * first sign-in: a process that starts is ready a third of a second sooner.
 */
async function createAuth(config: Config, database: pg.Pool) {
  const { betterAuth } = await import('better-auth');
  return betterAuth({
    appName: 'Searchlight',
    baseURL: config.PUBLIC_URL,
    basePath: BASE_PATH,
    secret: config.AUTH_SECRET,
    trustedOrigins: [...allowedOrigins(config.PUBLIC_URL)],
    database,
    emailAndPassword: { enabled: true, disableSignUp: true },
    // a session ends for good after a week
    session: { expiresIn: WEEK_SECONDS, disableSessionRefresh: true },
    rateLimit: { enabled: false },
    advanced: {
      // better-auth would put `__Secure-` in front of the name by itself
      cookiePrefix: cookiePrefix(config.PUBLIC_URL),
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure(config.PUBLIC_URL) },
      ipAddress: { ipAddressHeaders: ['x-client-address'] },
    },
    telemetry: { enabled: false },
    // its log lines name people
    logger: { disabled: true },
  });
}

export interface AuthAnswer {
  /** Set-Cookie headers to hand on. */
  cookies: string[];
  /** The new session's, after a sign-in. The database is to keep its hash alone: see SessionsService. */
  token: string | null;
}

@Injectable()
export class Auth implements OnApplicationShutdown {
  private readonly logger = new Logger('Auth');
  private readonly database: pg.Pool;
  private server: ReturnType<typeof createAuth> | undefined;
  private calls = 0;

  constructor(private readonly config: Config) {
    this.database = new pg.Pool({
      connectionString: config.DATABASE_URL,
      application_name: 'searchlight-auth',
      options: '-c search_path=auth',
      max: 4,
      connectionTimeoutMillis: 3000,
      statement_timeout: 10_000,
      onConnect: giveUpOnSilence,
    });
    // without a listener a connection that Postgres closes would end the process
    this.database.on('error', () => this.logger.warn('An idle database connection was lost.'));
  }

  /** Asks better-auth, and turns its refusals into ours. */
  async call(path: '/sign-in/email' | '/sign-out', body: object, caller: Caller): Promise<AuthAnswer> {
    const { origin } = new URL(this.config.PUBLIC_URL);
    const headers = new Headers({ 'content-type': 'application/json', origin, 'x-client-address': caller.address });
    if (caller.cookie) headers.set('cookie', caller.cookie);
    const request = new Request(`${origin}${BASE_PATH}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    this.server ??= createAuth(this.config, this.database);
    this.calls += 1;
    try {
      const answer = await (await this.server).handler(request);
      const told = (await answer.json()) as { code?: string; token?: string };
      if (!answer.ok) throw refusal(answer.status, told);
      return { cookies: answer.headers.getSetCookie(), token: told.token ?? null };
    } finally {
      this.calls -= 1;
      if (this.calls === 0) disableStorages();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.end();
  }
}

/**
 * better-auth keeps the context of a call in storages that it publishes under this symbol. Before Node 24 an
 * AsyncLocalStorage that was used once makes every promise of the process dearer, about a tenth of a whole request,
 * until it is disabled; its next use enables it again.
 */
function disableStorages(): void {
  const published = globalThis as { [name: symbol]: { context?: Record<string, unknown> } | undefined };
  for (const storage of Object.values(published[Symbol.for('better-auth:global')]?.context ?? {})) {
    if (storage instanceof AsyncLocalStorage) storage.disable();
  }
}

function refusal(status: number, { code }: { code?: string }): Error {
  if (status === 401) return wrongCredentials();
  if (status === 400 || status === 422) {
    const sentence = 'This cannot be used to sign in. Check the email address.';
    return new DomainError<AuthErrorCode>('login_refused', sentence);
  }
  return new Error(`better-auth answered ${status} ${code ?? ''}`);
}

export const wrongCredentials = (): DomainError<AuthErrorCode> =>
  new DomainError('wrong_credentials', 'The email address or password is incorrect.');
