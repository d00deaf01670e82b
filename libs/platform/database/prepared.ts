import { QueryRunnerAlreadyReleasedError, type EntityManager } from 'typeorm';
import type { QueryResult } from 'pg';

interface Connection {
  query<T extends object>(statement: { name: string; text: string; values: unknown[] }): Promise<QueryResult<T>>;
}

/**
 * A statement that is sent so often that planning it would cost more than running it: each connection plans it once.
 * The name must belong to this text alone. Needs a pooler, where there is one, that keeps prepared statements apart.
 */
export async function prepared<T extends object>(
  manager: EntityManager,
  name: string,
  text: string,
  values: unknown[],
): Promise<T[]> {
  const { queryRunner, dataSource } = manager;
  const { driver, logger } = dataSource;
  if (queryRunner?.isReleased) throw new QueryRunnerAlreadyReleasedError();
  void logger.logQuery(text, values, queryRunner);
  const connection: Connection = queryRunner
    ? await queryRunner.connect()
    : (driver as unknown as { master: Connection }).master;
  const { rows } = await connection.query<T>({ name, text, values });
  return rows;
}
