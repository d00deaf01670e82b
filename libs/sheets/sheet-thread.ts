import { parentPort, workerData } from 'node:worker_threads';
import type { Cell, SheetLook } from './sheets.types.js';
import { xlsxFile } from './xlsx-file.js';

const rows: Cell[][] = [];

// Rows come a few at a time, then nothing: that was all. What fails here ends the thread, and whoever asked is told.
parentPort?.on('message', (some: Cell[][] | null) => {
  if (some) rows.push(...some);
  else void xlsxFile(workerData as SheetLook, rows).then((bytes) => parentPort?.postMessage(bytes));
});
