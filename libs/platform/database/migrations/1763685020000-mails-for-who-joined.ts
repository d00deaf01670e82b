import type { MigrationInterface, QueryRunner } from 'typeorm';

const partnerOnTeam = (who: string): string => `exists (
        select 1 from search_team t join firm_user u on u.firm_id = t.firm_id and u.id = t.user_id and u.role = 'partner' and ${who}
        where t.firm_id = s.firm_id and t.search_id = s.id offset 0)`;

const views = (who: string): string => `
      create or replace view mail_recipient as
      select u.firm_id, u.id as user_id, u.name, u.email, u.role, u.created_at, o.time_zone,
             f.name as firm_name, f.simulated
      from firm_user u
      join office o on o.firm_id = u.firm_id and o.id = u.office_id
      join firm f on f.id = u.firm_id
      where ${who};

      create or replace view search_partner as
      select t.firm_id, t.search_id, t.user_id
      from search_team t
      join firm_user u on u.firm_id = t.firm_id and u.id = t.user_id and u.role = 'partner' and ${who}
      union all
      select s.firm_id, s.id, u.id
      from search s
      join firm_user u on u.firm_id = s.firm_id and u.office_id = s.office_id and u.role = 'partner' and ${who}
      where not s.confidential and not ${partnerOnTeam(who)}
      union all
      select s.firm_id, s.id, s.lead_user_id
      from search s
      where not ${partnerOnTeam(who)}
        and (s.confidential or not exists (
          select 1 from firm_user u
          where u.firm_id = s.firm_id and u.office_id = s.office_id and u.role = 'partner' and ${who}));`;

/**
 * Whoever was invited and has not joined is sent nothing but the invitation: their address is typed and not yet proved,
 * and mails name candidates and clients.
 */
export class MailsForWhoJoined1763685020000 implements MigrationInterface {
  name = 'MailsForWhoJoined1763685020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(views('u.deactivated_at is null and u.auth_user_id is not null'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(views('u.deactivated_at is null'));
  }
}
