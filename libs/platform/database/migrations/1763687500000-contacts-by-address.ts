import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a contact is here already is looked up for whoever is added. */
export class ContactsByAddress1763687500000 implements MigrationInterface {
  name = 'ContactsByAddress1763687500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index contact_email on contact (firm_id, lower(email)) where email is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index contact_email');
  }
}
