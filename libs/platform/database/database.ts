import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';

/** The handle every writing repository method takes first. */
export type Transaction = EntityManager;

const ATTEMPTS = 5;
/** serialization_failure, deadlock_detected: the transaction was rolled back and may simply run again. */
const RETRYABLE = new Set(['40001', '40P01']);

/** Hears of transactions and of whoever asks for a connection. Only tests have one: following who asks costs. */
export interface ConnectionWatch {
  within<T>(transaction: () => Promise<T>): Promise<T>;
  asked(): void;
}

@Injectable()
export class Database {
  /**
   * Nobody who is inside a transaction waits for another connection: as many at once as the pool has would all wait for
   * ever. A watch refuses it.
   */
  static watch: ConnectionWatch | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** For reads outside a transaction. */
  get db(): EntityManager {
    Database.watch?.asked();
    return this.dataSource.manager;
  }

  /**
   * One connection for all of the work, statement after statement: what costs more to plan than to run is then planned
   * once, not once for every connection of the pool.
   */
  async onOneConnection<T>(work: (connection: Transaction) => Promise<T>): Promise<T> {
    Database.watch?.asked();
    const runner = this.dataSource.createQueryRunner();
    try {
      return await work(runner.manager);
    } finally {
      await runner.release();
    }
  }

  /** Runs the use case in one transaction; a deadlock or serialization failure runs all of it again. */
  async transaction<T>(work: (tx: Transaction) => Promise<T>, connection = this.db): Promise<T> {
    const { watch } = Database;
    if (watch) return watch.within(() => this.attempt(work, connection));
    return this.attempt(work, connection);
  }

  /** What takes long is done before a transaction, whose connection and locks others wait for. */
  demandOutside(): void {
    Database.watch?.asked();
  }

  private async attempt<T>(work: (tx: Transaction) => Promise<T>, connection: EntityManager): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await connection.transaction(work);
      } catch (error) {
        if (attempt === ATTEMPTS || !RETRYABLE.has(sqlState(error))) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
      }
    }
  }
}

/** SQLSTATE of a failed query, or an empty string. */
export function sqlState(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  return String(driverError?.code ?? code ?? '');
}
