import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';

export interface Try {
  key: string;
  /** Seconds to the next try after the first, second, ... one. */
  waits: readonly number[];
  forgottenAfter: number;
  patience: number;
}

@Injectable()
export class AttemptsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Counts one try, in one statement, so that tries at the same time are counted one after the other by any number of
   * processes. Answers how many seconds it has to wait in line, or null when it came too early and was not counted.
   */
  async take({ key, waits, forgottenAfter, patience }: Try): Promise<number | null> {
    const [row] = await this.database.db.query<{ wait: number }[]>(
      `with ended as (
         delete from auth.attempt where key in (
           select key from auth.attempt where ends_at < now() and key <> $1 order by ends_at limit 20 for update skip locked))
       insert into auth.attempt as a (key, count, ends_at, starts_at, next_at)
       values ($1, 1, now() + make_interval(secs => $3), now(), now() + make_interval(secs => ($2::float8[])[1]))
       on conflict (key) do update
          set count = case when a.ends_at < now() then 1 else a.count + 1 end,
              ends_at = excluded.ends_at,
              starts_at = greatest(now(), a.next_at),
              next_at = greatest(now(), a.next_at) + make_interval(
                secs => ($2::float8[])[least(case when a.ends_at < now() then 1 else a.count + 1 end, cardinality($2::float8[]))])
        where a.next_at <= clock_timestamp() + make_interval(secs => $4)
       returning extract(epoch from starts_at - now())::float8 as wait`,
      [key, waits, forgottenAfter, patience],
    );
    return row ? row.wait : null;
  }

  /** Seconds until this key may be tried again. */
  async waitOf(key: string): Promise<number> {
    const [row] = await this.database.db.query<{ wait: number }[]>(
      'select ceil(extract(epoch from next_at - now()))::int as wait from auth.attempt where key = $1',
      [key],
    );
    return Math.max(1, row?.wait ?? 1);
  }

  async forget(key: string): Promise<void> {
    await this.database.db.query('delete from auth.attempt where key = $1', [key]);
  }

  /** As if it had not been tried this once. */
  async giveBack(key: string): Promise<void> {
    await this.database.db.query('update auth.attempt set count = count - 1, next_at = now() where key = $1', [key]);
  }
}
