import { setImmediate } from 'node:timers/promises';
import { DomainError } from '@app/platform/errors/domain-error.js';
import type { ReportErrorCode } from './reports.types.js';

const MOST_WAITING = 10;

/**
 * Setting a page takes a third of a second in which nobody else is served. So pages are set one after the other, others
 * get their turn in between, and who comes when many wait already is asked to come back.
 */
export class PrintQueue {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly most = MOST_WAITING) {}

  async print<T>(page: () => Promise<T>): Promise<T> {
    if (this.waiting >= this.most) {
      throw new DomainError<ReportErrorCode>(
        'printer_busy',
        'Many reports are being prepared right now. Try again in a few seconds.',
        { retryAfter: 5 },
      );
    }
    this.waiting += 1;
    const turn = this.last.then(() => setImmediate()).then(page);
    this.last = turn.catch(() => undefined);
    return turn.finally(() => (this.waiting -= 1));
  }
}
