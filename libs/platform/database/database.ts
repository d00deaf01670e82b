import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';

/** The handle every writing repository method takes first. */
export type Transaction = EntityManager;

const ATTEMPTS = 5;
/** serialization_failure, deadlock_detected: the transaction was rolled back and may simply run again. */
const RETRYABLE = new Set(['40001', '40P01']);

@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /** For reads outside a transaction. */
  get reader(): EntityManager {
    return this.dataSource.manager;
  }

  /**
   * One connection for all of the work, statement after statement: what costs more to plan than to run is then planned
   * once, not once for every connection of the pool.
   */
  async onOneConnection<T>(work: (connection: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await work(runner.manager);
    } finally {
      await runner.release();
    }
  }

  /** Runs the use case in one transaction; a deadlock or serialization failure runs all of it again. */
  async transaction<T>(work: (tx: Transaction) => Promise<T>, connection = this.reader): Promise<T> {
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
