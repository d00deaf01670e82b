import { createHash } from 'node:crypto';

/*
 * A backup is one line of JSON that says what it is, then a gzip stream of frames (sealed with a passphrase, if one was
 * given): the head, then each table as its name, its rows in COPY's text format in pieces, and its end with their number
 * and hash, and at last the end of all. So it is written and read in one go, however large, and a cut or changed file
 * is known for one.
 */
export const FORMAT = 1;
export const MARK = 'searchlight backup';
export const LONGEST_HEADER = 256 * 1024;

/** Readable without a passphrase. */
export interface Header {
  readonly kind: typeof MARK;
  readonly format: number;
  readonly madeAt: string;
  readonly postgres: string;
  /** applied to the database it was made of, in order */
  readonly migrations: readonly string[];
  readonly seal: Seal | null;
}

export interface Seal {
  readonly cipher: 'aes-256-gcm, 64 KiB pieces';
  readonly kdf: 'scrypt';
  readonly cost: number;
  readonly salt: string;
  readonly nonce: string;
  /** tells a wrong passphrase from a damaged file */
  readonly check: string;
}

export interface Table {
  /** quoted, with its schema */
  readonly name: string;
  /** quoted; without those that are computed */
  readonly columns: readonly string[];
}

export interface Head {
  readonly tables: readonly Table[];
  readonly sequences: readonly { readonly name: string; readonly value: string; readonly called: boolean }[];
  /** settings that a restored system needs to be the same; only in a sealed file */
  readonly secrets: Readonly<Record<string, string>>;
  /** tells whether another AUTH_SECRET is the same one, and nothing else of it */
  readonly authSecret: string | null;
}

export interface TableEnd {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface End {
  readonly tables: number;
  readonly rows: number;
}

/** A refusal in one sentence. */
export class BackupRefused extends Error {}

/** What is wrong with a file, for the end of a sentence that begins with its name. */
export class Damaged extends Error {}

export type FrameKind = 'head' | 'table' | 'rows' | 'table end' | 'end';
const KINDS: readonly FrameKind[] = ['head', 'table', 'rows', 'table end', 'end'];
const FRAME_HEAD = 5;
const LONGEST_FRAME = 64 * 1024 * 1024;

export interface Frame {
  readonly kind: FrameKind;
  readonly payload: Buffer;
}

export function* frame(kind: FrameKind, payload: Buffer): Generator<Buffer> {
  const head = Buffer.alloc(FRAME_HEAD);
  head.writeUInt8(KINDS.indexOf(kind), 0);
  head.writeUInt32BE(payload.length, 1);
  yield head;
  yield payload;
}

export const jsonFrame = (kind: FrameKind, said: Head | Table | TableEnd | End): Generator<Buffer> =>
  frame(kind, Buffer.from(JSON.stringify(said)));

/** Holds one frame at a time. */
export async function* framesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let [held, size]: [Buffer[], number] = [[], 0];
  for await (const chunk of bytes) {
    held.push(chunk);
    size += chunk.length;
    let whole: Buffer | null = null;
    while (size >= FRAME_HEAD) {
      whole ??= Buffer.concat(held);
      const kind = KINDS[whole.readUInt8(0)];
      const length = whole.readUInt32BE(1);
      if (kind === undefined || length > LONGEST_FRAME) throw new Damaged('holds what no backup holds');
      if (size < FRAME_HEAD + length) break;
      yield { kind, payload: whole.subarray(FRAME_HEAD, FRAME_HEAD + length) };
      whole = whole.subarray(FRAME_HEAD + length);
      size = whole.length;
    }
    if (whole) held = [whole];
  }
  if (size > 0) throw new Damaged('ends in the middle');
}

export const secretMark = (secret: string): string =>
  createHash('sha256').update(`searchlight backup ${secret}`).digest('hex').slice(0, 16);
