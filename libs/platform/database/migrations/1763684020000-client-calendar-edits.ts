import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every version of a client's holidays, as offices have them. */
export class ClientCalendarEdits1763684020000 implements MigrationInterface {
  name = 'ClientCalendarEdits1763684020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table client_calendar_edit (
        firm_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        version int not null,
        at timestamptz not null default now(),
        by_user_id uuid,
        holidays jsonb not null,
        primary key (firm_id, id),
        unique (firm_id, client_id, version),
        foreign key (firm_id, client_id) references client (firm_id, id),
        foreign key (firm_id, by_user_id) references firm_user (firm_id, id)
      );
      create trigger client_calendar_edit_append_only before update or delete on client_calendar_edit
        for each row execute function refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table client_calendar_edit');
  }
}
