import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A partner's page asks for the few candidacies that matter to it, not for all that ever were. */
export class ReportIndexes1763683900000 implements MigrationInterface {
  name = 'ReportIndexes1763683900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index candidacy_offered on candidacy (firm_id, id) where offer_extended_at is not null;
      create index candidacy_open_window on candidacy (firm_id, window_opened_at)
        where outcome is null and offer_extended_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index candidacy_open_window, candidacy_offered');
  }
}
