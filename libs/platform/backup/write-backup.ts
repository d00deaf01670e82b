import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { BulkSession } from '../database/bulk-session.js';
import { lockAgainstMigrating } from '../migrate/migrate.js';
import {
  BackupRefused,
  FORMAT,
  frame,
  type Head,
  type Header,
  jsonFrame,
  MARK,
  secretMark,
  type Table,
} from './backup-file.js';
import { COPY_SETTINGS, copied, readSequences, readTables } from './catalog.js';
import { newSeal, Sealing } from './seal.js';

export interface BackupOrder {
  readonly databaseUrl: string;
  readonly file: string;
  /** null: neither sealed nor with secrets */
  readonly passphrase: string | null;
  readonly secrets: Readonly<Record<string, string>>;
  readonly now: Date;
  readonly onTable?: (name: string) => void;
}

export interface BackupMade {
  readonly tables: Readonly<Record<string, number>>;
  readonly rows: number;
  readonly bytes: number;
  readonly secrets: readonly string[];
}

/** Writes what the database holds at one moment, while others go on writing; the file appears when it is whole. */
export async function writeBackup(order: BackupOrder): Promise<BackupMade> {
  const unfinished = `${order.file}.unfinished`;
  if (fs.existsSync(order.file)) throw new BackupRefused(`${order.file} is there already: give another name.`);
  const session = await BulkSession.open(order.databaseUrl);
  try {
    await lockAgainstMigrating(session);
    await session.query(`${COPY_SETTINGS}; begin isolation level repeatable read, read only`);
    const counts: Record<string, number> = {};
    const head = await headOf(session, order);
    const sealed = order.passphrase === null ? null : await newSeal(order.passphrase);
    const line = await headerLine(session, order, sealed?.seal ?? null);
    const out = fs.createWriteStream(unfinished, { mode: 0o600, flags: 'w' });
    out.write(line);
    const seal = sealed ? [new Sealing(sealed.seal, sealed.key, line)] : [];
    const frames = Readable.from(framesOf(session, head, counts, order.onTable), { objectMode: false });
    await pipeline([frames, createGzip({ level: 3 }), ...seal, out]);
    await session.query('commit');
    keep(unfinished, order.file);
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return { tables: counts, rows, bytes: fs.statSync(order.file).size, secrets: Object.keys(head.secrets) };
  } catch (error) {
    fs.rmSync(unfinished, { force: true });
    throw fileRefused(error, order.file);
  } finally {
    await session.close();
  }
}

async function headOf(session: BulkSession, { passphrase, secrets }: BackupOrder): Promise<Head> {
  return {
    tables: await readTables(session),
    sequences: await readSequences(session),
    secrets: passphrase === null ? {} : secrets,
    authSecret: secrets.AUTH_SECRET ? secretMark(secrets.AUTH_SECRET) : null,
  };
}

async function headerLine(session: BulkSession, { now }: BackupOrder, seal: Header['seal']): Promise<Buffer> {
  const [{ postgres } = { postgres: '' }] = await session.query<{ postgres: string }>(
    `select current_setting('server_version') as postgres`,
  );
  const applied = await session.query<{ name: string }>('select name from migrations order by id');
  const header: Header = {
    ...{ kind: MARK, format: FORMAT, madeAt: now.toISOString(), postgres },
    migrations: applied.map(({ name }) => name),
    seal,
  };
  return Buffer.from(`${JSON.stringify(header)}\n`);
}

async function* framesOf(
  session: BulkSession,
  head: Head,
  counts: Record<string, number>,
  onTable: BackupOrder['onTable'],
): AsyncGenerator<Buffer> {
  yield* jsonFrame('head', head);
  for (const table of head.tables) {
    onTable?.(table.name);
    yield* tableFrames(session, table, counts);
  }
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  yield* jsonFrame('end', { tables: head.tables.length, rows });
}

async function* tableFrames(
  session: BulkSession,
  table: Table,
  counts: Record<string, number>,
): AsyncGenerator<Buffer> {
  yield* jsonFrame('table', table);
  const hash = createHash('sha256');
  let bytes = 0;
  const rows = session.copyOut(copied(table));
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    yield* frame('rows', chunk);
  }
  counts[table.name] = rows.rowCount;
  yield* jsonFrame('table end', { rows: rows.rowCount, bytes, sha256: hash.digest('hex') });
}

/** Written through to the disk before it takes its name. */
function keep(unfinished: string, file: string): void {
  const handle = fs.openSync(unfinished, 'r+');
  fs.fsyncSync(handle);
  fs.closeSync(handle);
  fs.renameSync(unfinished, file);
}

const FILE_TROUBLE: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  ENOENT: 'there is no such folder',
  EACCES: 'this user may not write there',
  EROFS: 'nothing can be written there',
  EDQUOT: 'the quota is used up',
};

/** One sentence for what the disk says. */
export function fileRefused(error: unknown, file: string): unknown {
  const trouble = FILE_TROUBLE[String((error as NodeJS.ErrnoException).code)];
  return trouble ? new BackupRefused(`${file} cannot be written: ${trouble}.`) : error;
}
