import 'reflect-metadata';
import { Command, Option } from 'commander';
import { migrate } from '@app/platform/migrate/migrate.js';
import { DEFINITIONS } from '@app/schema/schema.sql.js';
import { Cli, run } from './cli.js';
import { addBackup } from './commands/backup.js';
import { addBounce } from './commands/bounce.js';
import { addDoctor } from './commands/doctor.js';
import { addExport } from './commands/export.js';
import { addHealth } from './commands/health.js';
import { addImport } from './commands/import.js';
import { addMetrics } from './commands/metrics.js';
import { addMigrate } from './commands/migrate.js';
import { addPeople } from './commands/people.js';
import { addPerson } from './commands/person.js';
import { addRestore } from './commands/restore.js';
import { addSetUpLink } from './commands/setup-link.js';
import { addSweep } from './commands/sweep.js';
import { addSearch } from './commands/search.js';
import { addUserPassword } from './commands/user-password.js';
import { addUserSessions } from './commands/user-sessions.js';

const program = new Command('cli').description('Searchlight from the command line.');
const cli = new Cli();
// for tools/cli.mjs, which looks after a database of its own
program.addOption(new Option('--migrate-first').hideHelp());
program.hook('preAction', async () => {
  if (program.opts<{ migrateFirst?: boolean }>().migrateFirst) await migrate(cli.config.DATABASE_URL, DEFINITIONS);
});
addImport(program, cli);
addSweep(program, cli);
addHealth(program, cli);
addMetrics(program, cli);
addExport(program, cli);
addMigrate(program, cli);
addSearch(program, cli);
addSetUpLink(program, cli);
addPeople(program, cli);
addUserSessions(program, cli);
addUserPassword(program, cli);
addBounce(program, cli);
addDoctor(program, cli);
addBackup(program, cli);
addRestore(program, cli);
addPerson(program, cli);

process.exitCode = await run(program, process.argv);
