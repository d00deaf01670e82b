import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { loadConfig } from '@app/platform/config/config.js';
import { Database } from '@app/platform/database/database.js';
import { untilMigrated } from '@app/platform/migrate/migrate.js';
import { standsBefore } from '@app/platform/migrate/reach.js';
import { sayWhileStarting, startOrSay } from '@app/platform/errors/start.js';
import { Clock } from '@app/platform/time/clock.js';
import { zonesApart } from '@app/platform/time/zones-apart.js';
import { DEFINITIONS } from '@app/schema/schema.sql.js';
import { Lifecycle } from './lifecycle.js';
import { WorkerModule } from './worker.module.js';

/** Containers are killed after 30 s; whatever hangs, this process is gone before. */
const SHUTDOWN_DEADLINE_MS = 24_000;

await startOrSay(async () => {
  await standsBefore(loadConfig().DATABASE_URL, { onWait: sayWhileStarting });
  const app = await NestFactory.createApplicationContext(WorkerModule, { bufferLogs: true, abortOnError: false });
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop.abort();
      setTimeout(() => process.exit(1), SHUTDOWN_DEADLINE_MS).unref();
    });
  }
  const logger = app.get(Logger);
  // the queue's own tables come with a migration, and its workers would ask for them without end
  const migrated = await untilMigrated(app.get(Database).db, DEFINITIONS, stop.signal, (lack) =>
    logger.warn(`The database lacks ${lack} of this version: waiting for the command migrate`, 'Worker'),
  );
  if (!migrated) return;
  for (const sentence of await zonesApart(app.get(Database).db, app.get(Clock).now())) logger.warn(sentence, 'Worker');
  await app.get(Lifecycle).start();
});
