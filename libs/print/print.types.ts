import type { HealthReport, Recipient } from '@app/reports/reports.types.js';

export type PrintErrorCode = 'printer_busy';

/** What the printing thread is given, one at a time; it answers each with the bytes of a PDF. */
export interface PrintOrder {
  recipient: Recipient;
  health: HealthReport;
}
