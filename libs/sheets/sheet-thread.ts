import { parentPort, workerData } from 'node:worker_threads';
import writeXlsxFile from 'write-excel-file/node';
import type { Cell as XlsxCell, Row, SheetData } from 'write-excel-file/node';
import { dayOf, localDate } from '@app/platform/time/local-date.js';
import type { Cell, CellKind, SheetLook } from './sheets.types.js';

/** Spreadsheets count days from 30 December 1899. */
const DAYS_BEFORE_1970 = 25_569;
/** The most that a cell of a workbook holds. */
const LONGEST_TEXT = 32_767;
const WIDTH: Record<CellKind, number> = { text: 26, number: 10, day: 13 };

const rows: Cell[][] = [];

// Rows come a few at a time, then nothing: that was all. What fails here ends the thread, and whoever asked is told.
parentPort?.on('message', (some: Cell[][] | null) => {
  if (some) rows.push(...some);
  else void xlsxFile(workerData as SheetLook, rows).then((bytes) => parentPort?.postMessage(bytes));
});

/** One sheet with its head in sight, texts as texts, numbers as numbers, and days as days. */
function xlsxFile({ title, heads }: SheetLook, rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const head: Row = heads.map((one) => ({ type: String, value: one.head, fontWeight: 'bold' }));
  const data: SheetData = [
    head,
    ...rows.map((cells) => cells.map((cell, i) => xlsxCell(cell, heads[i]?.kind ?? 'text'))),
  ];
  const columns = heads.map(({ kind }) => ({ width: WIDTH[kind] }));
  return writeXlsxFile(data, { sheet: title, columns, stickyRowsCount: 1 }).toBuffer();
}

function xlsxCell(cell: Cell, kind: CellKind): XlsxCell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { type: Number, value: cell };
  if (kind !== 'day') return { type: String, value: cell.slice(0, LONGEST_TEXT) };
  return { type: Number, value: dayOf(localDate(cell)) + DAYS_BEFORE_1970, format: 'yyyy-mm-dd' };
}
