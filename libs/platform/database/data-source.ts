import type { DataSourceOptions } from 'typeorm';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { migrations } from './migrations.js';
import { giveUpOnSilence } from './outage.js';
import { tables } from './tables.js';

export function dataSourceOptions(config: Pick<Config, 'DATABASE_URL' | 'DATABASE_POOL'>): DataSourceOptions {
  return {
    type: 'postgres',
    url: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL,
    connectTimeoutMS: 3000,
    migrations,
    migrationsTransactionMode: 'each',
    ...tables(),
    extra: {
      application_name: 'searchlight',
      statement_timeout: 10_000,
      idle_in_transaction_session_timeout: 15_000,
      keepAlive: true,
      onConnect: giveUpOnSilence,
    },
  };
}

/** A connection of its own, outside Nest, that knows no tables: migrations, backups and tests of them. */
export async function openDataSource(databaseUrl: string, poolSize = 2, known = migrations): Promise<DataSource> {
  const options = dataSourceOptions({ DATABASE_URL: databaseUrl, DATABASE_POOL: poolSize });
  return new DataSource({ ...options, entities: [], migrations: known }).initialize();
}
