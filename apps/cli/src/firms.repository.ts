import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import { Refused } from './outcome.js';

export interface Firm {
  id: string;
  name: string;
}

@Injectable()
export class FirmsRepository {
  constructor(private readonly database: Database) {}

  /** The firm of that name; without a name, the only one there is. */
  async find(name: string | undefined): Promise<Firm> {
    const firms = await this.database.reader.query<Firm[]>(
      'select id, name from firm where $1::text is null or name = $1 order by created_at, id limit 2',
      [name ?? null],
    );
    const [firm] = firms;
    if (firm && (name !== undefined || firms.length === 1)) return firm;
    if (name !== undefined) throw new Refused(`There is no firm named "${name}".`);
    throw new Refused(
      firm ? 'There are several firms; choose one with --firm <name>.' : 'There is no firm yet; import one.',
    );
  }

  /** The id of the admin with this address, who can sign in. */
  async findAdmin(firmId: string, email: string): Promise<string | null> {
    const [user] = await this.database.reader.query<{ id: string }[]>(
      `select id from firm_user
       where firm_id = $1 and email = lower($2) and role = 'admin' and deactivated_at is null and auth_user_id is not null`,
      [firmId, email],
    );
    return user?.id ?? null;
  }

  /** For commands that look at everything: the firm of that name; without a name, all there are. */
  async list(name: string | undefined): Promise<Firm[]> {
    if (name !== undefined) return [await this.find(name)];
    return this.database.reader.query('select id, name from firm order by name, id');
  }
}
