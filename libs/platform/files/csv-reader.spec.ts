import { Readable } from 'node:stream';
import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { type CsvRow, LONGEST_ROW_BYTES, readCsv } from './csv-reader.js';

const pieces = function* (bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
};

async function read(content: string | Buffer, size = 64 * 1024): Promise<CsvRow[]> {
  const bytes = Buffer.from(content as string);
  const rows: CsvRow[] = [];
  for await (const batch of readCsv((from) => Readable.from(pieces(bytes.subarray(from), size)))) rows.push(...batch);
  return rows;
}

const cells = (rows: CsvRow[]) => rows.filter((row) => !row.fault).map((row) => row.cells);
const faults = (rows: CsvRow[]) => rows.filter((row) => row.fault).map((row) => [row.number, row.fault?.cell]);

describe('reading CSV', () => {
  it.each([
    [
      'plain rows',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CRLF and no line break at the end',
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'lone carriage returns',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a byte order mark', '\uFEFFa\n1\n', [['a'], ['1']]],
    [
      'quotes, commas and line breaks in a cell',
      'a,b\n"x, ""y""\r\nz",2\n',
      [
        ['a', 'b'],
        ['x, "y"\r\nz', '2'],
      ],
    ],
    [
      'empty cells',
      'a,b,c\n,,\n"",1,\n',
      [
        ['a', 'b', 'c'],
        ['', '', ''],
        ['', '1', ''],
      ],
    ],
    ['other scripts', 'név\n"Zoë, 東京"\n', [['név'], ['Zoë, 東京']]],
    ['nothing', '', []],
  ])('takes %s', async (_, text, expected) => {
    expect(cells(await read(text))).toEqual(expected);
    expect(cells(await read(text, 1))).toEqual(expected);
  });

  it('counts rows as a spreadsheet does: blank rows too, a cell with line breaks once', async () => {
    const rows = await read('a,b\n\n"x\ny",1\n\n2,3\n');

    expect(rows.map((row) => row.number)).toEqual([1, 3, 5]);
  });

  it.each([
    [
      'a quote that is never closed',
      'a,b\n1,"x\n2,y\n3,z\n',
      [[2, 1]],
      [
        ['a', 'b'],
        ['2', 'y'],
        ['3', 'z'],
      ],
    ],
    [
      'a quote closed by the next row',
      'a,b\n1,"x\n2,"y"\n3,z\n',
      [[2, 1]],
      [
        ['a', 'b'],
        ['2', 'y'],
        ['3', 'z'],
      ],
    ],
    [
      'text after a closing quote',
      'a,b\n"1"x,2\n3,4\n',
      [[2, 0]],
      [
        ['a', 'b'],
        ['3', '4'],
      ],
    ],
    [
      'a quote inside a bare cell',
      'a,b\n1,5" disk\n3,4\n',
      [[2, 1]],
      [
        ['a', 'b'],
        ['3', '4'],
      ],
    ],
    [
      'several of them',
      'a,b\n1,"x\n2,"y\n3,z\n4,"ok"\n',
      [
        [2, 1],
        [3, 1],
      ],
      [
        ['a', 'b'],
        ['3', 'z'],
        ['4', 'ok'],
      ],
    ],
  ])('gives up only the row with %s', async (_, text, expectedFaults, expectedCells) => {
    for (const size of [1, 7, 1024]) {
      const rows = await read(text, size);

      expect(faults(rows)).toEqual(expectedFaults);
      expect(cells(rows)).toEqual(expectedCells);
    }
  });

  it('refuses a row that is not UTF-8 alone and names the cell', async () => {
    const rows = await read(Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xe9]), Buffer.from('\n2,é\n')]));

    expect(faults(rows)).toEqual([[2, 1]]);
    expect(cells(rows)).toEqual([
      ['a', 'b'],
      ['2', 'é'],
    ]);
  });

  it.each([
    ['with a byte order mark', Buffer.from('\uFEFFa,b\n', 'utf16le')],
    ['without one', Buffer.from('a,b\n', 'utf16le')],
    ['big-endian', Buffer.from('\uFEFFa,b\n', 'utf16le').swap16()],
    ['big-endian without one', Buffer.from('a,b\n', 'utf16le').swap16()],
  ])('reads a file in UTF-16 %s, also from its middle', async (_, head) => {
    const swapped = head[0] === 0xfe || head[0] === 0;
    const rest = Buffer.from('1,"x\n2,né\n3,太郎\n', 'utf16le');
    const bytes = Buffer.concat([head, swapped ? rest.swap16() : rest]);

    for (const size of [1, 2, 7, 1024]) {
      expect(cells(await read(bytes, size))).toEqual([
        ['a', 'b'],
        ['2', 'né'],
        ['3', '太郎'],
      ]);
    }
  });

  it.each([
    ['semicolons', 'a;b\r\n1;x, y\r\n'],
    ['tabs', 'a\tb\r\n1\tx, y\r\n'],
    ['a line that says so', 'sep=;\r\na;b\r\n1;x, y\r\n'],
    ['a byte order mark and a line that says so', '\uFEFFsep=;\na;b\n1;"x, y"\n'],
    ['a header in quotes', '"a;";b\n1;x, y\n'],
  ])('reads cells parted as spreadsheets part them: %s', async (_, text) => {
    for (const size of [1, 7, 1024]) {
      const [header, row] = cells(await read(text, size));
      expect([header?.map((name) => name.replace(';', '')), row]).toEqual([
        ['a', 'b'],
        ['1', 'x, y'],
      ]);
    }
  });

  it('hands on a cell that is not UTF-8 in letters that can be read', async () => {
    const rows = await read(Buffer.from('ref,name\r\nC1,J\xf6rg Wei\xdf\r\n', 'latin1'));

    expect(rows[1]).toMatchObject({ cells: ['C1', 'Jörg Weiß'], fault: { cell: 1 } });
  });

  it.each([
    ['bare', 'x'.repeat(3 * LONGEST_ROW_BYTES)],
    ['quoted, with line breaks', `"${'line\nof text, "" '.repeat(LONGEST_ROW_BYTES / 5)}"`],
    ['only just too long', 'x'.repeat(LONGEST_ROW_BYTES + 1)],
  ])('refuses a giant cell (%s) and goes on behind it', async (_, giant) => {
    const rows = await read(`a,b\n1,${giant}\n2,y\n`);

    expect(faults(rows)).toEqual([[2, 1]]);
    expect(cells(rows)).toEqual([
      ['a', 'b'],
      ['2', 'y'],
    ]);
    expect(rows[1]?.text?.length).toBeLessThanOrEqual(10_000);
  });

  it('names the cell with which a row became too long', async () => {
    const long = 'x'.repeat(1_200_000);

    for (const cell of [long, `"${long}"`]) {
      for (const size of [undefined, 65_536]) {
        const rows = await read(`a,b,c,d\n1,${cell},,\n2,,,${cell}\n`, size);

        expect(faults(rows)).toEqual([
          [2, 1],
          [3, 3],
        ]);
      }
    }
  });

  it('starts again behind a quote that stays open for longer than a row may be', async () => {
    const others = Array.from({ length: 200_000 }, (_, i) => `${i},some text`);

    const rows = await read(`a,b\n1,"x\n${others.join('\n')}\n`);

    expect(faults(rows)).toEqual([[2, 1]]);
    expect(cells(rows)).toHaveLength(others.length + 1);
    expect(rows.at(-1)?.number).toBe(others.length + 2);
  });

  it('never throws on any bytes but those of UTF-16, and gives the same rows however the stream is cut', async () => {
    const byte = fc.constantFrom(...Buffer.from('a",\r\n'), 0xc3, 0xa9, 0xff);
    await fc.assert(
      fc.asyncProperty(fc.array(byte, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), async (bytes, size) => {
        const whole = Buffer.concat([Buffer.from('id\n'), Buffer.from(bytes)]);
        expect(await read(whole, size)).toEqual(await read(whole));
      }),
      { numRuns: 1500 },
    );
  });

  it('reads back whatever a CSV writer wrote', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', ';', ' '), maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }),
        fc.integer({ min: 1, max: 50 }),
        async (rows, size) => {
          expect(cells(await read(stringify(rows), size))).toEqual(rows);
        },
      ),
    );
  });
});
