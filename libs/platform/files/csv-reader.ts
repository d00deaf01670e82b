import { isAscii, isUtf8 } from 'node:buffer';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { asWindows, type CsvForm, type Dialect, dialectOf, inUtf8, Utf16File } from './csv-dialect.js';

/** A row longer than this is refused, and its bytes are let go while they stream by. */
export const LONGEST_ROW_BYTES = 1024 * 1024;
/** How much of a row that could not be split into cells is kept for the person who mends it. */
const KEPT_TEXT_BYTES = 10_000;

/** Whoever else runs in this process waits for no more than the rows of so many bytes. */
const BYTES_AT_ONCE = 128 * 1024;

export const NOT_UTF8 = 'is not encoded in UTF-8';

const QUOTE = 0x22;
const COMMA = 0x2c;
const LF = 0x0a;
const CR = 0x0d;

export interface CsvFault {
  /** index of the cell, when one can be named */
  readonly cell: number | null;
  readonly sentence: string;
}

export interface CsvRow {
  /** as a spreadsheet counts: the header is row 1, blank rows count, a cell with line breaks is in one row */
  readonly number: number;
  /** of a row that could not be split, those before the fault as far as they are plain */
  readonly cells: readonly string[];
  readonly fault: CsvFault | null;
  /** the beginning of a row that could not be split */
  readonly text: string | null;
}

/**
 * Reads RFC 4180 as spreadsheets write it, in UTF-8 or UTF-16, a batch of rows per piece of the stream, in memory that does not grow with the file or with
 * any cell. A row that cannot be read is handed on with its fault and reading goes on: where a quote is never closed,
 * only the line it opens in is given up, and reading starts again at the next line (`open` is then asked for the
 * stream from that byte on). How the file is written is told before its first rows.
 */
export async function* readCsv(
  open: (firstByte: number) => Readable,
  tell: (form: CsvForm) => void = () => undefined,
): AsyncGenerator<CsvRow[]> {
  try {
    yield* readUtf8(open, tell);
  } catch (error) {
    if (!(error instanceof Utf16File)) throw error;
    const { encoding, mark } = error;
    yield* readUtf8(
      (firstByte) => Readable.from(inUtf8(open(0), encoding, firstByte)),
      (form) => tell({ ...form, encoding, mark }),
    );
  }
}

async function* readUtf8(
  open: (firstByte: number) => Readable,
  tell: (form: CsvForm) => void,
): AsyncGenerator<CsvRow[]> {
  const splitter = new RowSplitter(tell);
  let from: number | null = 0;
  while (from !== null) {
    const stream = open(from);
    from = null;
    try {
      for await (const piece of inSlices(stream)) {
        const rows = splitter.push(piece);
        if (rows.length > 0) yield rows;
        if (splitter.resumeAt !== null) break;
        await othersFirst();
      }
    } finally {
      stream.destroy();
    }
    if (splitter.resumeAt === null) {
      const rows = splitter.end();
      if (rows.length > 0) yield rows;
    }
    from = splitter.takeResumeAt();
  }
}

async function* inSlices(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of stream) {
    for (let at = 0; at < piece.length; at += BYTES_AT_ONCE) yield piece.subarray(at, at + BYTES_AT_ONCE);
  }
}

/** What has been seen of a row that is too long to keep. */
interface LongRow {
  inQuotes: boolean;
  /** the last byte was a quote inside quotes: it closes the cell unless another follows */
  afterQuote: boolean;
  cellStart: boolean;
  cell: number;
  /** the cell with which it became too long */
  tooLongAt: number;
  readonly start: number;
  /** absolute position after the row's first line, once seen */
  nextLine: number | null;
  readonly text: string;
}

type Fault = 'broken quote' | 'stray quote';

class RowSplitter {
  /** Absolute byte to continue reading at, when the bytes are no longer at hand. */
  resumeAt: number | null = null;
  private buffer: Buffer = Buffer.alloc(0);
  private position = 0;
  /** absolute position of the buffer's first byte */
  private base = 0;
  private rows = 0;
  private dialect: Dialect | null = null;
  private separator = COMMA;
  private long: LongRow | null = null;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly escaped: boolean[] = [];
  private cells = 0;
  private next = 0;
  private atEnd = false;

  constructor(private readonly tell: (form: CsvForm) => void) {}

  push(piece: Buffer): CsvRow[] {
    const rest = this.buffer.subarray(this.position);
    this.base += this.position;
    this.buffer = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    this.position = 0;
    if (!this.dialect && !this.begin()) return [];
    return this.split();
  }

