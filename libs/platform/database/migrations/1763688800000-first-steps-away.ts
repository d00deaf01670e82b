import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has put the first steps away; until now their browser knew. */
export class FirstStepsAway1763688800000 implements MigrationInterface {
  name = 'FirstStepsAway1763688800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table first_steps_away (
        firm_id uuid not null references firm,
        user_id uuid not null,
        at timestamptz not null default now(),
        primary key (firm_id, user_id),
        foreign key (firm_id, user_id) references firm_user (firm_id, id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table first_steps_away');
  }
}
