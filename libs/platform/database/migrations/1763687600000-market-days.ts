import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when somebody is in the market is a day. It begins where the office of each search is. */
export class MarketDays1763687600000 implements MigrationInterface {
  name = 'MarketDays1763687600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A day was kept as its midnight, at the office of whoever typed it or at the first one for an import.
      create function market_day(p_firm uuid, p_at timestamptz) returns date language sql stable as $$
        select (p_at at time zone o.time_zone)::date from office o where o.firm_id = p_firm
        order by (p_at at time zone o.time_zone)::time = '00:00' desc, o.id limit 1
      $$;
      -- windows that open on such a day open as it begins where their search is
      update candidacy c
      set window_opened_at = greatest(x.at, case when s.episode_opened_at > s.opened_at then s.episode_opened_at end)
      from candidate p
      join search s on s.firm_id = p.firm_id
      join office o on o.firm_id = s.firm_id and o.id = s.office_id
      cross join lateral (
        select market_day(p.firm_id, p.in_market_since)::timestamp at time zone o.time_zone as at) x
      where p.firm_id = c.firm_id and p.id = c.candidate_id and s.id = c.search_id
        and c.window_opened_at = p.in_market_since;
      drop trigger candidate_market_moved on candidate;
      alter table candidate alter column in_market_since type date
        using case when in_market_since is not null
                   then coalesce(market_day(firm_id, in_market_since), (in_market_since at time zone 'UTC')::date) end;
      drop function market_day(uuid, timestamptz);
      create trigger candidate_market_moved after update of in_market_since on candidate
        for each row when (old.in_market_since is distinct from new.in_market_since)
        execute function candidate_market_moved();

      create function office_zone_moved() returns trigger language plpgsql as $fn$ begin return null; end $fn$;
      create trigger office_zone_moved after update of time_zone on office
        for each row when (old.time_zone is distinct from new.time_zone)
        execute function office_zone_moved();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger office_zone_moved on office;
      drop function office_zone_moved();
      drop trigger candidate_market_moved on candidate;
      alter table candidate alter column in_market_since type timestamptz using in_market_since::timestamp at time zone 'UTC';
      create trigger candidate_market_moved after update of in_market_since on candidate
        for each row when (old.in_market_since is distinct from new.in_market_since)
        execute function candidate_market_moved();
    `);
  }
}
