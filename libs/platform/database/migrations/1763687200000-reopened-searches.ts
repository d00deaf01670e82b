import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What opened or stopped a market window before a search was closed says nothing once it is reopened. */
export class ReopenedSearches1763687200000 implements MigrationInterface {
  name = 'ReopenedSearches1763687200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function search_reopened() returns trigger language plpgsql as $fn$ begin return null; end $fn$;
      create trigger search_reopened after insert on search_episode
        referencing new table as opened for each statement execute function search_reopened();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger search_reopened on search_episode;
      drop function search_reopened();
    `);
  }
}
