import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A firm of sample data beside a real one. It is one from its beginning or never, for what it keeps may be removed. */
export class Samples1763688700000 implements MigrationInterface {
  name = 'Samples1763688700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table firm add column sample_of uuid references firm (id), add unique (sample_of),
        add check (sample_of is null or simulated);
      create trigger firm_sample_is_kept before update of sample_of on firm
        for each row execute function refuse_change();
      create or replace function refuse_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          if exists (select 1 from firm f where f.id = old.firm_id and f.sample_of is not null) then return old; end if;
        end if;
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end $$;
      drop trigger firm_sample_is_kept on firm;
      alter table firm drop column sample_of;
    `);
  }
}
