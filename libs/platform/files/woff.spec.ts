import fs from 'node:fs';
import { createRequire } from 'node:module';
import { unpacked } from './woff.js';

const { resolve } = createRequire(import.meta.url);

/** The tables of a font, each with the checksum that its directory says and the one that its bytes have. */
function tablesOf(font: Buffer): { tag: string; said: number; is: number }[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, at) => {
    const entry = font.subarray(12 + at * 16, 12 + (at + 1) * 16);
    const tag = entry.toString('latin1', 0, 4);
    const [offset, length] = [entry.readUInt32BE(8), entry.readUInt32BE(12)];
    let sum = 0;
    for (let byte = offset; byte < offset + length; byte += 4) sum = (sum + font.readUInt32BE(byte)) >>> 0;
    // the head is summed as if its adjustment of the whole file were 0
    if (tag === 'head') sum = (sum - font.readUInt32BE(offset + 8)) >>> 0;
    return { tag, said: entry.readUInt32BE(4), is: sum };
  });
}

describe('a packed font', () => {
  it.each(['noto-sans-devanagari/files/noto-sans-devanagari-devanagari', 'noto-emoji/files/noto-emoji-emoji'])(
    'has every table whole when it is unpacked: %s',
    (name) => {
      const font = unpacked(fs.readFileSync(resolve(`@fontsource/${name}-400-normal.woff`)));

      const tables = tablesOf(font);
      expect(font.readUInt32BE(0)).toBe(0x00010000);
      expect(tables.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'loca']));
      expect(tables.filter(({ said, is }) => said !== is)).toEqual([]);
    },
  );
});
