import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which firms a loop over all firms passed over when it last came by, for the command doctor. */
export class FirmsPassedOver1763686100000 implements MigrationInterface {
  name = 'FirmsPassedOver1763686100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table firm_failure (
        firm_id uuid not null references firm (id),
        loop text not null,
        error text not null,
        times int not null default 1,
        since timestamptz not null default now(),
        last_at timestamptz not null default now(),
        primary key (firm_id, loop)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table firm_failure');
  }
}
