import { DomainError } from '@app/platform/errors/domain-error.js';
import type { PrintErrorCode } from './print.types.js';

const MOST_WAITING = 10;

/** Pages are set one after the other; who comes when many wait already is asked to come back. */
export class PrintQueue {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly most = MOST_WAITING) {}

  async print<T>(page: () => Promise<T>): Promise<T> {
    if (this.waiting >= this.most) {
      throw new DomainError<PrintErrorCode>(
        'printer_busy',
        'Many reports are being prepared right now. Try again in a few seconds.',
        { retryAfter: 5 },
      );
    }
    this.waiting += 1;
    const turn = this.last.then(page);
    this.last = turn.catch(() => undefined);
    return turn.finally(() => (this.waiting -= 1));
  }
}
