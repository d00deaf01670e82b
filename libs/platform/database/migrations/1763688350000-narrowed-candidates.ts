import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of candidates, narrowed to what few of them have, is found and not looked through. */
export class NarrowedCandidates1763688350000 implements MigrationInterface {
  name = 'NarrowedCandidates1763688350000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index candidate_country on candidate (firm_id, country, name, id) where country is not null;
      create index candidate_layer on candidate (firm_id, layer, name, id) where layer is not null;
      create index candidate_signals on candidate using gin (signals);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index candidate_country, candidate_layer, candidate_signals');
  }
}
