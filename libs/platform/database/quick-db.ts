import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../config/config.js';
import { giveUpOnSilence } from './outage.js';

const CONNECTIONS = 2;

/**
 * Connections of their own for the questions that never wait behind anybody's work, however full the pool is: whether
 * the database answers, and who is behind a session. Each takes well under a millisecond.
 */
@Injectable()
export class QuickDb implements OnApplicationShutdown {
  private readonly logger = new Logger('Database');
  private readonly pool: pg.Pool;

  constructor(config: Config) {
    this.pool = new pg.Pool({
      connectionString: config.DATABASE_URL,
      application_name: 'searchlight-quick',
      max: CONNECTIONS,
      connectionTimeoutMillis: 3_000,
      idleTimeoutMillis: 60_000,
      statement_timeout: 3_000,
      keepAlive: true,
      onConnect: giveUpOnSilence,
    });
    // without a listener a connection that Postgres closes would end the process
    this.pool.on('error', () => this.logger.warn('An idle database connection was lost.'));
  }

  async query<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>(sql, values);
    return rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
