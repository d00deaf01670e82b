import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@app/platform/database/database.js';
import type { PendingSignUp, SignUp } from './sign-up.types.js';

/** So many links to one address stand at once; the oldest gives way. */
const LINKS_AT_ONCE = 5;

type Kept = Omit<PendingSignUp, 'needsPassword'>;

@Injectable()
export class SignUpRepository {
  constructor(private readonly database: Database) {}

  /** What tells this database from every other. */
  async installation(tx: Transaction = this.database.db): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>('select id from installation');
    if (!row) throw new Error('this database does not know which one it is');
    return row.id;
  }

  /** Until the transaction ends nobody else sets up the first firm. */
  async lockInstallation(tx: Transaction): Promise<void> {
    await tx.query('select id from installation for update');
  }

  async insertPending(tx: Transaction, tokenHash: string, input: SignUp, hours: number): Promise<void> {
    const { email, name, firmName, country, region, timeZone } = input;
    await tx.query(
      `insert into pending_sign_up (token_hash, email, name, firm_name, country, region, time_zone, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(hours => $8))`,
      [tokenHash, email, name, firmName, country, region ?? null, timeZone, hours],
    );
    await tx.query(
      `delete from pending_sign_up where token_hash in (
         select token_hash from pending_sign_up where email = $1 order by expires_at desc offset $2)`,
      [email, LINKS_AT_ONCE],
    );
  }

  async findPending(tokenHash: string): Promise<Kept | null> {
    const [row] = await this.database.db.query<Kept[]>(
      `select email, name, firm_name as "firmName", country, region, time_zone as "timeZone"
         from pending_sign_up where token_hash = $1 and expires_at > now()`,
      [tokenHash],
    );
    return row ?? null;
  }

  /** Of two at the same time one gets it. */
  async takePending(tx: Transaction, tokenHash: string): Promise<SignUp | null> {
    const [rows] = await tx.query<[(SignUp & { stands: boolean })[]]>(
      `delete from pending_sign_up where token_hash = $1
       returning email, name, firm_name as "firmName", country, region, time_zone as "timeZone", expires_at > now() as stands`,
      [tokenHash],
    );
    if (!rows[0]?.stands) return null;
    const { email, name, firmName, country, region, timeZone } = rows[0];
    return { email, name, firmName, country, region, timeZone };
  }
}
