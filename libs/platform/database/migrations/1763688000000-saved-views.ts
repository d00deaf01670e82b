import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists as people look at them, under a name. */
export class SavedViews1763688000000 implements MigrationInterface {
  name = 'SavedViews1763688000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table saved_view (
        firm_id uuid not null references firm,
        id uuid not null,
        user_id uuid not null,
        list text not null check (list in ('candidates', 'searches', 'clients')),
        name text collate "und-x-icu" not null check (length(name) between 1 and 300),
        asked jsonb not null,
        shared boolean not null,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        primary key (firm_id, id),
        unique (firm_id, user_id, list, name),
        foreign key (firm_id, user_id) references firm_user (firm_id, id)
      );
      create index saved_view_shared on saved_view (firm_id, list) where shared;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table saved_view');
  }
}
