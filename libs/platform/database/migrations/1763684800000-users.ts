import type { MigrationInterface, QueryRunner } from 'typeorm';

const partnerOnTeam = (who: string): string => `exists (
        select 1 from search_team t join firm_user u on u.firm_id = t.firm_id and u.id = t.user_id and u.role = 'partner' ${who}
        where t.firm_id = s.firm_id and t.search_id = s.id offset 0)`;

const searchPartner = (who: string): string => `
      select t.firm_id, t.search_id, t.user_id
      from search_team t
      join firm_user u on u.firm_id = t.firm_id and u.id = t.user_id and u.role = 'partner' ${who}
      union all
      select s.firm_id, s.id, u.id
      from search s
      join firm_user u on u.firm_id = s.firm_id and u.office_id = s.office_id and u.role = 'partner' ${who}
      where not s.confidential and not ${partnerOnTeam(who)}
      union all
      select s.firm_id, s.id, s.lead_user_id
      from search s
      where not ${partnerOnTeam(who)}
        and (s.confidential or not exists (
          select 1 from firm_user u
          where u.firm_id = s.firm_id and u.office_id = s.office_id and u.role = 'partner' ${who}));`;

/** People come by invitation and go without a trace being lost: who has left stays on everything they did. */
export class Users1763684800000 implements MigrationInterface {
  name = 'Users1763684800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table firm_user add column deactivated_at timestamptz;

      -- One row while somebody is asked to join. The mail carries the token, the row its hash alone; a mail that is sent
      -- again carries another one, and the first is worth nothing from then on.
      create table invitation (
        firm_id uuid not null,
        id uuid not null,
        user_id uuid not null,
        -- null: the system, for the command line
        invited_by uuid,
        asked_at timestamptz not null,
        -- null while the mail is owed
        token_hash text unique,
        sent_at timestamptz,
        expires_at timestamptz,
        primary key (firm_id, id),
        unique (firm_id, user_id),
        foreign key (firm_id, user_id) references firm_user (firm_id, id),
        foreign key (firm_id, invited_by) references firm_user (firm_id, id),
        check ((token_hash is null) = (expires_at is null)),
        check (sent_at is null or token_hash is not null)
      );
      create index invitation_owed on invitation (firm_id, user_id) where sent_at is null;
      create index invitation_invited_by on invitation (firm_id, invited_by) where invited_by is not null;

      -- Nobody who has left hears of anything.
      create or replace view mail_recipient as
      select u.firm_id, u.id as user_id, u.name, u.email, u.role, u.created_at, o.time_zone,
             f.name as firm_name, f.simulated
      from firm_user u
      join office o on o.firm_id = u.firm_id and o.id = u.office_id
      join firm f on f.id = u.firm_id
      where u.deactivated_at is null;

      create or replace view search_reader as
      select s.firm_id, s.id as search_id, u.id as user_id
      from search s
      join firm_user u on u.firm_id = s.firm_id
      where u.deactivated_at is null and (not s.confidential or s.lead_user_id = u.id
         or exists (select 1 from search_member m where m.firm_id = s.firm_id and m.search_id = s.id and m.user_id = u.id));

      create or replace view duty_now as
      select u.firm_id, u.id as user_id,
             case when exists (select 1 from absence a where a.firm_id = u.firm_id and a.user_id = u.id
                               and a.first_day <= current_date + 2 and a.last_day >= current_date - 2)
                  then on_duty(u.firm_id, u.id, now()) else u.id end as duty_user_id
      from firm_user u
      where u.deactivated_at is null;

      create or replace view search_partner as
      ${searchPartner('and u.deactivated_at is null')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view search_partner as
      ${searchPartner('')}
      create or replace view duty_now as
      select u.firm_id, u.id as user_id,
             case when exists (select 1 from absence a where a.firm_id = u.firm_id and a.user_id = u.id
                               and a.first_day <= current_date + 2 and a.last_day >= current_date - 2)
                  then on_duty(u.firm_id, u.id, now()) else u.id end as duty_user_id
      from firm_user u;
      create or replace view search_reader as
      select s.firm_id, s.id as search_id, u.id as user_id
      from search s
      join firm_user u on u.firm_id = s.firm_id
      where not s.confidential or s.lead_user_id = u.id
         or exists (select 1 from search_member m where m.firm_id = s.firm_id and m.search_id = s.id and m.user_id = u.id);
      create or replace view mail_recipient as
      select u.firm_id, u.id as user_id, u.name, u.email, u.role, u.created_at, o.time_zone,
             f.name as firm_name, f.simulated
      from firm_user u
      join office o on o.firm_id = u.firm_id and o.id = u.office_id
      join firm f on f.id = u.firm_id;
      drop table invitation;
      alter table firm_user drop column deactivated_at;
    `);
  }
}
