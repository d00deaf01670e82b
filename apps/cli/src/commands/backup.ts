import path from 'node:path';
import type { Command } from 'commander';
import { writeBackup } from '@app/platform/backup/write-backup.js';
import { secretsGiven } from '@app/platform/config/config.js';
import { SystemClock } from '@app/platform/time/clock.js';
import type { Cli } from '../cli.js';
import { EXIT, type Exit } from '../outcome.js';
import { passphraseOf, passphraseOptions, type PassphraseOptions } from '../passphrase.js';

export function addBackup(program: Command, cli: Cli): void {
  passphraseOptions(
    cli.command<PassphraseOptions>(
      program,
      'backup <file>',
      'Writes everything the database holds at this moment into a file, while api and worker run.',
      ([file = ''], options) => backup(cli, path.resolve(file), options),
    ),
  );
}

async function backup(cli: Cli, file: string, options: PassphraseOptions): Promise<Exit> {
  const passphrase = await passphraseOf(options);
  const { DATABASE_URL: databaseUrl } = cli.config;
  await cli.reachDatabase({ evenIfNewer: true });
  const began = performance.now();
  const made = await writeBackup({
    ...{ databaseUrl, file, passphrase, secrets: secretsGiven(), now: new SystemClock().now() },
    onTable: (name) => cli.tell(`\r${name}\u001b[K`),
  });
  cli.tell('\r\u001b[K');
  const seconds = Math.round(performance.now() - began) / 1000;
  const megabytes = (made.bytes / 1e6).toFixed(1);
  cli.print({ file, sealed: passphrase !== null, ...made, seconds }, [
    `${made.rows} rows of ${Object.keys(made.tables).length} tables in ${file}: ${megabytes} MB, ${seconds} s.`,
    passphrase === null
      ? 'It is not sealed: whoever reads it reads everything. No secret is in it: keep AUTH_SECRET with it, or use --passphrase-stdin.'
      : `Sealed with the passphrase. Secrets in it: ${made.secrets.join(', ') || 'none was set'}.`,
  ]);
  return EXIT.done;
}
