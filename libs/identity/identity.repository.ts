import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import type { Actor } from './identity.types.js';

@Injectable()
export class IdentityRepository {
  constructor(private readonly database: Database) {}

  /** The only look-up without a firm: it is how the firm becomes known. */
  async actorOfSession(token: string): Promise<Actor | null> {
    const [row] = await this.database.reader.query<Actor[]>(
      `select u.firm_id as "firmId", u.id as "userId", u.role
         from auth."session" s join firm_user u on u.auth_user_id = s."userId"
        where s."token" = $1 and s."expiresAt" > now()`,
      [token],
    );
    return row ?? null;
  }
}
