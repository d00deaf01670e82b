import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DomainError } from '@app/platform/errors/domain-error.js';
import type { PrintErrorCode, PrintOrder } from './print.types.js';

/** The usual report takes a second; five hundred searches with all their reasons, some ten. */
const LONGEST_MS = 60_000;
const MOST_MEMORY_MB = 512;
/** Its fonts are some 60 MB: kept while people print, given back afterwards. */
const KEPT_MS = 30_000;
const MOST_WAITING = 10;

/**
 * Sets pages in a thread of its own: setting one takes half a second and more, in which nobody else would be served. The
 * thread starts with the first page and ends when none came for a while; one that fails or takes too long is replaced.
 */
export class Printer {
  private thread: Worker | null = null;
  private idle: NodeJS.Timeout | undefined;
  private readonly closing = new AbortController();

  constructor(private readonly longestMs = LONGEST_MS) {}

  /** One page at a time. */
  async print(order: PrintOrder): Promise<Buffer> {
    clearTimeout(this.idle);
    const thread = (this.thread ??= this.started());
    const tooLong = AbortSignal.timeout(this.longestMs);
    try {
      thread.postMessage(order);
      const [pdf] = (await once(thread, 'message', {
        signal: AbortSignal.any([tooLong, this.closing.signal]),
      })) as [Uint8Array<ArrayBuffer>];
      this.idle = setTimeout(() => void this.end(), KEPT_MS).unref();
      return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
    } catch (error) {
      await this.end();
      if (!tooLong.aborted) throw error;
      throw new DomainError<PrintErrorCode>(
        'printer_busy',
        'The report could not be prepared in time. Try again in a few seconds.',
        { retryAfter: 5 },
      );
    }
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.end();
  }

  private started(): Worker {
    const thread = new Worker(new URL('./print-thread.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    thread.unref();
    // whoever waits for a page hears of it too; between pages nobody does
    thread.on('error', () => void this.end());
    return thread;
  }

  private async end(): Promise<void> {
    clearTimeout(this.idle);
    const thread = this.thread;
    this.thread = null;
    await thread?.terminate();
  }
}

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
