import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views and functions that migrations made so far, each after those it asks. Trigger functions stay, bound as they are. */
const MADE = [
  'is_progress_activity',
  'offer_decision_key',
  'reaches_assessed',
  'reaches_presented',
  'asks_client',
  'candidacy_clock',
  'search_clock',
  'on_duty',
  'person_mark',
  'plain_words',
  'person_marks',
  'names_erased',
  'erase_words',
  'erase_words_in',
  'candidacy_offer',
  'search_header',
  'search_team',
  'live_candidacy',
  'candidacy_overview',
  'open_flag',
  'search_health',
  'candidacy_card',
  'flag_notice',
  'search_reader',
  'mail_recipient',
  'duty_now',
  'flag_owner',
  'search_partner',
  'window_end',
  'window_warning',
  'interview_eve',
  'article14_day',
  'due_notice',
  'owed_notice',
  'standing_reminder',
];

/**
 * From here on views and functions stand in the rooms (`*.sql.ts`), and `migrate` makes them. What migrations had made is
 * put away for the way back. No migration after this one finds a view or a function of the rooms.
 */
export class DefinitionsInRooms1763686000000 implements MigrationInterface {
  name = 'DefinitionsInRooms1763686000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sql_definition (
        position int primary key,
        kind text not null check (kind in ('view', 'function', 'trigger function')),
        name text not null unique,
        -- of the statement that made it
        hash text not null
      );
      create table earlier_definition (position int primary key, sql text not null);
    `);
    for (const name of MADE) await putAway(runner, name);
    for (const name of [...MADE].reverse()) await drop(runner, name);
  }

  async down(runner: QueryRunner): Promise<void> {
    const earlier: { sql: string }[] = await runner.query('select sql from earlier_definition order by position');
    for (const { sql } of earlier) await runner.query(sql);
    await runner.query('drop table earlier_definition, sql_definition');
  }
}

async function putAway(runner: QueryRunner, name: string): Promise<void> {
  await runner.query(
    `insert into earlier_definition (position, sql)
     select (select count(*) from earlier_definition) + 1, d.sql
     from (
       select format('create view %I as %s', c.relname, pg_get_viewdef(c.oid)) as sql from pg_class c
       where c.relname = $1 and c.relkind = 'v' and c.relnamespace = 'public'::regnamespace
       union all
       select pg_get_functiondef(p.oid) from pg_proc p where p.proname = $1 and p.pronamespace = 'public'::regnamespace
     ) d`,
    [name],
  );
}

async function drop(runner: QueryRunner, name: string): Promise<void> {
  const found: { what: string }[] = await runner.query(
    `select 'view ' || c.oid::regclass as what from pg_class c
     where c.relname = $1 and c.relkind = 'v' and c.relnamespace = 'public'::regnamespace
     union all
     select 'function ' || p.oid::regprocedure from pg_proc p
     where p.proname = $1 and p.pronamespace = 'public'::regnamespace`,
    [name],
  );
  for (const { what } of found) await runner.query(`drop ${what}`);
}
