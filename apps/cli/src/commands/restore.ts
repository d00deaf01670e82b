import fs from 'node:fs';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { MailLogService } from '@app/mail-log/mail-log.service.js';
import { systemActor } from '@app/identity/identity.types.js';
import { secretMark } from '@app/platform/backup/backup-file.js';
import { type BackupContents, checkBackup, openBackup, type OpenedBackup } from '@app/platform/backup/read-backup.js';
import { restoreBackup } from '@app/platform/backup/restore-backup.js';
import { secretsGiven } from '@app/platform/config/config.js';
import { endRestoring, migrate } from '@app/platform/migrate/migrate.js';
import { PlanningService } from '@app/reminders/planning.service.js';
import { DEFINITIONS } from '@app/schema/schema.sql.js';
import { StallsService } from '@app/stalls/stalls.service.js';
import type { Cli } from '../cli.js';
import { FirmsRepository, type PassedOver, passedOverLine } from '../firms.repository.js';
import { EXIT, type Exit, Refused } from '../outcome.js';
import { passphraseOf, passphraseOptions, type PassphraseOptions } from '../passphrase.js';

interface Options extends PassphraseOptions {
  check?: boolean;
  secrets?: string;
  sendMail?: boolean;
  keepSecretIn?: string;
}

export function addRestore(program: Command, cli: Cli): void {
  passphraseOptions(
    cli.command<Options>(
      program,
      'restore <file>',
      'Restores a backup into an empty database and brings it to this version.',
      ([file = ''], options) => restore(cli, path.resolve(file), options),
    ),
  )
    .option('--check', 'only read the file to its end, and change nothing')
    .option('--secrets <file>', 'write the secrets of the backup into this new file, as NAME=value')
    // for tools/cli.mjs, which keeps the secret of its own folder
    .addOption(new Option('--keep-secret-in <file>').hideHelp())
    .option('--send-mail', 'api and worker stood still since before the backup: what is owed goes out as usual');
}

async function restore(cli: Cli, file: string, options: Options): Promise<Exit> {
  const began = performance.now();
  const opened = await openBackup(file, await passphraseOf(options));
  const { contents, more } = options.check
    ? { contents: await checkBackup(opened), more: [] }
    : await restoreInto(cli, opened, options);
  const lines = options.secrets === undefined ? [] : [writeSecrets(options.secrets, contents)];
  if (!options.check) lines.push(aboutSecret(contents, options.keepSecretIn));
  const seconds = Math.round(performance.now() - began) / 1000;
  const counts = Object.fromEntries(Object.entries(contents.ends).map(([name, { rows }]) => [name, rows]));
  cli.print({ file, made_at: opened.header.madeAt, rows: contents.rows, tables: counts, seconds, notices: more }, [
    `${contents.rows} rows of ${contents.tables} tables, as of ${opened.header.madeAt}, ${seconds} s.`,
    options.check ? 'The backup is whole. Nothing was changed.' : 'Restored, read back and compared.',
    ...[...lines, ...more],
  ]);
  return EXIT.done;
}

async function restoreInto(
  cli: Cli,
  opened: OpenedBackup,
  { sendMail }: Options,
): Promise<{ contents: BackupContents; more: string[] }> {
  const { DATABASE_URL } = cli.config;
  await cli.reachDatabase({ evenIfNewer: true });
  const restored = await restoreBackup(opened, DATABASE_URL, (name) => cli.tell(`\r${name}\u001b[K`));
  cli.tell('\r\u001b[K');
  const { migrations: later } = await migrate(DATABASE_URL, DEFINITIONS, { restoring: true });
  const { held, passedOver } = sendMail ? { held: 0, passedOver: [] } : await withholdMails(cli);
  await endRestoring(DATABASE_URL);
  return {
    contents: restored,
    more: [
      ...(later.length > 0 ? [`Brought to this version by ${later.join(', ')}.`] : []),
      ...(held > 0
        ? [
            `${held} emails may have been sent since the backup: they are held. A partner decides on them under Settings, Email log.`,
          ]
        : []),
      ...(restored.leftOut.length > 0
        ? [`Left out, since no migration makes them: ${restored.leftOut.join(', ')}.`]
        : []),
      ...passedOver.map(passedOverLine),
    ],
  };
}

/**
 * What has fallen due since the backup was told by the system that is gone, or was not: nobody here can know. Of a firm
 * that cannot be swept what stands in the backup is held all the same.
 */
async function withholdMails(cli: Cli): Promise<{ held: number; passedOver: PassedOver[] }> {
  return cli.withServices(
    async (services) => {
      const firms = services.get(FirmsRepository);
      const mailLog = services.get(MailLogService);
      const putOff = new Map<string, string[]>();
      const passedOver = [
        ...(await firms.each(undefined, async ({ id }) => {
          putOff.set(id, await mailLog.putOff(systemActor(id)));
        })),
        ...(await firms.each(undefined, async ({ id }) => {
          await services.get(StallsService).sweepFirm(id);
        })),
      ];
      await services.get(PlanningService).plan();
      let held = 0;
      const unheld = await firms.each(undefined, async ({ id }) => {
        held += await mailLog.withholdAfterRestore(systemActor(id), putOff.get(id) ?? []);
      });
      return { held, passedOver: [...passedOver, ...unheld] };
    },
    { evenIfNewer: true },
  );
}

function aboutSecret({ head }: BackupContents, keepIn: string | undefined): string {
  const here = secretsGiven().AUTH_SECRET;
  const inside = head.secrets.AUTH_SECRET;
  if (here && head.authSecret === secretMark(here)) return 'AUTH_SECRET is the one of the backup: sessions stay valid.';
  if (inside && keepIn) {
    fs.writeFileSync(keepIn, inside, { mode: 0o600 });
    return `The AUTH_SECRET of the backup is now in ${keepIn}: sessions stay valid.`;
  }
  return 'AUTH_SECRET is not the one of the backup: everybody has to sign in again, and links in emails no longer work.';
}

function writeSecrets(file: string, { head }: BackupContents): string {
  const names = Object.keys(head.secrets);
  if (names.length === 0) return 'There are no secrets in this backup: it was made without a passphrase.';
  const lines = names.map((name) => `${name}=${head.secrets[name]}\n`).join('');
  try {
    fs.writeFileSync(file, lines, { mode: 0o600, flag: 'wx' });
  } catch {
    throw new Refused(
      `${names.join(', ')} could not be written: ${file} is there already, or its folder is not writable.`,
    );
  }
  return `${names.join(', ')} written to ${file}.`;
}
