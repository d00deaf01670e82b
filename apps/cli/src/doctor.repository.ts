import { openDataSource } from '@app/platform/database/data-source.js';
import { missingMigrations } from '@app/platform/database/migrate.js';

export interface Check {
  check: string;
  ok: boolean;
  detail: string;
}

const OLDEST_VERSION = 15;
const WAITING_TOO_LONG = '10 minutes';
const COUNTED = ['firm', 'office', 'firm_user', 'client', 'candidate', 'search', 'candidacy', 'stage_move'];

/** Reads only; works on a database that was never migrated too. */
export async function inspectDatabase(
  databaseUrl: string,
): Promise<{ checks: Check[]; counts: Record<string, number> }> {
  const dataSource = await openDataSource(databaseUrl, 1);
  try {
    const query = <Row>(sql: string) => dataSource.query<Row[]>(sql);
    const [server] = await query<{ version: number; text: string }>(
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_version') as text`,
    );
    const version = server?.version ?? 0;
    const checks: Check[] = [
      { check: 'database', ok: true, detail: 'reachable' },
      {
        check: 'version',
        ok: version >= OLDEST_VERSION,
        detail: `PostgreSQL ${server?.text} (${OLDEST_VERSION} or later is needed)`,
      },
    ];
    const [tables] = await query<{ queue: number }>(
      `select count(*)::int as queue from pg_tables where schemaname = 'bullmq'`,
    );
    const missing = await missingMigrations(dataSource.manager);
    checks.push({
      check: 'migrations',
      ok: missing.length === 0,
      detail:
        missing.length === 0
          ? `all ${dataSource.migrations.length} applied`
          : `${missing.length} not applied yet: run the command migrate`,
    });
    checks.push({
      check: 'queue tables',
      ok: (tables?.queue ?? 0) > 0,
      detail: tables?.queue ? `${tables.queue} tables in the schema bullmq` : 'missing: run the command migrate',
    });
    if (missing.length > 0) return { checks, counts: {} };
    const [late] = await query<{ facts: number; runs: number }>(
      `select (select count(*)::int from outbox where relayed_at is null and created_at < now() - interval '${WAITING_TOO_LONG}') as facts,
              (select count(*)::int from import_run where state = 'waiting' and created_at < now() - interval '${WAITING_TOO_LONG}') as runs`,
    );
    checks.push(
      {
        check: 'worker',
        ok: late?.facts === 0,
        detail: `${late?.facts} facts wait for longer than ${WAITING_TOO_LONG}`,
      },
      {
        check: 'imports',
        ok: late?.runs === 0,
        detail: `${late?.runs} imports wait for longer than ${WAITING_TOO_LONG}`,
      },
    );
    const counts: Record<string, number> = {};
    for (const table of COUNTED) {
      const [row] = await query<{ count: number }>(`select count(*)::int as count from ${table}`);
      counts[table] = row?.count ?? 0;
    }
    return { checks, counts };
  } finally {
    await dataSource.destroy();
  }
}
