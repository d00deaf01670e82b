/** What spreadsheets put between cells, and the line with which some of them say so. */
const SEPARATORS = [',', ';', '\t', '|'];
const SAYS_SEPARATOR = /^"?sep=([,;\t|])"?$/i;
/** The first line is looked at no further. */
const LONGEST_LOOK = 64 * 1024;

const LF = 0x0a;
const CR = 0x0d;

/** How a file of rows is written: what has to be known to write more of it. */
export interface CsvForm {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** begins with a byte order mark */
  readonly mark: boolean;
  /** the first line, where that only names the separator */
  readonly says: string;
  readonly separator: string;
  readonly lineEnd: string;
}

export interface Dialect extends Pick<CsvForm, 'mark' | 'says' | 'separator'> {
  /** where the header begins */
  readonly from: number;
}

/** Read as UTF-16, which spreadsheets call Unicode text. */
export class Utf16File extends Error {
  constructor(
    readonly encoding: 'utf-16le' | 'utf-16be',
    readonly mark: boolean,
  ) {
    super(encoding);
  }
}

/** How a file is written, from its first line; null while not enough of that is here. Throws `Utf16File`. */
export function dialectOf(bytes: Buffer, atEnd: boolean): Dialect | null {
  if (bytes.length < 4 && !atEnd) return null;
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) throw new Utf16File('utf-16le', true);
  if (a === 0xfe && b === 0xff) throw new Utf16File('utf-16be', true);
  if (b === 0 && d === 0 && a !== 0) throw new Utf16File('utf-16le', false);
  if (a === 0 && b !== 0 && b !== undefined) throw new Utf16File('utf-16be', false);
  const start = a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
  const looked = bytes.subarray(start, start + LONGEST_LOOK);
  const end = looked.findIndex((byte) => byte === LF || byte === CR);
  const isWhole = end !== -1 && (looked[end] === LF || end + 1 < looked.length);
  if (!isWhole && !atEnd && looked.length < LONGEST_LOOK) return null;
  const line = looked.toString('latin1', 0, end === -1 ? looked.length : end);
  const said = SAYS_SEPARATOR.exec(line)?.[1];
  const mark = start > 0;
  if (!said) return { separator: separatorIn(line), says: '', mark, from: start };
  const after = end === -1 ? looked.length : looked[end] === CR && looked[end + 1] === LF ? end + 2 : end + 1;
  return { separator: said, says: looked.toString('latin1', 0, after), mark, from: start + after };
}

/** A comma, unless the header has none outside quotes and is parted by something else. */
function separatorIn(line: string): string {
  const bare = line.replaceAll(/"(?:[^"]|"")*(?:"|$)/g, '');
  if (bare.includes(',')) return ',';
  const counts = SEPARATORS.map((separator) => bare.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** The bytes of a file in UTF-16 as those of the same file in UTF-8, from one of them on. */
export async function* inUtf8(
  pieces: AsyncIterable<Buffer>,
  encoding: Utf16File['encoding'],
  firstByte: number,
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  let left = firstByte;
  const rest = (text: string): Buffer => {
    const bytes = Buffer.from(text, 'utf8');
    const passed = Math.min(left, bytes.length);
    left -= passed;
    return bytes.subarray(passed);
  };
  for await (const piece of pieces) yield rest(decoder.decode(piece, { stream: true }));
  yield rest(decoder.decode());
}

const windows = new TextDecoder('windows-1252');

/** What is no UTF-8 is nearly always what Windows writes in the west: readable for whoever mends it. */
export const asWindows = (bytes: Buffer): string => windows.decode(bytes);
