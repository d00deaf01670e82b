import { stringify } from 'csv-stringify/sync';

/**
 * Rows of a CSV file that goes out. A cell that a spreadsheet would take for a formula gets the mark of a text, an
 * apostrophe, in front; the import takes it away again. No other file writes CSV.
 */
export const csvLines = (rows: readonly (readonly unknown[])[]): string =>
  stringify(rows as unknown[][], { escape_formulas: true });
