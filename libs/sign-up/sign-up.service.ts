import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AttemptsService } from '@app/attempts/attempts.service.js';
import { AuthMails } from '@app/auth/auth-mail.js';
import type { Caller } from '@app/auth/auth.types.js';
import { LoginsService } from '@app/auth/logins.service.js';
import type { IdentityErrorCode, NewFirm, Prepare } from '@app/identity/identity.types.js';
import { Database } from '@app/platform/database/database.js';
import { knowsZone } from '@app/platform/time/known-zones.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import type { Mail } from '@app/platform/mail/mailer.types.js';
import { zoneOf } from '@app/platform/time/zone.js';
import { emailAsKept } from '@app/platform/values/addresses.js';
import { regionOf, unknownRegion } from '@app/platform/values/region.js';
import { FoundersService } from './founders.service.js';
import { anotherFirmMail, confirmationMail } from './sign-up-mail.js';
import { SignUpRepository } from './sign-up.repository.js';
import type { PendingSignUp, SignUp, SignUpErrorCode } from './sign-up.types.js';

const LINK_HOURS = 24;

/** A new firm: its address is proved by a link before the firm, or a login, is made. */
@Injectable()
export class SignUpService {
  constructor(
    private readonly database: Database,
    private readonly repository: SignUpRepository,
    private readonly founders: FoundersService,
    private readonly logins: LoginsService,
    private readonly attempts: AttemptsService,
    private readonly mails: AuthMails,
  ) {}

  /** The same answer, after the same time, whether or not the address is known. */
  async ask(input: SignUp & { token?: string | undefined }, caller: Caller): Promise<void> {
    await this.attempts.mailAsked('sign-up', input.email, caller.address);
    this.founders.demandOpen(input.token);
    const place = await this.placeOf(input);
    this.mails.later('to send a mail about a sign-up', (publicUrl) => this.newLink({ ...input, ...place }, publicUrl));
  }

  /** What the link from the mail is for. */
  async look(token: string, caller: Caller): Promise<PendingSignUp> {
    await this.attempts.secretTried('sign-up', caller.address);
    const pending = await this.repository.findPending(keyOf(token));
    if (!pending) throw linkSpent();
    return { ...pending, needsPassword: !(await this.logins.hasPassword(pending.email)) };
  }

  async confirm(
    { token, password }: { token: string; password?: string | undefined },
    caller: Caller,
    prepare: Prepare,
  ): Promise<{ firmId: string }> {
    await this.attempts.secretTried('sign-up', caller.address);
    const key = keyOf(token);
    const asked = await this.repository.findPending(key);
    if (!asked) throw linkSpent();
    const isNeeded = password !== undefined && !(await this.logins.hasPassword(asked.email));
    const chosen = isNeeded ? await this.logins.choosePassword(password) : null;
    const firmId = await this.database.transaction(async (tx) => {
      const pending = await this.repository.takePending(tx, key);
      if (!pending) throw linkSpent();
      return this.founders.found(tx, pending, chosen, prepare);
    });
    this.logins.forgetSessions();
    return { firmId };
  }

  /** With the link that the start prints: whoever has it runs this installation, and no mail is needed. */
  async setUp(
    input: SignUp & { token: string; password: string },
    caller: Caller,
    prepare: Prepare,
  ): Promise<{ firmId: string }> {
    await this.attempts.secretTried('set-up', caller.address);
    const place = await this.placeOf(input);
    await this.founders.demandSetUpToken(input.token);
    const chosen = await this.logins.choosePassword(input.password);
    const firmId = await this.database.transaction(async (tx) => {
      await this.founders.lockFirst(tx);
      return this.founders.found(tx, { ...input, ...place }, chosen, prepare);
    });
    return { firmId };
  }

  /** As it is kept: a region that the country has, and a zone that everything that counts by it knows. */
  private async placeOf(input: NewFirm): Promise<Pick<NewFirm, 'country' | 'region' | 'timeZone'>> {
    const country = input.country.toUpperCase();
    const region = input.region ? regionOf(country, input.region) : null;
    if (input.region && !region) throw refusal('unknown_region', unknownRegion(country, input.region));
    const timeZone = zoneOf(input.timeZone);
    if (timeZone !== null && (await knowsZone(this.database.db, timeZone))) return { country, region, timeZone };
    throw refusal('unknown_time_zone', `"${input.timeZone}" is not a time zone; use a name such as Europe/Berlin.`);
  }

  private async newLink(input: SignUp, publicUrl: string): Promise<Mail> {
    const token = randomBytes(24).toString('base64url');
    const signUp: SignUp = {
      email: emailAsKept(input.email),
      name: input.name,
      firmName: input.firmName,
      country: input.country,
      region: input.region,
      timeZone: input.timeZone,
    };
    const isKnown = await this.logins.hasPassword(signUp.email);
    await this.database.transaction((tx) => this.repository.insertPending(tx, keyOf(token), signUp, LINK_HOURS));
    return isKnown ? anotherFirmMail(signUp, publicUrl, token) : confirmationMail(signUp, publicUrl, token);
  }
}

const keyOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const refusal = (code: IdentityErrorCode, sentence: string): DomainError<IdentityErrorCode> =>
  new DomainError(code, sentence);

const linkSpent = (): DomainError<SignUpErrorCode> =>
  new DomainError('sign_up_link_spent', 'This link has been used, or is more than a day old. Sign up again.');
