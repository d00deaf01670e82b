import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was logged can be put right and taken back; what it said before stays in a history. */
export class ActivityVersions1763685010000 implements MigrationInterface {
  name = 'ActivityVersions1763685010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table activity add column version int not null default 1;

      -- What an activity said before it was corrected, or withdrawn. A withdrawn one stands here alone: no clock, no list
      -- and no report counts it.
      create table activity_version (
        firm_id uuid not null references firm (id),
        id uuid not null,
        activity_id uuid not null,
        version int not null,
        kind text not null,
        at timestamptz not null,
        by_user_id uuid,
        search_id uuid,
        candidate_id uuid,
        contact_id uuid,
        text text,
        import_key text,
        logged_at timestamptz not null,
        change text not null check (change in ('corrected', 'withdrawn')),
        changed_at timestamptz not null,
        changed_by uuid,
        reason text,
        primary key (firm_id, id),
        unique (firm_id, activity_id, version),
        foreign key (firm_id, search_id) references search (firm_id, id),
        foreign key (firm_id, candidate_id) references candidate (firm_id, id),
        foreign key (firm_id, contact_id) references contact (firm_id, id)
      );
      create index activity_version_withdrawn on activity_version (firm_id, search_id, candidate_id) where change = 'withdrawn';
      create index activity_version_imported on activity_version (firm_id, import_key)
        where change = 'withdrawn' and import_key is not null;
      create trigger activity_version_append_only before update or delete on activity_version
        for each row execute function refuse_change_but_erasure('text', 'reason', 'import_key');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into activity (firm_id, id, kind, at, by_user_id, search_id, candidate_id, contact_id, text, import_key, created_at)
      select firm_id, activity_id, kind, at, by_user_id, search_id, candidate_id, contact_id, text, import_key, logged_at
      from activity_version where change = 'withdrawn';
      drop table activity_version;
      alter table activity drop column version;
    `);
  }
}
