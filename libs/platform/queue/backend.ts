import { Injectable, Logger } from '@nestjs/common';
import { createPostgresBackend, setDefaultBackendFactory, type ConnectionOptions } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import pg from 'pg';
import { Config } from '../config/config.js';
import { giveUpOnSilence } from '../database/outage.js';
import { describe } from '../logging/describe.js';

/** One listening connection per worker, and a few for short queries. */
const POOL = 12;

/** A worker with nothing to do asks Redis to answer within 10 s. */
const LONGEST_SILENCE_MS = 15_000;

/**
 * Where BullMQ keeps its jobs: Redis when REDIS_URL is set, else the application's own Postgres (schema `bullmq`).
 * Either may lose everything: what is owed stands in our own tables, a job only says "look now".
 */
@Injectable()
export class QueueBackend {
  /** Waits for an outage to end. */
  readonly forWorkers: ConnectionOptions;
  /** Fails fast: the relay keeps its rows and tries again. */
  readonly forProducers: ConnectionOptions;
  private readonly release: () => Promise<void>;
  private readonly logger = new Logger('Queue');

  constructor(config: Pick<Config, 'DATABASE_URL' | 'REDIS_URL'>) {
    if (config.REDIS_URL) {
      const workers = new RedisLine(config.REDIS_URL, {
        maxRetriesPerRequest: null,
        socketTimeout: LONGEST_SILENCE_MS,
      });
      const producers = new RedisLine(config.REDIS_URL, {
        enableOfflineQueue: false,
        maxRetriesPerRequest: 1,
        connectTimeout: 2_000,
        socketTimeout: 5_000,
      });
      for (const client of [workers, producers]) client.on('error', (error) => this.logger.warn(describe(error)));
      setDefaultBackendFactory();
      this.forWorkers = workers;
      this.forProducers = producers;
      this.release = async () => {
        for (const client of [workers, producers]) client.disconnect();
      };
      void this.warnAboutEviction(workers);
    } else {
      const pool = new pg.Pool({
        connectionString: config.DATABASE_URL,
        options: '-c search_path=bullmq',
        application_name: 'searchlight-queue',
        max: POOL,
        connectionTimeoutMillis: 3_000,
        statement_timeout: 10_000,
        keepAlive: true,
        onConnect: giveUpOnSilence,
      });
      pool.on('error', (error) => this.logger.warn(describe(error)));
      // each queue and each worker listens, and how many there are is known
      pool.setMaxListeners(0);
      // @nestjs/bullmq 12 hands no factory on to its workers, so the choice is process-wide
      setDefaultBackendFactory(createPostgresBackend);
      this.forWorkers = this.forProducers = pool as unknown as ConnectionOptions;
      this.release = () => pool.end();
    }
  }

  async close(): Promise<void> {
    await this.release();
  }

  /** A Redis that evicts acknowledges jobs and drops their data. Nothing is lost by it but time. */
  private async warnAboutEviction(redis: Redis): Promise<void> {
    const answer = await redis.config('GET', 'maxmemory-policy').catch(() => null);
    const policy = Array.isArray(answer) ? String(answer[1]) : 'noeviction';
    if (policy !== 'noeviction') this.logger.warn(`Redis should run with maxmemory-policy noeviction, not ${policy}`);
  }
}

/**
 * ioredis 6 never ends a connection that is told to disconnect while it waits to connect again: whoever waits for its
 * `end`, or for the answer to a command, waits for ever, and so would a worker that is told to end.
 */
class RedisLine extends Redis {
  override disconnect(reconnect = false): void {
    if (this.status === 'reconnecting' && !reconnect) this.status = 'wait';
    super.disconnect(reconnect);
  }

  /** BullMQ waits for jobs on copies. */
  override duplicate(override?: Partial<RedisOptions>): Redis {
    return new RedisLine({ ...this.options, ...override });
  }
}
