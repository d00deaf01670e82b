import type { DataSource } from 'typeorm';

/** Everybody of these firms may be mailed at any hour of any day, so that a test does not depend on when it runs. */
export async function mailAtAnyHour(dataSource: DataSource, firmId: string): Promise<void> {
  await dataSource.query(
    `insert into reminder_setting (firm_id, user_id, quiet_from, quiet_to, digest_at, working_days_only)
     select firm_id, id, '00:00', '00:00', '07:30', false from firm_user where firm_id = $1
     on conflict (firm_id, user_id) do nothing`,
    [firmId],
  );
}
