import type { Transaction } from '../database/database.js';
import { newId } from '../database/id.js';

/** Announces a fact in the transaction that made it true. The relay hands it on after the commit. */
export async function announce(tx: Transaction, firmId: string, fact: string, subjectId: string): Promise<void> {
  await tx.query('insert into outbox (firm_id, id, fact, subject_id) values ($1, $2, $3, $4)', [
    firmId,
    newId(),
    fact,
    subjectId,
  ]);
}
