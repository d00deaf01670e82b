import { Config, loadConfig } from '@app/platform/config/config.js';
import { standsBefore } from '@app/platform/database/reach.js';
import { sayWhileStarting, startOrSay } from '@app/platform/errors/start.js';
import { createApi } from './app.js';

/** Requests in flight get this long after SIGTERM; whoever waits for the process may rely on 25 s. */
const SHUTDOWN_DEADLINE_MS = 20_000;

await startOrSay(async () => {
  await standsBefore(loadConfig().DATABASE_URL, { onWait: sayWhileStarting });
  const app = await createApi();
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => setTimeout(() => process.exit(1), SHUTDOWN_DEADLINE_MS).unref());
  }
  const { HOST, PORT } = app.get(Config);
  await app.listen(PORT, HOST);
});
