import 'reflect-metadata';
import { Command } from 'commander';
import { Cli, run } from './cli.js';
import { addDoctor } from './commands/doctor.js';
import { addHealth } from './commands/health.js';
import { addImport } from './commands/import.js';
import { addMetrics } from './commands/metrics.js';
import { addMigrate } from './commands/migrate.js';
import { addSweep } from './commands/sweep.js';
import { addUser } from './commands/user.js';

const program = new Command('cli').description('Searchlight from the command line.');
const cli = new Cli();
addImport(program, cli);
addSweep(program, cli);
addHealth(program, cli);
addMetrics(program, cli);
addMigrate(program, cli);
addUser(program, cli);
addDoctor(program, cli);

process.exitCode = await run(program, process.argv);
