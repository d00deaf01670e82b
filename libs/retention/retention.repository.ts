import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import type { RetentionDays } from './retention.types.js';

const AT_ONCE = 5_000;

/** Which part of a kind: of all firms while $2 is null. */
const OF_FIRM = 'and ($2::uuid is null or t.firm_id = $2)';
const ENDED = (days: string) => `r.finished_at is not null and r.finished_at < now() - make_interval(days => ${days})`;

/**
 * SQL per kind: the rows that go, $1 the days, $2 the firm. Across all firms, for the system alone; what belongs to a
 * login or to nobody yet is of no firm.
 */
const GONE: Record<string, { of: keyof RetentionDays; table: string; rows: string; ofFirms?: true }> = {
  import_refusals: {
    of: 'importRefusals',
    table: 'import_refusal',
    rows: `select t.ctid from import_refusal t join import_run r on r.firm_id = t.firm_id and r.id = t.run_id where ${ENDED('$1')} ${OF_FIRM}`,
    ofFirms: true,
  },
  uploads: {
    of: 'readUploads',
    table: 'stored_file_chunk',
    rows: `select t.ctid from stored_file_chunk t
           join import_file f on f.firm_id = t.firm_id and f.file_id = t.file_id
           join import_run r on r.firm_id = f.firm_id and r.id = f.run_id where ${ENDED('$1')} ${OF_FIRM}`,
    ofFirms: true,
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
    rows: `select t.ctid from invitation t where t.used_at < now() - make_interval(days => $1) ${OF_FIRM}`,
    ofFirms: true,
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
  /** A part of what is over, in one firm or in all; 0 when nothing is left of this kind. */
  async end(db: Transaction, kind: string, days: RetentionDays, firmId: string | null = null): Promise<number> {
    const { of, table, rows, ofFirms } = GONE[kind]!;
    const [gone] = await db.query<[{ count: number }]>(
      `with gone as (delete from ${table} where ctid = any (array(${rows} limit ${AT_ONCE})) returning 1)
       select count(*)::int as count from gone`,
      ofFirms ? [days[of], firmId] : [days[of]],
    );
    return gone.count;
  }

  /** Null: what is of this kind belongs to no firm. */
  async firmsOf(db: Transaction, kind: string): Promise<string[] | null> {
    const { table, ofFirms } = GONE[kind]!;
    if (!ofFirms) return null;
    const rows = await db.query<{ id: string }[]>(
      `select id from firm where exists (select 1 from ${table} t where t.firm_id = firm.id) order by id`,
    );
    return rows.map(({ id }) => id);
  }
}
