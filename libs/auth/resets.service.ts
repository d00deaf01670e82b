import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AttemptsService } from '@app/attempts/attempts.service.js';
import { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import type { Mail } from '@app/platform/mail/mailer.types.js';
import { AuthMails, passwordChangedMail, type Recipient, resetMail } from './auth-mail.js';
import type { AuthErrorCode, Caller, PasswordOwner } from './auth.types.js';
import { LoginsRepository } from './logins.repository.js';
import { LoginsService } from './logins.service.js';

const LINK_MINUTES = 60;

/** A forgotten password: a link by mail, once and for an hour. Only its hash is kept. */
@Injectable()
export class ResetsService {
  constructor(
    private readonly database: Database,
    private readonly repository: LoginsRepository,
    private readonly logins: LoginsService,
    private readonly attempts: AttemptsService,
    private readonly mails: AuthMails,
  ) {}

  /** The same answer, after the same time, whether or not somebody has this address. */
  async request(email: string, caller: Caller): Promise<void> {
    await this.attempts.mailAsked('reset', email, caller.address);
    this.mails.later('to send a reset mail', (publicUrl) => this.newLink(email, publicUrl));
  }

  /** Ends every session. Answers with the cookie that makes the device known: the mail was its owner's. */
  async reset(token: string, password: string, caller: Caller): Promise<string> {
    await this.attempts.secretTried('reset', caller.address);
    const key = keyOf(token);
    if (!(await this.repository.hasResetLink(key))) throw linkSpent();
    const chosen = await this.logins.choosePassword(password);
    const owner = await this.database.transaction(async (tx) => {
      const loginId = await this.repository.takeResetLink(tx, key);
      if (!loginId || (await this.repository.placesOf(loginId, tx)).length === 0) throw linkSpent();
      const changed = await this.logins.setPassword(tx, loginId, chosen);
      await this.logins.recordEverywhere(tx, loginId, 'auth.password_reset', 'owner');
      return changed;
    });
    this.logins.forgetSessions();
    this.tellChanged(owner);
    return this.attempts.rememberDevice(owner.email, caller);
  }

  /** Changed by somebody else? Then its owner hears of it. */
  tellChanged(owner: PasswordOwner): void {
    this.mails.later('to tell of a new password', (publicUrl) =>
      Promise.resolve(passwordChangedMail(recipientOf(owner), publicUrl)),
    );
  }

  private async newLink(email: string, publicUrl: string): Promise<Mail | null> {
    const login = await this.logins.findLogin(email);
    if (!login) return null;
    const { loginId } = login;
    const token = randomBytes(24).toString('base64url');
    return this.database.transaction(async (tx) => {
      const owner = await this.repository.lockOwner(tx, loginId);
      if (!owner || owner.firmNames.length === 0) return null;
      // one link at a time: the newest
      await this.repository.endResetLinks(tx, loginId);
      await this.repository.insertResetLink(tx, newId(), loginId, keyOf(token), LINK_MINUTES);
      await this.logins.recordEverywhere(tx, loginId, 'auth.reset_link_sent', 'nobody known');
      return resetMail(recipientOf(owner), publicUrl, token);
    });
  }
}

const keyOf = (token: string): string => `reset-password:${createHash('sha256').update(token).digest('hex')}`;

/** Somebody of several firms is not told which one this is about: it is about none of them alone. */
const recipientOf = ({ name, email, firmNames }: PasswordOwner): Recipient => ({
  name,
  email,
  firmName: firmNames.length === 1 ? (firmNames[0] ?? null) : null,
});

const linkSpent = (): DomainError<AuthErrorCode> =>
  new DomainError(
    'reset_link_spent',
    'This link has been used, was replaced by a newer one, or is more than an hour old. Ask for a new one.',
  );