  end(): CsvRow[] {
    this.atEnd = true;
    if (!this.dialect) this.begin();
    return this.split();
  }

  takeResumeAt(): number | null {
    const at = this.resumeAt;
    if (at === null) return null;
    this.resumeAt = null;
    this.atEnd = false;
    this.base = at;
    this.buffer = Buffer.alloc(0);
    this.position = 0;
    return at;
  }

  /** False while the first line is not here. */
  private begin(): boolean {
    const dialect = dialectOf(this.buffer, this.atEnd);
    if (!dialect) return false;
    this.separator = dialect.separator.charCodeAt(0);
    this.position = dialect.from;
    this.dialect = dialect;
    return true;
  }

  private split(): CsvRow[] {
    const rows: CsvRow[] = [];
    if (this.long && !this.passLongRow(this.long, rows)) return rows;
    while (this.position < this.buffer.length) {
      const outcome = this.scan();
      if (outcome === 'more') {
        if (this.buffer.length - this.position <= LONGEST_ROW_BYTES) break;
        this.long = this.longRow();
        if (!this.passLongRow(this.long, rows)) break;
        continue;
      }
      this.rows += 1;
      if (this.rows === 1) this.tellForm();
      if (outcome !== 'row') rows.push(this.giveUpLine(outcome));
      else if (this.next - this.position > LONGEST_ROW_BYTES)
        rows.push(this.tooLong(this.longestCell(), this.textAt()));
      else if (!this.isBlank()) rows.push(this.decode());
      this.position = this.next;
    }
    return rows;
  }

  /** Finds the cells of the row at `position`; `next` is then where reading goes on. */
  private scan(): 'row' | 'more' | Fault {
    const { buffer: bytes, separator } = this;
    const length = bytes.length;
    let at = this.position;
    this.cells = 0;
    for (;;) {
      let start = at;
      let end: number;
      let escaped = false;
      if (bytes[at] === QUOTE) {
        start = at + 1;
        end = start;
        for (;;) {
          end = bytes.indexOf(QUOTE, end);
          if (end === -1) return this.atEnd ? this.fault('broken quote') : 'more';
          if (bytes[end + 1] !== QUOTE) break;
          escaped = true;
          end += 2;
        }
        at = end + 1;
        const after = bytes[at];
        if (at < length && after !== separator && after !== LF && after !== CR) return this.fault('broken quote');
      } else {
        let byte = bytes[at];
        while (at < length && byte !== separator && byte !== LF && byte !== CR) {
          if (byte === QUOTE) return this.fault('stray quote');
          at += 1;
          byte = bytes[at];
        }
        end = at;
      }
      const isLast = at + 1 >= length;
      if (isLast && !this.atEnd && bytes[at] !== LF) return 'more';
      this.starts[this.cells] = start;
      this.ends[this.cells] = end;
      this.escaped[this.cells] = escaped;
      this.cells += 1;
      if (bytes[at] === separator) {
        at += 1;
        continue;
      }
      this.next = Math.min(length, bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at + 1);
      return 'row';
    }
  }

  /** Only the line in which the row begins is given up, once all of it is there. */
  private fault(fault: Fault): 'more' | Fault {
    const { buffer, position } = this;
    const lf = buffer.indexOf(LF, position);
    const cr = buffer.subarray(position, lf === -1 ? buffer.length : lf).indexOf(CR) + position;
    const hasCr = cr >= position && cr !== lf - 1;
    if (hasCr && (cr + 1 < buffer.length || this.atEnd)) this.next = cr + 1;
    else if (lf !== -1) this.next = lf + 1;
    else if (this.atEnd) this.next = buffer.length;
    else return 'more';
    return fault;
  }

  private tellForm(): void {
    if (!this.dialect) return;
    const { mark, says, separator } = this.dialect;
    const [last, before] = [this.buffer[this.next - 1], this.buffer[this.next - 2]];
    const lineEnd = last === CR ? '\r' : last === LF && before === CR ? '\r\n' : '\n';
    this.tell({ encoding: 'utf-8', mark, says, separator, lineEnd });
  }

  private isBlank(): boolean {
    return this.cells === 1 && this.starts[0] === this.ends[0] && this.starts[0] === this.position;
  }

