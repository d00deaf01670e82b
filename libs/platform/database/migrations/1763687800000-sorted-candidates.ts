import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of candidates by employer or city goes along an index, in the order of languages. */
export class SortedCandidates1763687800000 implements MigrationInterface {
  name = 'SortedCandidates1763687800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index candidate_by_employer on candidate (firm_id, (employer collate "und-x-icu"), id);
      create index candidate_by_city on candidate (firm_id, (city collate "und-x-icu"), id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index candidate_by_employer, candidate_by_city');
  }
}
