import { Logger } from '@nestjs/common';
import type { Transaction } from '../database/database.js';
import { isServerAway } from '../database/outage.js';
import { describe } from '../logging/describe.js';
import { deleteFailures, insertFailure } from './firm-failures.js';

/** Work that is done for every firm. */
export type FirmLoop = 'deliveries' | 'imports' | 'invitations' | 'planning' | 'monday_mails' | 'retention' | 'sweep';

const logger = new Logger('Firms');

/**
 * Does the work for one firm after the other. A firm that fails is passed over: the log says so, and so does the command
 * doctor until the work succeeds again, unless whoever asked is told at once and the loop has no name. What is no firm's
 * fault, such as a database that is away, ends it. Returns what went wrong, by firm.
 */
export async function firmByFirm(
  db: Transaction,
  loop: FirmLoop | null,
  firmIds: Iterable<string>,
  work: (firmId: string) => Promise<unknown>,
): Promise<Map<string, unknown>> {
  const failures = new Map<string, unknown>();
  const firms = new Set(firmIds);
  for (const firmId of firms) {
    try {
      await work(firmId);
    } catch (error) {
      if (isServerAway(error)) throw error;
      failures.set(firmId, error);
      if (loop) await passedOver(db, loop, firmId, error);
    }
  }
  const well = [...firms].filter((firmId) => !failures.has(firmId));
  if (loop) await succeeded(db, loop, well);
  return failures;
}

/** For loops that come by firms in another way. */
export async function passedOver(db: Transaction, loop: FirmLoop, firmId: string, error: unknown): Promise<void> {
  const { error: kind, code } = describe(error);
  logger.error({ msg: `the firm ${firmId} was passed over by: ${loop}`, firmId, loop, ...describe(error) });
  try {
    await insertFailure(db, loop, firmId, [kind, code].filter(Boolean).join(' '));
  } catch (again) {
    logger.error({ msg: 'that could not be written down', ...describe(again) });
  }
}

export async function succeeded(db: Transaction, loop: FirmLoop, firmIds: Iterable<string>): Promise<void> {
  const firms = [...firmIds];
  if (firms.length > 0) await deleteFailures(db, loop, firms);
}
