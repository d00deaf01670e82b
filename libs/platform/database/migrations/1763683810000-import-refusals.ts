import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A refused row keeps its cells, so that it can be mended, and its reference, so that rows depending on it can name it. */
export class ImportRefusals1763683810000 implements MigrationInterface {
  name = 'ImportRefusals1763683810000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import_refusal add column ref text, add column cells jsonb not null default '{}', add column row_text text;
      create index import_run_unfinished on import_run (created_at) where state in ('waiting', 'running');
      create index import_file_stored on import_file (firm_id, file_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index import_file_stored;
      drop index import_run_unfinished;
      alter table import_refusal drop column ref, drop column cells, drop column row_text;
    `);
  }
}
