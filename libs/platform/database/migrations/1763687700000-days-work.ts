import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody has dealt with today is counted on every look at Today. */
export class DaysWork1763687700000 implements MigrationInterface {
  name = 'DaysWork1763687700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index flag_action_by on flag_action (firm_id, by_user_id, at)');
    await runner.query(`create index stall_flag_cleared on stall_flag (firm_id, cleared_at) where state = 'cleared'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index flag_action_by');
    await runner.query('drop index stall_flag_cleared');
  }
}
