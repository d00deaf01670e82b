import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { newerBackup, unknownMigrations } from '../migrate/migrate.js';
import {
  BackupRefused,
  Damaged,
  type End,
  FORMAT,
  type Frame,
  framesOf,
  type Head,
  type Header,
  LONGEST_HEADER,
  MARK,
  type Table,
  type TableEnd,
} from './backup-file.js';
import { keyFor, Unsealing } from './seal.js';

/** A backup that this version can read, as far as its first line tells. */
export interface OpenedBackup {
  readonly file: string;
  readonly header: Header;
  readonly line: Buffer;
  readonly key: Buffer | null;
}

export interface BackupContents extends End {
  readonly head: Head;
  /** by name of the table */
  readonly ends: Readonly<Record<string, TableEnd>>;
}

export async function openBackup(file: string, passphrase: string | null): Promise<OpenedBackup> {
  const line = firstLine(file);
  const header = headerOf(line, file);
  if (header.format !== FORMAT)
    throw new BackupRefused(`${file} was made by a newer version, which has to restore it.`);
  const unknown = unknownMigrations(header.migrations);
  if (unknown.length > 0) throw new BackupRefused(newerBackup(file, unknown));
  return { file, header, line, key: header.seal ? await keyFor(header.seal, passphrase) : null };
}

function firstLine(file: string): Buffer {
  let handle: number;
  try {
    handle = fs.openSync(file, 'r');
  } catch {
    throw new BackupRefused(`There is no file ${file} that this user may read.`);
  }
  try {
    const start = Buffer.alloc(LONGEST_HEADER);
    const bytes = start.subarray(0, fs.readSync(handle, start, 0, LONGEST_HEADER, 0));
    return Buffer.from(bytes.subarray(0, bytes.indexOf('\n') + 1));
  } finally {
    fs.closeSync(handle);
  }
}

function headerOf(line: Buffer, file: string): Header {
  try {
    const header = JSON.parse(line.toString('utf8')) as Header;
    if (header.kind === MARK && Array.isArray(header.migrations)) return header;
  } catch {
    // says the same as any other file
  }
  throw new BackupRefused(`${file} is not a backup of Searchlight.`);
}

/** `onTable` must read all rows. What was cut or changed is refused at the latest when all is read. */
export async function readBackup(
  { file, header, line, key }: OpenedBackup,
  onHead: (head: Head) => Promise<void>,
  onTable: (table: Table, rows: AsyncIterable<Buffer>) => Promise<void>,
): Promise<BackupContents> {
  let contents: BackupContents | null = null;
  const unseal = header.seal && key ? new Unsealing(header.seal, key, line) : new PassThrough();
  const bytes = fs.createReadStream(file, { start: line.length, highWaterMark: 256 * 1024 });
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  // pipeline answers with whichever error it hears of first, and may hear of the end it put to the others
  let cause: unknown;
  const note = (error: unknown): void => {
    if ((error as Error).name !== 'AbortError') cause ??= error;
  };
  for (const stream of [bytes, unseal, gunzip] as NodeJS.ReadableStream[]) stream.once('error', note);
  try {
    await pipeline(bytes, unseal, gunzip, async (plain: AsyncIterable<Buffer>) => {
      contents = await readFrames(framesOf(plain), onHead, onTable).catch((error: unknown) => {
        note(error);
        throw error;
      });
    });
  } catch (error) {
    throw damaged(cause ?? error, file);
  }
  if (!contents) throw damaged(new Damaged('ends in the middle'), file);
  return contents;
}

/** Reads all of it and changes nothing. */
export async function checkBackup(opened: OpenedBackup): Promise<BackupContents> {
  try {
    return await readBackup(
      opened,
      async () => undefined,
      async (_, rows) => {
        for await (const _chunk of rows);
      },
    );
  } catch (error) {
    // nothing but the file is asked here: whatever cannot be understood is its fault, unless the disk says so
    if (error instanceof BackupRefused || (error as NodeJS.ErrnoException).syscall) throw error;
    throw damaged(new Damaged('was cut or changed'), opened.file);
  }
}

async function readFrames(
  frames: AsyncGenerator<Frame>,
  onHead: (head: Head) => Promise<void>,
  onTable: (table: Table, rows: AsyncIterable<Buffer>) => Promise<void>,
): Promise<BackupContents> {
  const next = async (): Promise<Frame> => {
    const { value, done } = await frames.next();
    if (done) throw new Damaged('ends in the middle');
    return value;
  };
  const first = await next();
  if (first.kind !== 'head') throw new Damaged('does not begin as a backup does');
  const head = said<Head>(first);
  await onHead(head);
  const ends: Record<string, TableEnd> = {};
  for (;;) {
    const one = await next();
    if (one.kind === 'end') {
      const end = said<End>(one);
      const rows = Object.values(ends).reduce((sum, { rows: more }) => sum + more, 0);
      if (rows !== end.rows || Object.keys(ends).length !== end.tables || !(await frames.next()).done)
        throw new Damaged('was cut or changed');
      return { ...end, head, ends };
    }
    if (one.kind !== 'table') throw new Damaged('was cut or changed');
    const table = said<Table>(one);
    ends[table.name] = await readTable(next, table, onTable);
  }
}

async function readTable(
  next: () => Promise<Frame>,
  table: Table,
  onTable: (table: Table, rows: AsyncIterable<Buffer>) => Promise<void>,
): Promise<TableEnd> {
  const hash = createHash('sha256');
  let end: TableEnd = { rows: 0, bytes: 0, sha256: '' };
  async function* rows(): AsyncGenerator<Buffer> {
    for (let one = await next(); ; one = await next()) {
      if (one.kind === 'table end') {
        end = said<TableEnd>(one);
        return;
      }
      if (one.kind !== 'rows') throw new Damaged('was cut or changed');
      hash.update(one.payload);
      yield one.payload;
    }
  }
  await onTable(table, rows());
  if (hash.digest('hex') !== end.sha256) throw new Damaged('was cut or changed');
  return end;
}

const said = <T>({ payload }: Frame): T => JSON.parse(payload.toString('utf8')) as T;

function damaged(error: unknown, file: string): unknown {
  const inside = error instanceof Damaged ? error.message : zlibSays(error);
  return inside ? new BackupRefused(`${file} ${inside}: nothing was restored. Take another copy of it.`) : error;
}

const zlibSays = (error: unknown): string | null => {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'Z_BUF_ERROR' ? 'ends in the middle' : /^Z_/.test(code ?? '') ? 'was cut or changed' : null;
};
