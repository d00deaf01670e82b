import { stringify } from 'csv-stringify/sync';
import type { CsvForm } from './csv-dialect.js';

/** As it is written where nothing says otherwise. */
export const PLAIN_FORM: CsvForm = { encoding: 'utf-8', mark: false, says: '', separator: ',', lineEnd: '\n' };

/**
 * Rows of a CSV file that goes out. A cell that a spreadsheet would take for a formula gets the mark of a text, an
 * apostrophe, in front; the import takes it away again. No other file writes CSV.
 */
export const csvLines = (rows: readonly (readonly unknown[])[], form = PLAIN_FORM): string =>
  stringify(rows as unknown[][], optionsOf(form));

/** The beginning of a file: what tells how it is written, and its header, which tells the rest by what parts it. */
export const csvHead = (header: readonly string[], form: CsvForm): string =>
  (form.mark ? '\ufeff' : '') + form.says + stringify([header], { ...optionsOf(form), quoted_match: /[,;\t|]/ });

export function encoded(text: string, { encoding }: CsvForm): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

const optionsOf = ({ separator, lineEnd }: CsvForm) => ({
  delimiter: separator,
  record_delimiter: lineEnd,
  quote_record_delimiter: true,
  escape_formulas: true,
});
