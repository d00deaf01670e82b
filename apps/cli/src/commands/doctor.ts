import type { Command } from 'commander';
import type { Cli } from '../cli.js';
import { inspectDatabase } from '../doctor.repository.js';
import { EXIT } from '../outcome.js';

export function addDoctor(program: Command, cli: Cli): void {
  cli.command(program, 'doctor', 'Looks whether everything stands as it should.', async () => {
    await cli.reachDatabase();
    const { checks, counts } = await inspectDatabase(cli.config.DATABASE_URL);
    cli.print({ ok: checks.every(({ ok }) => ok), checks, counts }, [
      ...checks.map(({ ok, check, detail }) => `${ok ? 'ok     ' : 'FINDING'} ${check}: ${detail}`),
      ...Object.entries(counts).map(([what, count]) => `        ${what}: ${count}`),
    ]);
    return checks.every(({ ok }) => ok) ? EXIT.done : EXIT.findings;
  });
}
