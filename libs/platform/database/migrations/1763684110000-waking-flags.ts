import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sweep finds the snoozes that are over without going through all flags. */
export class WakingFlags1763684110000 implements MigrationInterface {
  name = 'WakingFlags1763684110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index stall_flag_snoozed on stall_flag (snoozed_until) where snoozed_until is not null and state <> 'cleared';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index stall_flag_snoozed');
  }
}
