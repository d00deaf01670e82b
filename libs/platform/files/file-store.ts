import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { newId } from '../database/id.js';

const CHUNK_BYTES = 1024 * 1024;

export class FileTooLarge extends Error {}
/** Some of its bytes are gone. */
export class FileNotWhole extends Error {
  constructor(fileId: string, has: number, size: number) {
    super(`the stored file ${fileId} is not whole: ${has} of ${size} bytes are there`);
  }
}

export interface StoredFile {
  id: string;
  size: number;
}

/** Files of any size in the database, piece by piece: neither writing nor reading holds more than a piece in memory. */
@Injectable()
export class FileStore {
  constructor(private readonly database: Database) {}

  /** Every piece is its own statement, so that no transaction waits for the sender. What fails leaves nothing behind. */
  async write(firmId: string, name: string, bytes: AsyncIterable<Buffer>, most = Infinity): Promise<StoredFile> {
    const id = newId();
    await this.database.db.query('insert into stored_file (firm_id, id, name) values ($1, $2, $3)', [firmId, id, name]);
    try {
      let size = 0;
      let position = 0;
      for await (const chunk of inChunks(bytes)) {
        size += chunk.length;
        if (size > most) throw new FileTooLarge();
        await this.database.db.query(
          `with grown as (update stored_file set touched_at = now() where firm_id = $1 and id = $2)
           insert into stored_file_chunk (firm_id, file_id, position, bytes) values ($1, $2, $3, $4)`,
          [firmId, id, position, chunk],
        );
        position += 1;
      }
      await this.database.db.query('update stored_file set size = $3 where firm_id = $1 and id = $2', [
        firmId,
        id,
        size,
      ]);
      return { id, size };
    } catch (error) {
      await this.remove(firmId, [id]).catch(() => undefined);
      throw error;
    }
  }

  read(firmId: string, fileId: string, firstByte = 0): Readable {
    return Readable.from(this.chunks(firmId, fileId, firstByte), { objectMode: false, highWaterMark: CHUNK_BYTES });
  }

  /** Says of files that somebody still means to use them. */
  async touch(firmId: string, fileIds: readonly string[]): Promise<void> {
    await this.database.db.query('update stored_file set touched_at = now() where firm_id = $1 and id = any ($2)', [
      firmId,
      fileIds,
    ]);
  }

  /** The bytes go, the record of the file stays. */
  async empty(firmId: string, fileIds: readonly string[]): Promise<void> {
    await this.database.db.query('delete from stored_file_chunk where firm_id = $1 and file_id = any ($2)', [
      firmId,
      fileIds,
    ]);
  }

  async remove(firmId: string, fileIds: readonly string[]): Promise<void> {
    await this.database.db.query('delete from stored_file where firm_id = $1 and id = any ($2)', [firmId, fileIds]);
  }

  private async *chunks(firmId: string, fileId: string, firstByte: number): AsyncGenerator<Buffer> {
    const size = await this.sizeOf(firmId, fileId);
    let at = firstByte;
    for (let position = Math.floor(at / CHUNK_BYTES); ; position += 1) {
      const [row] = await this.database.db.query<{ bytes: Buffer }[]>(
        'select bytes from stored_file_chunk where firm_id = $1 and file_id = $2 and position = $3',
        [firmId, fileId, position],
      );
      if (!row) break;
      const bytes = row.bytes.subarray(at - position * CHUNK_BYTES);
      at += bytes.length;
      yield bytes;
    }
    if (at < size) throw new FileNotWhole(fileId, at, size);
  }

  private async sizeOf(firmId: string, fileId: string): Promise<number> {
    const [file] = await this.database.db.query<{ size: string }[]>(
      'select size from stored_file where firm_id = $1 and id = $2',
      [firmId, fileId],
    );
    return Number(file?.size ?? 0);
  }
}

/** All chunks but the last have the same size, so that a byte's chunk follows from its position. */
async function* inChunks(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const piece of bytes) {
    waiting.push(piece);
    length += piece.length;
    if (length < CHUNK_BYTES) continue;
    const all = Buffer.concat(waiting);
    let from = 0;
    for (; from + CHUNK_BYTES <= all.length; from += CHUNK_BYTES) yield all.subarray(from, from + CHUNK_BYTES);
    waiting = [all.subarray(from)];
    length = all.length - from;
  }
  if (length > 0) yield Buffer.concat(waiting);
}
