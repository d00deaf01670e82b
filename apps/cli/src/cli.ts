import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Command, CommanderError } from 'commander';
import pg from 'pg';
import { type Config, loadConfig } from '@app/platform/config/config.js';
import { isDatabaseOutage } from '@app/platform/database/outage.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { EXIT, type Exit, Refused, Unreachable, WrongUsage } from './outcome.js';

const CONNECT_MS = 5_000;

/** What every command gets. */
export class Cli {
  private json = false;

  /** The services, once the database is known to answer. They are closed when `work` ends. */
  async withServices<T>(work: (services: INestApplicationContext) => Promise<T>): Promise<T> {
    await this.reachDatabase();
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

  async reachDatabase(): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.DATABASE_URL, connectionTimeoutMillis: CONNECT_MS });
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch (error) {
      throw new Unreachable(`Cannot reach the database at ${placeOf(this.config.DATABASE_URL)}: ${reasonOf(error)}`);
    } finally {
      await client.end().catch(() => undefined);
    }
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
    if (!(error instanceof Refused || error instanceof DomainError) && error instanceof Error) {
      process.stderr.write(`${error.stack?.split('\n').slice(1).join('\n')}\n`);
    }
    return EXIT.findings;
  }
}

function placeOf(databaseUrl: string): string {
  try {
    const { host, pathname } = new URL(databaseUrl);
    return `${host}${pathname}`;
  } catch {
    return 'the address in DATABASE_URL';
  }
}

function reasonOf(error: unknown): string {
  const inner = error instanceof AggregateError ? error.errors[0] : error;
  return inner instanceof Error ? inner.message || inner.name : String(inner);
}
