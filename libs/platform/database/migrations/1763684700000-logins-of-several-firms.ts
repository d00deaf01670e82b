import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One login may belong to users of several firms; a session is in one of them. */
export class LoginsOfSeveralFirms1763684700000 implements MigrationInterface {
  name = 'LoginsOfSeveralFirms1763684700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table firm_user drop constraint firm_user_auth_user_id_key;
      alter table firm_user add constraint firm_user_login unique (firm_id, auth_user_id);
      create index firm_user_auth_user on firm_user (auth_user_id);

      -- null: the login's first firm
      alter table auth."session" add column "firmId" uuid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table auth."session" drop column "firmId";
      drop index firm_user_auth_user;
      alter table firm_user drop constraint firm_user_login;
      alter table firm_user add constraint firm_user_auth_user_id_key unique (auth_user_id);
    `);
  }
}
