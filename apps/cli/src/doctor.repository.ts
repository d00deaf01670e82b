import fs from 'node:fs';
import type pg from 'pg';
import { appliedMigrations, newerSchema, pendingChanges, unknownMigrations } from '@app/platform/migrate/migrate.js';
import { migrations } from '@app/platform/database/migrations.js';
import { onConnection } from '@app/platform/migrate/reach.js';
import { SystemClock } from '@app/platform/time/clock.js';
import { zonesApart } from '@app/platform/time/zones-apart.js';
import { DEFINITIONS } from '@app/schema/schema.sql.js';

export interface Check {
  check: string;
  ok: boolean;
  detail: string;
}

const OLDEST_VERSION = 15;
const WAITING_TOO_LONG = '10 minutes';
/** What runs once a day has come by twice. */
const PASSED_OVER_LATELY = '2 days';
const FIRMS_SHOWN = 10;
/** Sessions and links end by the clock of the process, what is due by that of the database. */
const MOST_SKEW_S = 5;
const LEAST_FREE_BYTES = 1024 ** 3;
const COUNTED = ['firm', 'office', 'firm_user', 'client', 'candidate', 'search', 'candidacy', 'stage_move'];

interface Report {
  checks: Check[];
  counts: Record<string, number>;
}

/** Reads only; works on a database that was never migrated, or by a newer version, too. */
export function inspectDatabase(databaseUrl: string): Promise<Report> {
  return onConnection(databaseUrl, async (client) => {
    const checks = [...(await aboutServer(client)), ...(await aboutSchema(client))];
    if (checks.some(({ check, ok }) => check === 'migrations' && !ok)) return { checks, counts: {} };
    return {
      checks: [...checks, ...(await aboutWork(client)), await aboutZones(client)],
      counts: await counted(client),
    };
  });
}

async function aboutServer(client: pg.Client): Promise<Check[]> {
  const clock = new SystemClock();
  const asked = clock.now().getTime();
  const { rows } = await client.query<{ version: number; text: string; now: number }>(
    `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_version') as text,
            extract(epoch from clock_timestamp())::float as now`,
  );
  const { version = 0, text = '', now = 0 } = rows[0] ?? {};
  const skew = Math.abs(now - (asked + clock.now().getTime()) / 2_000);
  return [
    { check: 'database', ok: true, detail: 'reachable' },
    {
      check: 'version',
      ok: version >= OLDEST_VERSION,
      detail: `PostgreSQL ${text} (${OLDEST_VERSION} or later is needed)`,
    },
    {
      check: 'clock',
      ok: skew <= MOST_SKEW_S,
      detail: `${skew.toFixed(1)} s apart from the clock of the database (${MOST_SKEW_S} s at most)`,
    },
    ...(await aboutDisk(client)),
  ];
}

/** Only where the database is on this machine and tells where. */
async function aboutDisk(client: pg.Client): Promise<Check[]> {
  const { rows } = await client.query<{ folder: string | null }>(
    `select case when pg_has_role('pg_read_all_settings', 'usage') then current_setting('data_directory') end as folder`,
  );
  const folder = rows[0]?.folder;
  if (!folder || !fs.existsSync(folder)) return [];
  const { bavail, bsize } = fs.statfsSync(folder);
  const free = bavail * bsize;
  const detail = `${(free / 1024 ** 3).toFixed(1)} GB free where the database keeps its data`;
  return [{ check: 'disk', ok: free >= LEAST_FREE_BYTES, detail }];
}

async function aboutSchema(client: pg.Client): Promise<Check[]> {
  const applied = await appliedMigrations(client);
  const unknown = unknownMigrations(applied);
  const db = { query: async (sql: string) => (await client.query(sql)).rows };
  const changes = await pendingChanges(db, DEFINITIONS);
  const missing = changes.migrations.length;
  const stale = changes.definitions.length;
  const { rows } = await client.query<{ queue: number }>(
    `select count(*)::int as queue from pg_tables where schemaname = 'bullmq'`,
  );
  const queue = rows[0]?.queue ?? 0;
  const said =
    unknown.length > 0
      ? newerSchema(unknown)
      : missing > 0
        ? `${missing} not applied yet: run the command migrate`
        : stale > 0
          ? `${stale} views and functions are not those of this version: run the command migrate`
          : `all ${migrations.length} applied`;
  return [
    { check: 'migrations', ok: unknown.length + missing + stale === 0, detail: said },
    {
      check: 'queue tables',
      ok: queue > 0,
      detail: queue > 0 ? `${queue} tables in the schema bullmq` : 'missing: run the command migrate',
    },
  ];
}

async function aboutZones(client: pg.Client): Promise<Check> {
  const apart = await zonesApart({ query: async (sql) => (await client.query(sql)).rows }, new SystemClock().now());
  const agree = `Node (tz ${process.versions.tz}) and PostgreSQL agree about the time zones of all offices`;
  return { check: 'time zones', ok: apart.length === 0, detail: apart.join('; ') || agree };
}

async function aboutWork(client: pg.Client): Promise<Check[]> {
  const { rows } = await client.query<{ facts: number; runs: number }>(
    `select (select count(*)::int from outbox where relayed_at is null and created_at < now() - interval '${WAITING_TOO_LONG}') as facts,
            (select count(*)::int from import_run where state = 'waiting' and created_at < now() - interval '${WAITING_TOO_LONG}') as runs`,
  );
  const late = rows[0];
  return [
    {
      check: 'worker',
      ok: late?.facts === 0,
      detail: `${late?.facts} facts have been waiting longer than ${WAITING_TOO_LONG}`,
    },
    {
      check: 'imports',
      ok: late?.runs === 0,
      detail: `${late?.runs} imports have been waiting longer than ${WAITING_TOO_LONG}`,
    },
    await aboutFirms(client),
  ];
}

/** Firms that a loop over all of them passed over when it last came by. */
async function aboutFirms(client: pg.Client): Promise<Check> {
  const { rows } = await client.query<{ firm: string; loop: string; error: string; since: Date; times: number }>(
    `select firm_id as firm, loop, error, since, times from firm_failure
     where last_at > now() - interval '${PASSED_OVER_LATELY}' order by since, firm_id, loop`,
  );
  const shown = rows
    .slice(0, FIRMS_SHOWN)
    .map(
      ({ firm, loop, error, since, times }) =>
        `${firm} by ${loop} since ${since.toISOString()} (${times} ${times === 1 ? 'time' : 'times'}, ${error})`,
    );
  const more = rows.length > shown.length ? [`and ${rows.length - shown.length} more`] : [];
  const detail = rows.length === 0 ? 'none is passed over' : `passed over: ${[...shown, ...more].join('; ')}`;
  return { check: 'firms', ok: rows.length === 0, detail };
}

async function counted(client: pg.Client): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of COUNTED) {
    const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table}`);
    counts[table] = rows[0]?.count ?? 0;
  }
  return counts;
}
