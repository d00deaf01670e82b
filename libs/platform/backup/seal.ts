import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { promisify } from 'node:util';
import { BackupRefused, Damaged, type Seal } from './backup-file.js';

const PIECE = 64 * 1024;
const TAG = 16;
const COST = 2 ** 17;
const SHORTEST_PASSPHRASE = 12;

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

async function keysOf(passphrase: string, salt: Buffer, cost: number): Promise<{ key: Buffer; check: string }> {
  const bytes = await derive(passphrase.normalize('NFC'), salt, 64, { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 });
  return { key: bytes.subarray(0, 32), check: createHash('sha256').update(bytes.subarray(32)).digest('hex') };
}

export function refuseShort(passphrase: string): void {
  if (passphrase.length < SHORTEST_PASSPHRASE)
    throw new BackupRefused(`The passphrase must have at least ${SHORTEST_PASSPHRASE} characters.`);
}

export async function newSeal(passphrase: string): Promise<{ seal: Seal; key: Buffer }> {
  refuseShort(passphrase);
  const salt = randomBytes(16);
  const { key, check } = await keysOf(passphrase, salt, COST);
  const words = { cipher: 'aes-256-gcm, 64 KiB pieces', kdf: 'scrypt', cost: COST } as const;
  return {
    seal: { ...words, salt: salt.toString('hex'), nonce: randomBytes(7).toString('hex'), check: check.slice(0, 16) },
    key,
  };
}

export async function keyFor(seal: Seal, passphrase: string | null): Promise<Buffer> {
  if (passphrase === null)
    throw new BackupRefused('The backup is sealed: give its passphrase with --passphrase-stdin or --passphrase-file.');
  if (!Number.isInteger(seal.cost) || seal.cost > COST * 8) throw new Damaged('was cut or changed');
  const { key, check } = await keysOf(passphrase, Buffer.from(seal.salt, 'hex'), seal.cost);
  if (check.slice(0, 16) !== seal.check) throw new BackupRefused('This is not the passphrase of the backup.');
  return key;
}

/** Each piece has a nonce of its own, which says whether it is the last: so none can be left out, moved or cut off. */
abstract class Pieces extends Transform {
  private held: Buffer[] = [];
  private size = 0;
  private number = 0;

  constructor(
    private readonly pieceBytes: number,
    private readonly nonce: Buffer,
  ) {
    super();
  }

  protected abstract piece(bytes: Buffer, nonce: Buffer): Buffer[];

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.held.push(chunk);
    this.size += chunk.length;
    // the last piece is only known at the end, so one more byte than a piece is waited for
    this.attempt(done, () => {
      if (this.size <= this.pieceBytes) return;
      let all = Buffer.concat(this.held);
      for (; all.length > this.pieceBytes; all = all.subarray(this.pieceBytes))
        this.pass(all.subarray(0, this.pieceBytes), false);
      this.held = [all];
      this.size = all.length;
    });
  }

  override _flush(done: TransformCallback): void {
    this.attempt(done, () => this.pass(Buffer.concat(this.held), true));
  }

  private pass(bytes: Buffer, last: boolean): void {
    const nonce = Buffer.alloc(12);
    this.nonce.copy(nonce);
    nonce.writeUInt32BE(this.number, 7);
    nonce.writeUInt8(last ? 1 : 0, 11);
    this.number += 1;
    for (const part of this.piece(bytes, nonce)) this.push(part);
  }

  private attempt(done: TransformCallback, work: () => void): void {
    try {
      work();
      done();
    } catch (error) {
      done(error as Error);
    }
  }
}

/** `about` is what is said in the clear before: it is sealed along, though not hidden. */
export class Sealing extends Pieces {
  constructor(
    seal: Seal,
    private readonly key: Buffer,
    private readonly about: Buffer,
  ) {
    super(PIECE, Buffer.from(seal.nonce, 'hex'));
  }

  protected piece(bytes: Buffer, nonce: Buffer): Buffer[] {
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(this.about);
    return [cipher.update(bytes), cipher.final(), cipher.getAuthTag()];
  }
}

export class Unsealing extends Pieces {
  constructor(
    seal: Seal,
    private readonly key: Buffer,
    private readonly about: Buffer,
  ) {
    super(PIECE + TAG, Buffer.from(seal.nonce, 'hex'));
  }

  protected piece(bytes: Buffer, nonce: Buffer): Buffer[] {
    if (bytes.length < TAG) throw new Damaged('ends in the middle');
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonce).setAAD(this.about);
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
    try {
      return [decipher.update(bytes.subarray(0, bytes.length - TAG)), decipher.final()];
    } catch {
      throw new Damaged('was cut or changed');
    }
  }
}
