import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A search may go to another office, where the days on which its candidates came to the market begin at another moment. */
export class OfficesOfSearches1763688100000 implements MigrationInterface {
  name = 'OfficesOfSearches1763688100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function search_office_moved() returns trigger language plpgsql as $fn$ begin return null; end $fn$;
      create trigger search_office_moved after update of office_id on search
        for each row when (old.office_id is distinct from new.office_id)
        execute function search_office_moved();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger search_office_moved on search;
      drop function search_office_moved();
    `);
  }
}
