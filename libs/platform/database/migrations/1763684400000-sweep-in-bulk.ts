import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CANDIDATE_MARKET_MOVED } from './1763683600000-clocks.js';
import { DECISION_MAKER_CHANGED, DECISION_MAKER_SPOKE } from './1763684050000-more-clocks.js';

/**
 * What a sweep writes most, it writes cheaply. When a search is to be looked at next stands in a narrow table of its own:
 * on the search it cost an entry in each of its seven indexes. And a flag costs four index entries instead of five, in the
 * order in which searches are swept, and one check for all flags of a statement that their searches are the firm's.
 */
export class SweepInBulk1763684400000 implements MigrationInterface {
  name = 'SweepInBulk1763684400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table search_check (
        firm_id uuid not null,
        search_id uuid not null,
        -- the next moment at which a rule could change its mind; null: nothing to wait for
        next_check_at timestamptz default '-infinity',
        primary key (firm_id, search_id),
        foreign key (firm_id, search_id) references search (firm_id, id)
      );
      insert into search_check (firm_id, search_id, next_check_at) select firm_id, id, next_check_at from search;
      create index search_check_due on search_check (next_check_at) where next_check_at is not null;
      alter table search drop column next_check_at;

      -- A new search is looked at, whoever makes it.
      create function search_made() returns trigger language plpgsql as $fn$
      begin
        insert into search_check (firm_id, search_id) select firm_id, id from made;
        return null;
      end $fn$;
      create trigger search_made after insert on search
        referencing new table as made for each statement execute function search_made();

      create or replace function candidate_market_moved() returns trigger language plpgsql as $fn$
      begin
        perform 1 from search s
        where s.firm_id = new.firm_id
          and s.id in (select c.search_id from candidacy c where c.firm_id = new.firm_id and c.candidate_id = new.id)
        order by s.id for no key update;
        update candidacy c set window_opened_at = k.window_opened_at, window_key = k.window_key
        from candidacy of_candidate
        cross join lateral candidacy_clock(new.firm_id, now(), null, of_candidate.id) k
        where of_candidate.firm_id = new.firm_id and of_candidate.candidate_id = new.id
          and c.firm_id = new.firm_id and c.id = k.candidacy_id;
        update search_check k set next_check_at = '-infinity'
        where k.firm_id = new.firm_id
          and k.search_id in (select c.search_id from candidacy c where c.firm_id = new.firm_id and c.candidate_id = new.id);
        return null;
      end $fn$;

      create or replace function decision_maker_spoke() returns trigger language plpgsql as $fn$
      begin
        if not exists (select 1 from spoken a where a.contact_id is not null) then
          return null;
        end if;
        perform 1 from search s
        where (s.firm_id, s.id) in (
          select x.firm_id, x.id from spoken a
          join contact p on p.firm_id = a.firm_id and p.id = a.contact_id and p.role = 'decision_maker'
          join search x on x.firm_id = p.firm_id and x.client_id = p.client_id and (a.search_id is null or a.search_id = x.id)
          where is_progress_activity(a.kind))
        order by s.firm_id, s.id for no key update;
        with heard as (
          update search s
          set decision_maker_at = latest.at, decision_maker_key = latest.id
          from (
            select distinct on (x.firm_id, x.id) x.firm_id, x.id as search_id, a.at, a.id from spoken a
            join contact p on p.firm_id = a.firm_id and p.id = a.contact_id and p.role = 'decision_maker'
            join search x on x.firm_id = p.firm_id and x.client_id = p.client_id and (a.search_id is null or a.search_id = x.id)
            where is_progress_activity(a.kind)
            order by x.firm_id, x.id, a.at desc, a.id desc
          ) latest
          where s.firm_id = latest.firm_id and s.id = latest.search_id
            and (s.decision_maker_at is null or (s.decision_maker_at, s.decision_maker_key) < (latest.at, latest.id))
          returning s.firm_id, s.id
        )
        update search_check k set next_check_at = '-infinity' from heard
        where k.firm_id = heard.firm_id and k.search_id = heard.id;
        return null;
      end $fn$;

      create or replace function decision_maker_changed() returns trigger language plpgsql as $fn$
      begin
        perform 1 from search s
        where s.firm_id = new.firm_id and s.client_id in (old.client_id, new.client_id)
        order by s.id for no key update;
        update search s set decision_maker_at = k.decision_maker_at, decision_maker_key = k.decision_maker_key
        from search of_client
        cross join lateral search_clock(new.firm_id, 'infinity', of_client.id) k
        where of_client.firm_id = new.firm_id and of_client.client_id in (old.client_id, new.client_id)
          and s.firm_id = new.firm_id and s.id = of_client.id;
        update search_check k set next_check_at = '-infinity' from search s
        where s.firm_id = new.firm_id and s.client_id in (old.client_id, new.client_id)
          and k.firm_id = new.firm_id and k.search_id = s.id;
        return null;
      end $fn$;

      -- A subject belongs to one search, so these name the same episodes, and begin with what flags are looked up by.
      alter table stall_flag drop constraint stall_flag_firm_id_rule_subject_id_episode_key_key,
        add constraint stall_flag_episode unique (firm_id, search_id, rule, subject_id, episode_key);
      drop index stall_flag_one_live, stall_flag_history;
      create unique index stall_flag_one_live on stall_flag (firm_id, search_id, rule, subject_id) where state <> 'cleared';

      -- The foreign key to search, asked once for all rows of a statement. Searches are never deleted.
      alter table stall_flag drop constraint stall_flag_firm_id_search_id_fkey;
      create function flags_name_searches() returns trigger language plpgsql as $fn$
      begin
        if exists (select 1 from (select distinct firm_id, search_id from raised) r
                   where not exists (select 1 from search s where s.firm_id = r.firm_id and s.id = r.search_id)) then
          raise foreign_key_violation using message = 'a flag names a search that its firm does not have', table = 'stall_flag';
        end if;
        return null;
      end $fn$;
      create trigger stall_flag_of_search after insert on stall_flag
        referencing new table as raised for each statement execute function flags_name_searches();
      create trigger stall_flag_keeps_search before update of firm_id, search_id on stall_flag
        for each row execute function refuse_change();
      create trigger search_is_kept before delete on search for each row execute function refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger search_is_kept on search;
      drop trigger stall_flag_keeps_search on stall_flag;
      drop trigger stall_flag_of_search on stall_flag;
      drop function flags_name_searches();
      alter table stall_flag add foreign key (firm_id, search_id) references search (firm_id, id);

      drop index stall_flag_one_live;
      alter table stall_flag drop constraint stall_flag_episode,
        add unique (firm_id, rule, subject_id, episode_key);
      create index stall_flag_history on stall_flag (firm_id, search_id, raised_at);
      create unique index stall_flag_one_live on stall_flag (firm_id, rule, subject_id) where state <> 'cleared';

      drop trigger search_made on search;
      drop function search_made();
      alter table search add column next_check_at timestamptz default '-infinity';
      update search s set next_check_at = k.next_check_at from search_check k where k.firm_id = s.firm_id and k.search_id = s.id;
      create index search_due on search (next_check_at) where next_check_at is not null;
      ${CANDIDATE_MARKET_MOVED}
      ${DECISION_MAKER_SPOKE}
      ${DECISION_MAKER_CHANGED}
      drop table search_check;
    `);
  }
}
