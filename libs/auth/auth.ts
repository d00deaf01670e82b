import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Config } from '@app/platform/config/config.js';
import { giveUpOnSilence } from '@app/platform/database/outage.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { Mailer } from '@app/platform/mail/mailer.js';
import type { AuthErrorCode } from './auth.types.js';
import { allowedOrigins } from '@app/platform/config/origins.js';
import { resetMail } from './reset-mail.js';
import { COOKIE_PREFIX, isSecure } from '@app/identity/session-cookie.js';

const BASE_PATH = '/api/auth';
const HOUR = 3600;

type SendReset = (user: { name: string; email: string }, token: string) => Promise<void>;

/**
 * better-auth on its own schema. Signing up is ours, so is counting attempts. It is loaded with the first sign-in:
 * a process that starts is ready a third of a second sooner.
 */
async function createAuth(
  config: Config,
  database: pg.Pool,
  sendReset: SendReset,
  inBackground: (work: Promise<unknown>) => void,
) {
  const { betterAuth } = await import('better-auth');
  return betterAuth({
    appName: 'Searchlight',
    baseURL: config.PUBLIC_URL,
    basePath: BASE_PATH,
    secret: config.AUTH_SECRET,
    trustedOrigins: [...allowedOrigins(config.PUBLIC_URL)],
    database,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: HOUR,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => sendReset(user, token),
    },
    // a session ends for good after a week
    session: { expiresIn: 7 * 24 * HOUR, disableSessionRefresh: true },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: isSecure(config.PUBLIC_URL),
      ipAddress: { ipAddressHeaders: ['x-client-address'] },
      // the answer does not wait for the mail: how long it takes would tell whether the address is known
      backgroundTasks: { handler: inBackground },
    },
    telemetry: { enabled: false },
    // its log lines name people
    logger: { disabled: true },
  });
}

export interface AuthAnswer {
  /** Set-Cookie headers to hand on. */
  cookies: string[];
}

@Injectable()
export class Auth implements OnApplicationShutdown {
  private readonly logger = new Logger('Auth');
  private readonly database: pg.Pool;
  private readonly sendReset: SendReset;
  private server: ReturnType<typeof createAuth> | undefined;
  private readonly running = new Set<Promise<unknown>>();
  private calls = 0;

  constructor(
    private readonly config: Config,
    mailer: Mailer,
  ) {
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
    this.sendReset = (user, token) => mailer.sendNow(resetMail(user, config.PUBLIC_URL, token));
  }

  /** Asks better-auth, and turns its refusals into ours. */
  async call(
    path: string,
    body: object,
    caller: { address: string; cookie?: string | undefined },
  ): Promise<AuthAnswer> {
    const { origin } = new URL(this.config.PUBLIC_URL);
    const headers = new Headers({ 'content-type': 'application/json', origin, 'x-client-address': caller.address });
    if (caller.cookie) headers.set('cookie', caller.cookie);
    const request = new Request(`${origin}${BASE_PATH}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    this.server ??= createAuth(this.config, this.database, this.sendReset, (work) => this.inBackground(work));
    this.calls += 1;
    try {
      const answer = await (await this.server).handler(request);
      if (!answer.ok) throw refusal(answer.status, (await answer.json()) as { code?: string });
      return { cookies: answer.headers.getSetCookie() };
    } finally {
      this.calls -= 1;
      this.rest();
    }
  }

  /** Done when every mail asked for so far has been handed over or given up. */
  async mailsSent(): Promise<void> {
    await Promise.allSettled(this.running);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.mailsSent();
    await this.database.end();
  }

  private inBackground(work: Promise<unknown>): void {
    const task = work
      .catch((error: { code?: string }) => this.logger.error({ msg: 'A reset mail was not sent.', code: error.code }))
      .finally(() => {
        this.running.delete(task);
        this.rest();
      });
    this.running.add(task);
  }

  private rest(): void {
    if (this.calls === 0 && this.running.size === 0) disableStorages();
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
  if (status === 401) {
    const sentence = 'The e-mail address or the password is not right.';
    return new DomainError<AuthErrorCode>('wrong_credentials', sentence);
  }
  if (code === 'INVALID_TOKEN') {
    const sentence = 'This link has been used, or is older than an hour. Ask for a new one.';
    return new DomainError<AuthErrorCode>('reset_link_spent', sentence);
  }
  if (status === 400 || status === 422) {
    const sentence = 'This cannot be used to sign in. Check the e-mail address.';
    return new DomainError<AuthErrorCode>('login_refused', sentence);
  }
  return new Error(`better-auth answered ${status} ${code ?? ''}`);
}
