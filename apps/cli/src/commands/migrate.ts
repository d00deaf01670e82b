import type { Command } from 'commander';
import { migrate } from '@app/platform/migrate/migrate.js';
import { DEFINITIONS } from '@app/schema/schema.sql.js';
import type { Cli } from '../cli.js';
import { EXIT } from '../outcome.js';

export function addMigrate(program: Command, cli: Cli): void {
  cli.command(program, 'migrate', 'Brings the database to this version.', async () => {
    await cli.reachDatabase();
    const { migrations: applied, definitions } = await migrate(cli.config.DATABASE_URL, DEFINITIONS);
    const lines = applied.map((name) => `applied ${name}`);
    if (definitions.length > 0) lines.push(`made ${definitions.length} views and functions that had changed`);
    cli.print({ applied, definitions }, lines.length > 0 ? lines : ['The database is up to date.']);
    return EXIT.done;
  });
}
