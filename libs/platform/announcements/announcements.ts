import type { Transaction } from '../database/database.js';
import { newId } from '../database/id.js';
import { prepared } from '../database/prepared.js';
import { announced } from './announcements.sql.js';

/** Announces a fact in the transaction that made it true. The relay hands it on after the commit. */
export async function announce(tx: Transaction, firmId: string, fact: string, subjectId: string): Promise<void> {
  const insert = announced({ firm: '$1', id: '$2', fact: '$3', subject: '$4' });
  await prepared(tx, 'outbox_insert', insert, [firmId, newId(), fact, subjectId]);
}

export interface AnnouncedFact {
  readonly firmId: string;
  readonly id: string;
  readonly fact: string;
  readonly subjectId: string;
}

/** Facts nobody has been told of yet, oldest first; another relay working at the same moment gets others. */
export async function takeWaiting(tx: Transaction, limit: number): Promise<AnnouncedFact[]> {
  return tx.query(
    `select firm_id as "firmId", id, fact, subject_id as "subjectId" from outbox
     where relayed_at is null order by created_at limit $1 for update skip locked`,
    [limit],
  );
}

export async function markRelayed(tx: Transaction, facts: readonly AnnouncedFact[]): Promise<void> {
  await tx.query(
    `update outbox o set relayed_at = now() from unnest($1::uuid[], $2::uuid[]) as told (firm_id, id)
     where o.firm_id = told.firm_id and o.id = told.id`,
    [facts.map(({ firmId }) => firmId), facts.map(({ id }) => id)],
  );
}

/** A month after everybody was told, the outbox forgets; what happened stands in the audit and in the rows themselves. */
export async function forgetRelayed(tx: Transaction, limit: number): Promise<void> {
  await tx.query(
    `delete from outbox where (firm_id, id) in (
       select firm_id, id from outbox where relayed_at < now() - interval '30 days' limit $1 for update skip locked)`,
    [limit],
  );
}
