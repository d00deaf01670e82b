import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Command, CommanderError } from 'commander';
import { BackupRefused } from '@app/platform/backup/backup-file.js';
import { type Config, loadConfig } from '@app/platform/config/config.js';
import { appliedMigrations, refuseNewer } from '@app/platform/migrate/migrate.js';
import { isDatabaseOutage } from '@app/platform/database/outage.js';
import { onConnection, placeOf, reasonOf } from '@app/platform/migrate/reach.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { StartRefused } from '@app/platform/errors/start-refused.js';
import { EXIT, type Exit, Refused, Unreachable, WrongUsage } from './outcome.js';

/** What every command gets. */
export class Cli {
  private json = false;

  /** The services, once the database is known to answer. They are closed when `work` ends. */
  async withServices<T>(
    work: (services: INestApplicationContext) => Promise<T>,
    { evenIfNewer = false } = {},
  ): Promise<T> {
    await this.reachDatabase({ evenIfNewer });
    // loaded only now, so that a mistyped command answers at once
    const { CliModule } = await import('./cli.module.js');
    const services = await NestFactory.createApplicationContext(CliModule, { logger: false, abortOnError: false });
    try {
      return await work(services);
    } finally {
      await services.close();
    }
  }

  get config(): Config {
    try {
      return loadConfig();
    } catch (error) {
      throw new WrongUsage(error instanceof Error ? error.message : String(error));
    }
  }

  /** Throws unless the database answers and is not one of a newer version. */
  async reachDatabase({ evenIfNewer = false } = {}): Promise<void> {
    const { DATABASE_URL } = this.config;
    const applied = await onConnection(DATABASE_URL, appliedMigrations).catch((error: unknown) => {
      throw new Unreachable(`Cannot reach the database at ${placeOf(DATABASE_URL)}: ${reasonOf(error)}`);
    });
    if (!evenIfNewer) refuseNewer(applied);
  }

  /** With --json one document and nothing else; otherwise lines for a person. */
  print(document: unknown, lines: readonly string[]): void {
    process.stdout.write(this.json ? `${JSON.stringify(document)}\n` : lines.map((line) => `${line}\n`).join(''));
  }

  /** On standard error; only where a person looks on. */
  tell(line: string): void {
    if (process.stderr.isTTY && !this.json) process.stderr.write(line);
  }

  /** Adds a command; its action answers with the exit status. */
  command<Options>(
    program: Command,
    spec: string,
    summary: string,
    action: (args: string[], options: Options) => Promise<Exit>,
  ): Command {
    return program
      .command(spec)
      .description(summary)
      .option('--json', 'print one JSON document on standard output and nothing else')
      .action(async (...given: unknown[]) => {
        const command = given.at(-1) as Command;
        this.json = command.opts<{ json?: boolean }>().json === true;
        process.exitCode = await action(command.processedArgs as string[], command.opts<Options & object>() as Options);
      });
  }
}

/** Runs the command line to its exit status; what goes wrong is one sentence on standard error. */
export async function run(program: Command, argv: readonly string[]): Promise<Exit> {
  for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])]) {
    command.exitOverride().showHelpAfterError('(--help lists the commands and their options)');
  }
  try {
    await program.parseAsync(argv);
    return (process.exitCode as Exit | undefined) ?? EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${message}\n`);
    if (error instanceof WrongUsage) return EXIT.usage;
    if (error instanceof Unreachable || isDatabaseOutage(error)) return EXIT.unreachable;
    const expected = [Refused, BackupRefused, StartRefused, DomainError].some((kind) => error instanceof kind);
    if (!expected && error instanceof Error) {
      process.stderr.write(`${error.stack?.split('\n').slice(1).join('\n')}\n`);
    }
    return EXIT.findings;
  }
}
