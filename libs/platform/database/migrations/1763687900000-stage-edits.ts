import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stages are edited: archived where nobody is to be put any more, and every version of the process is kept. */
export class StageEdits1763687900000 implements MigrationInterface {
  name = 'StageEdits1763687900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table stage add column archived_at timestamptz;
      create table stage_edit (
        firm_id uuid not null,
        id uuid not null,
        version int not null,
        at timestamptz not null default now(),
        by_user_id uuid,
        stages jsonb not null,
        primary key (firm_id, id),
        unique (firm_id, version),
        foreign key (firm_id) references firm (id),
        foreign key (firm_id, by_user_id) references firm_user (firm_id, id)
      );
      create trigger stage_edit_append_only before update or delete on stage_edit
        for each row execute function refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table stage_edit;
      alter table stage drop column archived_at;
    `);
  }
}
