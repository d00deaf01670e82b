import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { AuthErrorCode } from '@app/auth/auth.types.js';
import { LoginsService } from '@app/auth/logins.service.js';
import { IdentityService } from '@app/identity/identity.service.js';
import type { IdentityErrorCode, Prepare } from '@app/identity/identity.types.js';
import { Database } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { isValidZone } from '@app/platform/time/zone.js';
import type { SignUp } from './sign-up.types.js';

@Injectable()
export class SignUpService {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityService,
    private readonly logins: LoginsService,
    private readonly audit: AuditService,
  ) {}

  /** A new firm with its first user. */
  async signUp(input: SignUp, address: string, prepare: Prepare): Promise<{ firmId: string }> {
    if (!isValidZone(input.timeZone)) {
      const sentence = `"${input.timeZone}" is not a time zone; use a name such as Europe/Berlin.`;
      throw new DomainError<IdentityErrorCode>('unknown_time_zone', sentence);
    }
    await this.identity.limitAttempts('signUp', address, input.email);
    return this.database.transaction(async (tx) => {
      const { loginId, hasPassword } = await this.logins.ensureLogin(tx, input);
      if (hasPassword) {
        const sentence = 'Somebody signs in with this e-mail address already. Sign in instead, or use another address.';
        throw new DomainError<AuthErrorCode>('email_taken', sentence);
      }
      const { firmId, officeId } = await this.identity.foundFirm(tx, input, prepare);
      const { name, email } = input;
      const { id } = await this.identity.insertUser(tx, firmId, { name, email, role: 'admin', officeId, loginId });
      await this.logins.setPassword(tx, loginId, input.password);
      const fact = { action: 'identity.firm_founded', subjectType: 'firm', subjectId: firmId };
      await this.audit.record(tx, { firmId, userId: id }, fact);
      return { firmId };
    });
  }
}
