import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a sweep needs of the table it writes most: it finds the snoozes that are over, and pays for no check that cannot
 * fail. Each check of a candidacy would lock and rewrite that row; a flag's candidacy is one the same transaction read,
 * candidacies are never deleted, and its firm is the search's.
 */
export class WakingFlags1763684110000 implements MigrationInterface {
  name = 'WakingFlags1763684110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index stall_flag_snoozed on stall_flag (snoozed_until) where snoozed_until is not null and state <> 'cleared';
      alter table stall_flag drop constraint stall_flag_firm_id_candidacy_id_fkey, drop constraint stall_flag_firm_id_fkey;
      -- stall_flag_history begins with the same columns
      drop index stall_flag_search;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index stall_flag_search on stall_flag (firm_id, search_id) where state <> 'cleared';
      alter table stall_flag add foreign key (firm_id) references firm (id),
        add foreign key (firm_id, candidacy_id) references candidacy (firm_id, id);
      drop index stall_flag_snoozed;
    `);
  }
}
