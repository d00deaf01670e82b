import { DomainError } from '../errors/domain-error.js';
import type { OnceErrorCode } from './once.js';

export interface RefusedAlone {
  /** which of them, counted from 0 */
  at: number;
  code: string;
  detail: string;
}

export interface Alone<Done> {
  items: Done[];
  refused: RefusedAlone[];
}

/**
 * Several changes of one request: each is refused alone, before anything of it is written, and stops no other. Whose
 * request was taken over changes nothing at all, so that ends them all.
 */
export async function eachAlone<Change, Done>(
  changes: Iterable<readonly [number, Change]>,
  work: (change: Change, at: number) => Promise<Done>,
): Promise<Alone<Done>> {
  const done: Alone<Done> = { items: [], refused: [] };
  for (const [at, change] of changes) {
    try {
      done.items.push(await work(change, at));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === ('idempotency_key_in_use' satisfies OnceErrorCode))
        throw error;
      done.refused.push({ at, code: error.code, detail: error.message });
    }
  }
  return done;
}
