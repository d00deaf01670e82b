import type { Command } from 'commander';
import type { Cli } from '../cli.js';
import { inspectDatabase } from '../doctor.repository.js';
import { inspectRedis } from '../doctor.redis.js';
import { EXIT } from '../outcome.js';

export function addDoctor(program: Command, cli: Cli): void {
  cli.command(program, 'doctor', 'Checks that everything is in order.', async () => {
    const { config } = cli;
    await cli.reachDatabase({ evenIfNewer: true });
    const { checks, counts } = await inspectDatabase(config.DATABASE_URL);
    if (config.REDIS_URL) checks.push(await inspectRedis(config.REDIS_URL));
    cli.print({ ok: checks.every(({ ok }) => ok), checks, counts }, [
      ...checks.map(({ ok, check, detail }) => `${ok ? 'ok     ' : 'FINDING'} ${check}: ${detail}`),
      ...Object.entries(counts).map(([what, count]) => `        ${what}: ${count}`),
    ]);
    return checks.every(({ ok }) => ok) ? EXIT.done : EXIT.findings;
  });
}
