import { pipeline } from 'node:stream/promises';
import { from, to, type CopyToStreamQuery } from 'pg-copy-streams';
import type { Client } from 'pg';
import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import type { Transaction } from './database.js';
import { openDataSource } from './data-source.js';
import { waitForEver } from './outage.js';

/**
 * One connection of its own for work in bulk: no statement timeout, temporary tables that live as long as it does, and
 * COPY. Everything happens one after the other on it.
 */
export class BulkSession {
  private constructor(
    private readonly dataSource: DataSource,
    private readonly runner: QueryRunner,
    private readonly client: Client,
  ) {}

  /** `known`: the migrations that `migrate` applies. */
  static async open(databaseUrl: string, known?: Parameters<typeof openDataSource>[2]): Promise<BulkSession> {
    const dataSource = await openDataSource(databaseUrl, 1, known);
    const runner = dataSource.createQueryRunner();
    const client = (await waitForEver(runner)) as Client;
    const session = new BulkSession(dataSource, runner, client);
    await session.query(
      `set client_min_messages = 'warning';
       set work_mem = '96MB'; set temp_buffers = '64MB'; set maintenance_work_mem = '128MB'; set jit = off`,
    );
    return session;
  }

  /** By which Postgres knows this connection. */
  get backend(): number {
    return (this.client as unknown as { processID: number }).processID;
  }

  /** For services of other rooms that take a transaction. */
  get tx(): Transaction {
    return this.runner.manager;
  }

  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]> {
    return this.runner.manager.query<Row[]>(sql, parameters);
  }

  /** `lines` in COPY's text format. */
  async copy(target: string, lines: string): Promise<void> {
    if (lines.length > 0) await pipeline([lines], this.client.query(from(`copy ${target} from stdin`)));
  }

  /** The same piece by piece, and how many rows it was. */
  async copyIn(target: string, pieces: AsyncIterable<Buffer>): Promise<number> {
    const copying = this.client.query(from(`copy ${target} from stdin`));
    await pipeline(pieces, copying);
    return copying.rowCount;
  }

  copyOut(source: string): CopyToStreamQuery {
    return this.client.query(to(`copy ${source} to stdout`));
  }

  /** Applies all migrations in the transaction that is under way. */
  async migrate(): Promise<void> {
    const executor = new MigrationExecutor(this.dataSource, this.runner);
    executor.transaction = 'all';
    await executor.executePendingMigrations();
  }

  /** Commits when `work` ends, unless it throws or answers 'roll back'. */
  async transaction(work: () => Promise<'commit' | 'roll back'>): Promise<void> {
    await this.runner.startTransaction();
    try {
      // what a crash of the server could lose is imported again
      await this.query('set local synchronous_commit = off');
      if ((await work()) === 'commit') await this.runner.commitTransaction();
      else await this.runner.rollbackTransaction();
    } catch (error) {
      if (this.runner.isTransactionActive) await this.runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.runner.release();
    await this.dataSource.destroy();
  }
}
