import type { DataSource, Logger } from 'typeorm';

/** How many queries the work made on this data source, those of the session guard left out. */
export async function countQueries(dataSource: DataSource, work: () => Promise<unknown>): Promise<number> {
  const before = dataSource.logger;
  let queries = 0;
  const silent = () => undefined;
  const counting: Logger = {
    logQuery: (query) => {
      if (!query.includes('auth."session"')) queries += 1;
    },
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
  dataSource.logger = counting;
  try {
    await work();
    return queries;
  } finally {
    dataSource.logger = before;
  }
}
