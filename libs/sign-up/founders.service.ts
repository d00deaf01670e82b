import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { ChosenPassword } from '@app/auth/auth.types.js';
import { LoginsService } from '@app/auth/logins.service.js';
import { IdentityService } from '@app/identity/identity.service.js';
import type { Prepare } from '@app/identity/identity.types.js';
import { Config } from '@app/platform/config/config.js';
import type { Transaction } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { sameSecret, setUpLink, setUpToken } from './set-up.token.js';
import { SignUpRepository } from './sign-up.repository.js';
import type { SignUp, SignUpErrorCode, SignUpState } from './sign-up.types.js';

/** Who may set up a firm here, and the firm itself. For every process: the command line prints the link too. */
@Injectable()
export class FoundersService {
  constructor(
    private readonly config: Config,
    private readonly repository: SignUpRepository,
    private readonly identity: IdentityService,
    private readonly logins: LoginsService,
    private readonly audit: AuditService,
  ) {}

  async state(): Promise<SignUpState> {
    return { mode: this.config.SIGN_UP, first: !(await this.identity.anyFirm()) };
  }

  /** The link that sets up the first firm; null when there is one. */
  async setUpLink(): Promise<string | null> {
    if (await this.identity.anyFirm()) return null;
    const token = setUpToken(this.config.AUTH_SECRET, await this.repository.installation());
    return setUpLink(this.config.PUBLIC_URL, token);
  }

  demandOpen(token: string | undefined): void {
    const { SIGN_UP, SIGN_UP_TOKEN } = this.config;
    if (SIGN_UP === 'closed') {
      throw refusal('sign_up_closed', 'This installation is not open to new firms. Ask whoever runs it.');
    }
    if (SIGN_UP === 'token' && !sameSecret(token ?? '', SIGN_UP_TOKEN ?? '')) {
      throw refusal(
        'sign_up_token_wrong',
        'The sign-up token is incorrect. Ask whoever runs this installation for it.',
      );
    }
  }

  async demandSetUpToken(token: string): Promise<void> {
    const expected = setUpToken(this.config.AUTH_SECRET, await this.repository.installation());
    if (!sameSecret(token, expected)) {
      throw refusal(
        'set_up_link_wrong',
        'This is not the set-up link of this installation. "cli setup-link" prints it.',
      );
    }
  }

  /** Of two who set up the first firm at the same time one does. */
  async lockFirst(tx: Transaction): Promise<void> {
    await this.repository.lockInstallation(tx);
    if (await this.identity.anyFirm(tx)) {
      throw refusal('set_up_done', 'The first firm has already been set up. Sign in instead.');
    }
  }

  /** A firm with its first user, an admin. The address is known to be theirs. */
  async found(tx: Transaction, signUp: SignUp, password: ChosenPassword | null, prepare: Prepare): Promise<string> {
    const { name, email } = signUp;
    const { loginId, hasPassword } = await this.logins.ensureLogin(tx, { name, email });
    const { firmId, officeId } = await this.identity.foundFirm(tx, signUp, prepare);
    const { id } = await this.identity.insertUser(tx, firmId, { name, email, role: 'admin', officeId, loginId });
    if (!hasPassword) {
      if (!password) throw refusal('password_needed', 'Choose a password to sign in with.');
      await this.logins.setPassword(tx, loginId, password);
    }
    const fact = { action: 'identity.firm_founded', subjectType: 'firm', subjectId: firmId };
    await this.audit.record(tx, { firmId, userId: id }, fact);
    return firmId;
  }
}

const refusal = (code: SignUpErrorCode, sentence: string): DomainError<SignUpErrorCode> =>
  new DomainError(code, sentence);
