import { parentPort } from 'node:worker_threads';
import { healthPdf } from './health-pdf-file.js';
import type { PrintOrder } from './print.types.js';

// What fails here ends the thread, and whoever asked is told why.
parentPort?.on('message', ({ recipient, health }: PrintOrder) => {
  void healthPdf(recipient, health).then((pdf) => parentPort?.postMessage(pdf));
});