  private decode(): CsvRow {
    const bytes = this.buffer;
    const first = this.starts[0] ?? 0;
    const row = bytes.subarray(first, this.ends[this.cells - 1]);
    const cells = new Array<string>(this.cells);
    if (isAscii(row)) {
      const text = row.toString('latin1');
      for (let i = 0; i < this.cells; i += 1)
        cells[i] = this.unescape(i, text.slice(this.starts[i]! - first, this.ends[i]! - first));
      return { number: this.rows, cells, fault: null, text: null };
    }
    let fault: CsvFault | null = null;
    const valid = isUtf8(row);
    for (let i = 0; i < this.cells; i += 1) {
      const cell = bytes.subarray(this.starts[i], this.ends[i]);
      const isReadable = valid || isUtf8(cell);
      cells[i] = this.unescape(i, isReadable ? cell.toString('utf8') : asWindows(cell));
      if (!isReadable) fault ??= { cell: i, sentence: NOT_UTF8 };
    }
    return { number: this.rows, cells, fault, text: null };
  }

  private unescape(cell: number, text: string): string {
    return this.escaped[cell] ? text.replaceAll('""', '"') : text;
  }

  private giveUpLine(fault: Fault): CsvRow {
    const sentence =
      fault === 'stray quote'
        ? 'has a quote inside a cell that does not begin with one; put the cell in quotes and write the quote inside twice'
        : 'begins with a quote that is not closed before the next comma; close it, and write a quote inside the cell twice';
    return this.broken(this.cells, sentence, firstLine(this.textAt()));
  }

  private tooLong(cell: number, text: string): CsvRow {
    const sentence = `makes the row longer than ${LONGEST_ROW_BYTES / 1024 / 1024} MB, the most a row may have`;
    return this.broken(cell, sentence, text);
  }

  private broken(cell: number, sentence: string, text: string): CsvRow {
    const before = text.split(String.fromCharCode(this.separator), cell);
    const cells = before.some((one) => one.includes('"')) ? [] : before;
    return { number: this.rows, cells, fault: { cell, sentence }, text };
  }

  private longestCell(): number {
    const lengths = this.ends.slice(0, this.cells).map((end, i) => end - this.starts[i]!);
    return lengths.indexOf(Math.max(...lengths));
  }

  private textAt(): string {
    return beginningOf(this.buffer.subarray(this.position, this.next));
  }

  private longRow(): LongRow {
    return {
      ...{ inQuotes: false, afterQuote: false, cellStart: true, cell: 0, tooLongAt: 0, nextLine: null },
      start: this.base + this.position,
      text: beginningOf(this.buffer.subarray(this.position)),
    };
  }

  /** Lets a long row stream by; true when it has ended and the next row stands at `position`. */
  private passLongRow(row: LongRow, rows: CsvRow[]): boolean {
    const bytes = this.buffer;
    let at = this.position;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (this.base + at - row.start <= LONGEST_ROW_BYTES) row.tooLongAt = row.cell;
      if (byte === LF && row.nextLine === null) row.nextLine = this.base + at + 1;
      if (row.inQuotes && !row.afterQuote) {
        if (byte === QUOTE) row.afterQuote = true;
      } else if (row.afterQuote && byte === QUOTE) {
        row.afterQuote = false;
      } else if (byte === this.separator || byte === LF) {
        row.inQuotes = false;
        row.afterQuote = false;
        if (byte === LF) break;
        row.cell += 1;
        row.cellStart = true;
        continue;
      } else if (row.afterQuote && byte !== CR) {
        return this.reopenAfter(row, rows);
      } else if (byte === QUOTE && row.cellStart) {
        row.inQuotes = true;
      }
      row.cellStart = false;
    }
    this.position = Math.min(at + 1, bytes.length);
    if (at === bytes.length && !this.atEnd) return false;
    if (at === bytes.length && row.inQuotes && !row.afterQuote) return this.reopenAfter(row, rows);
    this.rows += 1;
    this.long = null;
    rows.push(this.tooLong(row.tooLongAt, row.text));
    return true;
  }

  private reopenAfter(row: LongRow, rows: CsvRow[]): false {
    this.rows += 1;
    this.long = null;
    this.position = this.buffer.length;
    this.resumeAt = row.nextLine;
    const sentence = 'begins with a quote that is never closed; close it, and write a quote inside the cell twice';
    rows.push(this.broken(row.cell, sentence, firstLine(row.text)));
    return false;
  }
}

/** As much as is kept of a row, in letters that can be read; the last of them is whole. */
function beginningOf(row: Buffer): string {
  let end = Math.min(row.length, KEPT_TEXT_BYTES);
  while (end > 0 && ((row[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  const bytes = row.subarray(0, end);
  return isUtf8(bytes) ? bytes.toString('utf8') : asWindows(bytes);
}

const firstLine = (text: string): string => text.split(/[\r\n]/, 1)[0] ?? '';
