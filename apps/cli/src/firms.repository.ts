import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import { firmByFirm } from '@app/platform/firms/firm-by-firm.js';
import { describe } from '@app/platform/logging/describe.js';
import { Refused } from './outcome.js';

export interface Firm {
  id: string;
  name: string;
}

export interface PassedOver {
  firm: string;
  id: string;
  error: string;
}

export const passedOverLine = ({ firm, id, error }: PassedOver): string => `PASSED OVER: ${firm} (${id}): ${error}`;

@Injectable()
export class FirmsRepository {
  constructor(private readonly database: Database) {}

  /** The firm of that name; without a name, the only one there is. Sample data is beside a firm, and is none to choose. */
  async find(name: string | undefined): Promise<Firm> {
    const firms = await this.database.db.query<Firm[]>(
      `select id, name from firm where ($1::text is null or name = $1) and sample_of is null
       order by created_at, id limit 2`,
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
    const [user] = await this.database.db.query<{ id: string }[]>(
      `select id from firm_user
       where firm_id = $1 and email = lower($2) and role = 'admin' and deactivated_at is null and auth_user_id is not null`,
      [firmId, email],
    );
    return user?.id ?? null;
  }

  /**
   * For commands that look at everything: the firm of that name, or all there are, firm by firm. One that fails keeps
   * none of the others; the command says so in the end.
   */
  async each(name: string | undefined, work: (firm: Firm) => Promise<void>): Promise<PassedOver[]> {
    const { db } = this.database;
    if (name !== undefined) {
      await work(await this.find(name));
      return [];
    }
    const firms = new Map(
      (await db.query<Firm[]>('select id, name from firm order by name, id')).map((firm) => [firm.id, firm]),
    );
    const failures = await firmByFirm(db, null, firms.keys(), (id) => work(firms.get(id)!));
    return [...failures].map(([id, error]) => ({ firm: firms.get(id)!.name, id, error: describe(error).error }));
  }
}
