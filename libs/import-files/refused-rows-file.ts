import fs from 'node:fs';
import path from 'node:path';
import type { CsvRow } from '@app/platform/files/csv-reader.js';
import { csvHead, csvLines, encoded, PLAIN_FORM } from '@app/platform/files/csv-writer.js';
import { columnNamed, FILES, type ImportFile } from './import-rows.rules.js';
import {
  type FileShape,
  IMPORT_FILES,
  type ImportFileName,
  type Refusal,
  refusedRowsOf,
} from './import-files.types.js';

/** What stands in front of a refused row's own cells; the last is the row itself, where it could not be split. */
const REASONS = ['file', 'row', 'column', 'sentence', 'row_text'];

/** How many columns of a file are what an earlier import wrote in front of rows it refused: all of them, or none. */
export const reasonsIn = (header: readonly string[]): number =>
  REASONS.every((name, i) => header[i]?.trim().toLowerCase() === name) ? REASONS.length : 0;

/** A row as it was before reasons were written in front of it. */
export function withoutReasons(row: CsvRow, reasons: number): CsvRow {
  const { fault } = row;
  const cell = fault?.cell == null || fault.cell < reasons ? null : fault.cell - reasons;
  return { ...row, cells: row.cells.slice(reasons), fault: fault && { ...fault, cell } };
}

/** The cells of a row by the names of their columns, and by their places where they have none that means something here. */
export function namedCells(
  file: ImportFile,
  header: readonly string[],
  cells: readonly string[],
): Record<string, string> {
  return Object.fromEntries(cells.map((cell, i) => [keyAt(file, header, i), cell]));
}

function cellsInOrder(file: ImportFile, header: readonly string[], named: Readonly<Record<string, string>>): string[] {
  const places = new Map(header.map((_, i) => [keyAt(file, header, i), i]));
  const cells: string[] = [];
  for (const [key, cell] of Object.entries(named)) cells[places.get(key) ?? Number(key.slice(1))] = cell;
  return Array.from(cells, (cell) => cell ?? '');
}

const keyAt = (file: ImportFile, header: readonly string[], place: number): string =>
  columnNamed(file, header[place] ?? '')?.name ?? `#${place}`;

/** Of a run of before shapes were kept: our own columns. */
const plainShape = (name: ImportFileName): FileShape => ({
  form: PLAIN_FORM,
  header: FILES[name].columns.map((column) => column.name),
});

/**
 * Refused rows of one file as it came: its header, separator, encoding and line ends, every cell as it stands. In front of
 * them why they were refused, which the import passes over when the mended file comes back.
 */
export class RefusedRows {
  private readonly shape: FileShape;

  constructor(
    private readonly file: ImportFileName,
    shape: FileShape | undefined,
  ) {
    this.shape = shape ?? plainShape(file);
  }

  head(): Buffer {
    const { form, header } = this.shape;
    return encoded(csvHead([...REASONS, ...header], form), form);
  }

  lines(refusals: readonly Refusal[]): Buffer {
    const { form, header } = this.shape;
    const rows = refusals.map(({ file, row, column, sentence, text, cells }) => [
      ...[file, row, column, sentence, text],
      ...cellsInOrder(FILES[this.file], header, cells),
    ]);
    return encoded(csvLines(rows, form), form);
  }
}

/**
 * The result files of one import: one where rows of one file were refused, else one for each such file, called after it.
 * They are made with the first refusal; those that an earlier import left are removed.
 */
export class RefusedRowsFiles {
  private readonly written = new Set<ImportFileName>();
  private current: { name: ImportFileName; rows: RefusedRows; file: fs.promises.FileHandle } | null = null;

  constructor(private readonly path: string) {}

  async write(name: ImportFileName, refusals: readonly Refusal[], shape: FileShape | undefined): Promise<void> {
    if (refusals.length === 0) return;
    if (this.current?.name !== name) {
      await this.current?.file.close();
      const rows = new RefusedRows(name, shape);
      this.current = { name, rows, file: await fs.promises.open(this.pathOf(name), 'w', 0o600) };
      this.written.add(name);
      await this.current.file.write(rows.head());
    }
    await this.current.file.write(this.current.rows.lines(refusals));
  }

  /** Where the refused rows are. */
  async close(): Promise<string[]> {
    await this.current?.file.close();
    await fs.promises.rm(this.path, { force: true });
    for (const name of IMPORT_FILES)
      if (!this.written.has(name)) await fs.promises.rm(this.pathOf(name), { force: true });
    const paths = [...this.written].map((name) => this.pathOf(name));
    if (paths.length !== 1) return paths;
    await fs.promises.rename(paths[0]!, this.path);
    return [this.path];
  }

  private pathOf(name: ImportFileName): string {
    const { dir, name: stem } = path.parse(this.path);
    return path.join(dir, stem === 'refused' ? refusedRowsOf(name) : `${stem}-${name}`);
  }
}
