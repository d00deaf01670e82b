import type { Socket } from 'node:net';
import type { ClientBase } from 'pg';
import {
  CannotExecuteNotConnectedError,
  ConnectionIsNotSetError,
  type QueryRunner,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';
import { sqlState, type Database } from './database.js';

/**
 * Cancelled or refused by the server: shutting down, starting up, out of connections, memory, disk or time, unable to
 * read or write, a standby that takes no changes, still in somebody's way after every attempt, connection lost.
 */
const OUTAGE_STATES =
  /^(57P0[1-5]|57014|53\d{3}|58\w{3}|08\w{3}|25P0[34]|25006|40001|40P01|55P03|ECONN(REFUSED|RESET|ABORTED)|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/;
/** What TypeORM throws when a connection was lost under a transaction, or all of them were closed. */
const OUTAGE_CLASSES = [
  CannotExecuteNotConnectedError,
  ConnectionIsNotSetError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
];
/** pg has no classes for these, and no SQLSTATE. */
const OUTAGE_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|connection was closed|Client was closed|Client has encountered a connection error|Query read timeout|after calling end on the pool/i;

/** True when the database could not be asked, so that the same request may simply be sent again. */
export function isDatabaseOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    OUTAGE_CLASSES.some((lost) => error instanceof lost) ||
    OUTAGE_STATES.test(sqlState(error)) ||
    OUTAGE_WORDS.test(error.message)
  );
}

/** Cancelled after its time, or still in somebody's way: such a statement may be the fault of what it was asked. */
const OF_A_STATEMENT = /^(57014|40001|40P01|55P03)$/;

/** True when the database is away for everybody, whatever it is asked. */
export const isServerAway = (error: unknown): boolean =>
  isDatabaseOutage(error) && !OF_A_STATEMENT.test(sqlState(error));

/** Postgres ends what it works on (`statement_timeout`); this is for one that is not heard of any more. */
const SILENCE_MS = 12_000;
/** For questions whose asker has nothing better to do than wait, such as the command line. */
export const LONG_PATIENCE_SECONDS = 120;

interface Internals {
  readonly connection: { readonly stream: Socket };
  readonly readyForQuery: boolean;
}

/**
 * The `onConnect` of every pool. A host that vanished, or a box in between that forgot the connection, closes nothing:
 * without this a query waits until TCP gives up, a quarter of an hour later, and so does whoever waits for the pool.
 */
export function giveUpOnSilence(client: ClientBase): void {
  const internals = client as unknown as Internals;
  const { stream } = internals.connection;
  stream.setTimeout(SILENCE_MS);
  stream.on('timeout', () => {
    if (!internals.readyForQuery) stream.destroy(new Error('Connection terminated: the database is silent'));
  });
}

/** For work in bulk and for migrations, which may take as long as they take. */
export async function waitForEver(runner: QueryRunner): Promise<ClientBase> {
  const client = (await runner.connect()) as ClientBase;
  (client as unknown as Internals).connection.stream.setTimeout(0);
  await runner.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0');
  return client;
}

/** One query that may take longer than others. */
export function queryPatiently<Rows>(
  database: Database,
  sql: string,
  parameters: unknown[],
  seconds = LONG_PATIENCE_SECONDS,
): Promise<Rows> {
  return database.transaction(async (tx) => {
    const client = (await tx.queryRunner?.connect()) as Internals | undefined;
    await tx.query(`set local statement_timeout = '${seconds}s'`);
    client?.connection.stream.setTimeout(seconds * 1_000 + SILENCE_MS);
    try {
      return await tx.query<Rows>(sql, parameters);
    } finally {
      client?.connection.stream.setTimeout(SILENCE_MS);
    }
  });
}
