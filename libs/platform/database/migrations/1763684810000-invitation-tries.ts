import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail that cannot be handed over is tried again, ever less often, and given up when the server says no for good. */
export class InvitationTries1763684810000 implements MigrationInterface {
  name = 'InvitationTries1763684810000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table invitation
        add column tries int not null default 0,
        add column next_try_at timestamptz not null default now(),
        add column refused_at timestamptz;
      drop index invitation_owed;
      create index invitation_owed on invitation (next_try_at) where sent_at is null and refused_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index invitation_owed;
      create index invitation_owed on invitation (firm_id, user_id) where sent_at is null;
      alter table invitation drop column tries, drop column next_try_at, drop column refused_at;
    `);
  }
}
