import { inflateSync } from 'node:zlib';

const HEAD = 44;
const ENTRY = 20;
const SFNT_HEAD = 12;
const SFNT_ENTRY = 16;

/** The font inside a WOFF 1 file, as it was before it was packed: https://www.w3.org/TR/WOFF/#OverallStructure */
export function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(SFNT_HEAD + count * SFNT_ENTRY);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const tables: Buffer[] = [];
  let offset = head.length;
  for (let table = 0; table < count; table += 1) {
    const entry = woff.subarray(HEAD + table * ENTRY, HEAD + (table + 1) * ENTRY);
    const [at, packed, length] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)];
    const bytes = woff.subarray(at, at + packed);
    const whole = Buffer.alloc((length + 3) & ~3);
    (packed < length ? inflateSync(bytes) : bytes).copy(whole);
    const to = SFNT_HEAD + table * SFNT_ENTRY;
    entry.copy(head, to, 0, 4);
    entry.copy(head, to + 4, 16, 20);
    head.writeUInt32BE(offset, to + 8);
    head.writeUInt32BE(length, to + 12);
    tables.push(whole);
    offset += whole.length;
  }
  return Buffer.concat([head, ...tables]);
}
