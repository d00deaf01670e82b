import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StartRefused } from '../errors/start-refused.js';
import { sqlState } from '../database/database.js';
import { appliedMigrations, refuseNewer } from './migrate.js';

const CONNECT_MS = 5_000;
const PATIENCE_MS = 30_000;
const PAUSE_MS = 1_000;

/** Where it is, without the password. */
export function placeOf(databaseUrl: string): string {
  try {
    const { host, pathname } = new URL(databaseUrl);
    return `${host}${pathname}`;
  } catch {
    return 'the address in DATABASE_URL';
  }
}

export function reasonOf(error: unknown): string {
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return inner instanceof Error ? inner.message || inner.name : String(inner);
}

/** One connection, asked and closed again. */
export async function onConnection<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Before a process starts: a database that is still starting is waited for, one that refuses us or belongs to a newer
 * version is not.
 */
export async function standsBefore(
  databaseUrl: string,
  { patienceMs = PATIENCE_MS, onWait = (_sentence: string): void => undefined } = {},
): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (let said = false; ; said = true) {
    try {
      return refuseNewer(await onConnection(databaseUrl, appliedMigrations));
    } catch (error) {
      if (error instanceof StartRefused) throw error;
      const sentence = `cannot reach the database at ${placeOf(databaseUrl)}: ${reasonOf(error)}`;
      if (isFinal(error) || performance.now() + PAUSE_MS > deadline) throw new StartRefused([sentence]);
      if (!said) onWait(`${sentence}. Trying for ${patienceMs / 1_000} s`);
      await pause(PAUSE_MS);
    }
  }
}

/** It answered, and will answer the same tomorrow: no such user, password, database or right. */
const isFinal = (error: unknown): boolean => /^(28\w{3}|3D000|42501)$/.test(sqlState(error));
