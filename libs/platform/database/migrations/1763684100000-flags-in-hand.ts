import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people do with a flag, and to whom it goes. */
export class FlagsInHand1763684100000 implements MigrationInterface {
  name = 'FlagsInHand1763684100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table stall_flag
        add column acknowledged_at timestamptz,
        add column acknowledged_by uuid,
        add column acknowledge_reason text,
        add column snoozed_until timestamptz,
        add column assigned_to uuid,
        -- when nobody has acknowledged it by then, it goes to the lead partner
        add column escalate_at timestamptz,
        add column escalated_at timestamptz,
        add foreign key (firm_id, acknowledged_by) references firm_user (firm_id, id),
        add foreign key (firm_id, assigned_to) references firm_user (firm_id, id),
        add check ((acknowledged_at is null) = (acknowledge_reason is null));
      create index stall_flag_escalation on stall_flag (escalate_at)
        where state = 'open' and escalated_at is null and acknowledged_at is null;
      create index stall_flag_assigned on stall_flag (firm_id, assigned_to)
        where state = 'open' and assigned_to is not null;
      create index stall_flag_history on stall_flag (firm_id, search_id, raised_at);

      -- What people did with a flag. That it was raised and cleared is on its row.
      create table flag_action (
        firm_id uuid not null,
        id uuid not null,
        flag_id uuid not null,
        at timestamptz not null default now(),
        action text not null check (action in ('acknowledged', 'reopened', 'snoozed', 'woken', 'assigned', 'escalated')),
        by_user_id uuid,
        detail jsonb not null default '{}',
        primary key (firm_id, id),
        foreign key (firm_id, flag_id) references stall_flag (firm_id, id),
        foreign key (firm_id, by_user_id) references firm_user (firm_id, id)
      );
      create index flag_action_flag on flag_action (firm_id, flag_id, at);
      create trigger flag_action_append_only before update or delete on flag_action
        for each row execute function refuse_change();

      -- Who hears of a flag first, and who when nobody acts: the partners on the team; else those of the office, unless
      -- the search is confidential; else its lead.
      create view flag_owner as
      select f.firm_id, f.id as flag_id, f.search_id,
             on_duty(f.firm_id, coalesce(f.assigned_to, s.lead_user_id), now()) as user_id
      from stall_flag f
      join search s on s.firm_id = f.firm_id and s.id = f.search_id;

      create view search_partner as
      with on_team as (
        select t.firm_id, t.search_id, t.user_id from search_team t
        join firm_user u on u.firm_id = t.firm_id and u.id = t.user_id
        where u.role = 'partner'
      ), of_office as (
        select s.firm_id, s.id as search_id, u.id as user_id
        from search s
        join firm_user u on u.firm_id = s.firm_id and u.office_id = s.office_id and u.role = 'partner'
        where not s.confidential
          and not exists (select 1 from on_team t where t.firm_id = s.firm_id and t.search_id = s.id)
      )
      select * from on_team
      union all
      select * from of_office
      union all
      select s.firm_id, s.id, s.lead_user_id from search s
      where not exists (select 1 from on_team t where t.firm_id = s.firm_id and t.search_id = s.id)
        and not exists (select 1 from of_office o where o.firm_id = s.firm_id and o.search_id = s.id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view search_partner, flag_owner;
      drop table flag_action;
      drop index stall_flag_assigned, stall_flag_history, stall_flag_escalation;
      alter table stall_flag
        drop column acknowledged_at, drop column acknowledged_by, drop column acknowledge_reason,
        drop column snoozed_until, drop column assigned_to, drop column escalate_at, drop column escalated_at;
    `);
  }
}
