import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published views: any room may read them. Who may see a search is for the reader to ask, with `search_team`. */
export class PublishedLists1763683650000 implements MigrationInterface {
  name = 'PublishedLists1763683650000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A search with the names beside its ids.
      create view search_header as
      select s.firm_id, s.id, s.ref, s.title, s.role_key, s.client_id, c.name as client_name,
             s.lead_user_id, u.name as lead_name, s.office_id, o.key as office_key, o.time_zone,
             s.engagement, s.confidential, s.status, s.opened_at, s.target_date, s.closed_at, s.close_reason, s.region,
             s.episode_id, s.episode_opened_at, s.version
      from search s
      join client c on c.firm_id = s.firm_id and c.id = s.client_id
      join firm_user u on u.firm_id = s.firm_id and u.id = s.lead_user_id
      join office o on o.firm_id = s.firm_id and o.id = s.office_id;

      -- Everybody who works on a search: a confidential one is theirs alone.
      create view search_team as
      select s.firm_id, s.id as search_id, s.lead_user_id as user_id, true as lead from search s
      union all
      select m.firm_id, m.search_id, m.user_id, false from search_member m
      where not exists (
        select 1 from search s where s.firm_id = m.firm_id and s.id = m.search_id and s.lead_user_id = m.user_id
      );

      create view live_candidacy as
      select c.firm_id, c.id, c.search_id, c.candidate_id, c.stage_id, s.status as search_status,
             s.confidential as search_confidential
      from candidacy c
      join search s on s.firm_id = c.firm_id and s.id = c.search_id
      where c.outcome is null;

      -- Where a candidate stands in each search.
      create view candidacy_overview as
      select c.firm_id, c.id, c.candidate_id, c.search_id, s.title as search_title,
             s.confidential as search_confidential, o.time_zone, g.label as stage_label, g.kind as stage_kind,
             s.status as search_status, c.outcome, c.ended_at, c.window_opened_at, c.offer_extended_at, c.created_at
      from candidacy c
      join search s on s.firm_id = c.firm_id and s.id = c.search_id
      join office o on o.firm_id = s.firm_id and o.id = s.office_id
      join stage g on g.firm_id = c.firm_id and g.id = c.stage_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view candidacy_overview, live_candidacy, search_team, search_header');
  }
}
