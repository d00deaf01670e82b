import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A run can be called off, and a file that no run came to name is known by when it last grew. */
export class ImportsThatEnd1763684500000 implements MigrationInterface {
  name = 'ImportsThatEnd1763684500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import_run drop constraint import_run_state_check,
        add constraint import_run_state_check check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
        add column cancel_asked_at timestamptz;
      create index import_run_of_firm on import_run (firm_id, created_at);
      alter table stored_file add column touched_at timestamptz not null default now();
      create index stored_file_touched on stored_file (touched_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index stored_file_touched;
      alter table stored_file drop column touched_at;
      drop index import_run_of_firm;
      update import_run set state = 'failed' where state = 'cancelled';
      alter table import_run drop column cancel_asked_at,
        drop constraint import_run_state_check,
        add constraint import_run_state_check check (state in ('waiting', 'running', 'done', 'failed'));
    `);
  }
}
