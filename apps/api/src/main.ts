import type { INestApplicationContext } from '@nestjs/common';
import { Config, loadConfig } from '@app/platform/config/config.js';
import { standsBefore } from '@app/platform/migrate/reach.js';
import { sayWhileStarting, startOrSay } from '@app/platform/errors/start.js';
import { FoundersService } from '@app/sign-up/founders.service.js';
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
  await sayHowToSetUp(app);
});

/** Whoever reads what the start prints runs this installation, and may set up its first firm. */
async function sayHowToSetUp(app: INestApplicationContext): Promise<void> {
  const link = await app
    .get(FoundersService)
    .setUpLink()
    // a database that is not migrated yet, or away: "cli setup-link" prints it later
    .catch(() => null);
  if (link) process.stdout.write(`There is no firm here yet. Set up the first one: ${link}\n`);
}
