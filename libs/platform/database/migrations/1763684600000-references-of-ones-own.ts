import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A reference that a file brings may be the one of a confidential search its sender does not know of, and must not be
 * refused or changed because of that: such references need not be the only ones of the firm. Ours are.
 */
export class ReferencesOfOnesOwn1763684600000 implements MigrationInterface {
  name = 'ReferencesOfOnesOwn1763684600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table search add column imported boolean not null default false;
      alter table search drop constraint search_firm_id_ref_key;
      create unique index search_own_ref on search (firm_id, ref) where not imported;
      create index search_ref on search (firm_id, ref);
      alter table offer drop constraint offer_firm_id_ref_key;
      create index offer_ref on offer (firm_id, ref) where ref is not null;
      alter table activity drop constraint activity_firm_id_import_key_key;
      create unique index activity_imported on activity (firm_id, import_key, search_id) nulls not distinct
        where import_key is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index search_own_ref, search_ref, offer_ref, activity_imported;
      alter table activity add unique (firm_id, import_key);
      alter table offer add unique (firm_id, ref);
      alter table search add unique (firm_id, ref);
      alter table search drop column imported;
    `);
  }
}
