import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever led a search, or made it confidential, is on its team until they leave it themselves. */
export class MembersWhoStay1763684610000 implements MigrationInterface {
  name = 'MembersWhoStay1763684610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table search_member add column stays boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table search_member drop column stays');
  }
}
