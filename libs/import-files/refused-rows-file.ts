import fs from 'node:fs';
import { csvLines } from '@app/platform/files/csv-writer.js';
import { FILES } from './import-rows.rules.js';
import type { ImportFileName, Refusal } from './import-files.types.js';

/**
 * Refused rows as CSV: file, row, column and sentence, then the row's own cells under the names of their columns, so
 * that the rows of one file, once mended, can be sent again as they stand (columns that mean nothing are ignored).
 */
export function refusedRowsCsv(files: readonly ImportFileName[]): {
  header: string;
  lines: (refusals: readonly Refusal[]) => string;
} {
  const columns = [...new Set(files.flatMap((name) => FILES[name].columns.map((column) => column.name)))];
  const own = columns.filter((column) => !LEADING.includes(column));
  return {
    header: csvLines([[...LEADING, 'row_text', ...own]]),
    lines: (refusals) =>
      csvLines(
        refusals.map(({ file, row, column, sentence, text, cells }) => [
          ...[file, row, column, sentence, text],
          ...own.map((name) => cells[name] ?? ''),
        ]),
      ),
  };
}

const LEADING = ['file', 'row', 'column', 'sentence'];

/** The result file of one import. It is made with the first refusal; one that an earlier import left is removed. */
export class RefusedRowsFile {
  private readonly csv: ReturnType<typeof refusedRowsCsv>;
  private file: fs.promises.FileHandle | null = null;

  constructor(
    private readonly path: string,
    files: readonly ImportFileName[],
  ) {
    this.csv = refusedRowsCsv(files);
  }

  async write(refusals: readonly Refusal[]): Promise<void> {
    if (refusals.length === 0) return;
    if (!this.file) {
      this.file = await fs.promises.open(this.path, 'w', 0o600);
      await this.file.write(this.csv.header);
    }
    await this.file.write(this.csv.lines(refusals));
  }

  /** Where the refused rows are; null when there were none. */
  async close(): Promise<string | null> {
    if (!this.file) await fs.promises.rm(this.path, { force: true });
    await this.file?.close();
    return this.file ? this.path : null;
  }
}
