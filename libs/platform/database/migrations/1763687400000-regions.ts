import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The region of a first office is asked for at sign-up, and every version of a calendar keeps the one it had. */
export class Regions1763687400000 implements MigrationInterface {
  name = 'Regions1763687400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table pending_sign_up add column region text;
      alter table calendar_edit add column region text;
      -- until now a region came with an import alone, and no version changed it
      alter table calendar_edit disable trigger calendar_edit_append_only;
      update calendar_edit e set region = o.region from office o
        where o.firm_id = e.firm_id and o.id = e.office_id and o.region is not null;
      alter table calendar_edit enable trigger calendar_edit_append_only;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table calendar_edit drop column region;
      alter table pending_sign_up drop column region;
    `);
  }
}
