import type { Transaction } from '../database/database.js';

/** `error`: its class and code, and nothing that it says. */
export async function insertFailure(db: Transaction, loop: string, firmId: string, error: string): Promise<void> {
  await db.query(
    `insert into firm_failure as f (firm_id, loop, error) values ($1, $2, $3)
     on conflict (firm_id, loop) do update set error = excluded.error, times = f.times + 1, last_at = now()`,
    [firmId, loop, error],
  );
}

export async function deleteFailures(db: Transaction, loop: string, firmIds: readonly string[]): Promise<void> {
  await db.query('delete from firm_failure where loop = $1 and firm_id = any($2)', [loop, firmIds]);
}
