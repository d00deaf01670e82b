import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import type { RetentionDays } from './retention.types.js';

const AT_ONCE = 5_000;

const ENDED = (days: string) => `r.finished_at is not null and r.finished_at < now() - make_interval(days => ${days})`;

/** SQL per kind: the rows that go, $1 the days. Across all firms, for the system alone. */
const GONE: Record<string, { of: keyof RetentionDays; table: string; rows: string }> = {
  import_refusals: {
    of: 'importRefusals',
    table: 'import_refusal',
    rows: `select t.ctid from import_refusal t join import_run r on r.firm_id = t.firm_id and r.id = t.run_id where ${ENDED('$1')}`,
  },
  uploads: {
    of: 'readUploads',
    table: 'stored_file_chunk',
    rows: `select t.ctid from stored_file_chunk t
           join import_file f on f.firm_id = t.firm_id and f.file_id = t.file_id
           join import_run r on r.firm_id = f.firm_id and r.id = f.run_id where ${ENDED('$1')}`,
  },
  sessions: {
    of: 'endedAccess',
    table: 'auth."session"',
    rows: `select t.ctid from auth."session" t
           where t."expiresAt" < now() - make_interval(days => $1)
              or (not t."remembered" and t."lastUsedAt" < now() - make_interval(days => $1))`,
  },
  tokens: {
    of: 'endedAccess',
    table: 'auth."verification"',
    rows: `select t.ctid from auth."verification" t where t."expiresAt" < now() - make_interval(days => $1)`,
  },
  sign_ups: {
    of: 'endedAccess',
    table: 'pending_sign_up',
    rows: `select t.ctid from pending_sign_up t where t.expires_at < now() - make_interval(days => $1)`,
  },
  invitations: {
    of: 'endedAccess',
    table: 'invitation',
    rows: `select t.ctid from invitation t where t.used_at < now() - make_interval(days => $1)`,
  },
  attempts: {
    of: 'endedAccess',
    table: 'auth.attempt',
    rows: `select t.ctid from auth.attempt t where t.ends_at < now() - make_interval(days => $1)`,
  },
};

export const KINDS = Object.keys(GONE);

@Injectable()
export class RetentionRepository {
  /** A part of what is over; 0 when nothing is left of this kind. */
  async end(db: Transaction, kind: string, days: RetentionDays): Promise<number> {
    const { of, table, rows } = GONE[kind]!;
    const [gone] = await db.query<[{ count: number }]>(
      `with gone as (delete from ${table} where ctid = any (array(${rows} limit ${AT_ONCE})) returning 1)
       select count(*)::int as count from gone`,
      [days[of]],
    );
    return gone.count;
  }
}
