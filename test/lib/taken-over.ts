import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

/**
 * The answers to two attempts at one request with a key that locks a search: the first one waits for it until its lease
 * is over, and the second one takes its place.
 */
export async function takenOver<Answer>(
  dataSource: DataSource,
  search: { firmId: string; searchId: string },
  send: () => PromiseLike<Answer>,
): Promise<[Answer, Answer]> {
  const inLine = async (wanted: number): Promise<void> => {
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await dataSource.query<unknown[]>(waiting)).length < wanted) await pause(5);
  };
  const sent = async (): Promise<Answer> => send();
  const holder = dataSource.createQueryRunner();
  await holder.startTransaction();
  await holder.query('select 1 from search where firm_id = $1 and id = $2 for update', [
    search.firmId,
    search.searchId,
  ]);
  const first = sent();
  await inLine(1);
  await dataSource.query(`update idempotency_key set lease_until = now() - interval '1 second' where firm_id = $1`, [
    search.firmId,
  ]);
  const second = sent();
  await inLine(2);
  await holder.commitTransaction();
  await holder.release();
  return Promise.all([first, second]);
}
