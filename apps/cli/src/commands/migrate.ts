import type { Command } from 'commander';
import { migrate } from '@app/platform/database/migrate.js';
import type { Cli } from '../cli.js';
import { EXIT } from '../outcome.js';

export function addMigrate(program: Command, cli: Cli): void {
  cli.command(program, 'migrate', 'Brings the database to this version.', async () => {
    await cli.reachDatabase();
    const applied = await migrate(cli.config.DATABASE_URL);
    cli.print(
      { applied },
      applied.length > 0 ? applied.map((name) => `applied ${name}`) : ['The database is up to date.'],
    );
    return EXIT.done;
  });
}
