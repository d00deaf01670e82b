import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An invitation that was used, or taken back, is remembered as such: who asks again is told what became of it. */
export class EndedInvitations1763685400000 implements MigrationInterface {
  name = 'EndedInvitations1763685400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table invitation
        add column used_at timestamptz,
        add column taken_back_at timestamptz,
        add constraint invitation_taken_back_has_no_link check (taken_back_at is null or token_hash is null);
      drop index invitation_owed;
      create index invitation_owed on invitation (next_try_at)
        where sent_at is null and refused_at is null and used_at is null and taken_back_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from invitation where used_at is not null or taken_back_at is not null;
      drop index invitation_owed;
      create index invitation_owed on invitation (next_try_at) where sent_at is null and refused_at is null;
      alter table invitation drop column used_at, drop column taken_back_at;
    `);
  }
}
