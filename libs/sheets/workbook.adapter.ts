import { once } from 'node:events';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { DomainError } from '@app/platform/errors/domain-error.js';
import type { Cell, SheetErrorCode, SheetLook } from './sheets.types.js';

/** The largest sheet takes some three seconds. */
const LONGEST_MS = 60_000;
const MOST_MEMORY_MB = 512;

/**
 * A workbook, made in a thread of its own: packing the largest takes seconds, in which nobody else would be served. The
 * thread lives as long as its one workbook takes.
 */
export async function workbook(look: SheetLook, someRows: Iterable<Cell[][]>, longestMs = LONGEST_MS): Promise<Buffer> {
  const thread = new Worker(new URL('./sheet-thread.js', import.meta.url), {
    workerData: look,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  const tooLong = AbortSignal.timeout(longestMs);
  try {
    const made = once(thread, 'message', { signal: tooLong });
    made.catch(() => undefined);
    for (const rows of someRows) {
      thread.postMessage(rows);
      await othersFirst();
    }
    thread.postMessage(null);
    const [bytes] = (await made) as [Uint8Array<ArrayBuffer>];
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    if (!tooLong.aborted) throw error;
    throw new DomainError<SheetErrorCode>(
      'sheet_too_slow',
      'The sheet could not be prepared in time. Try again in a few seconds, or narrow the list.',
      { retryAfter: 5 },
    );
  } finally {
    await thread.terminate();
  }
}
