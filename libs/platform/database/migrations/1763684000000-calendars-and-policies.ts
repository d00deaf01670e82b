import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendars and policies that a firm edits, with every version they had, and who stands in for whom. */
export class CalendarsAndPolicies1763684000000 implements MigrationInterface {
  name = 'CalendarsAndPolicies1763684000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row per version of an office's calendar, as it was from then on.
      create table calendar_edit (
        firm_id uuid not null,
        id uuid not null,
        office_id uuid not null,
        version int not null,
        at timestamptz not null default now(),
        by_user_id uuid,
        time_zone text not null,
        working_days int[] not null,
        holidays jsonb not null,
        primary key (firm_id, id),
        unique (firm_id, office_id, version),
        foreign key (firm_id, office_id) references office (firm_id, id),
        foreign key (firm_id, by_user_id) references firm_user (firm_id, id)
      );
      create trigger calendar_edit_append_only before update or delete on calendar_edit
        for each row execute function refuse_change();

      alter table client add column calendar_version int not null default 1;
      create table client_holiday (
        firm_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        date date not null,
        name text,
        primary key (firm_id, id),
        unique (firm_id, client_id, date),
        foreign key (firm_id, client_id) references client (firm_id, id)
      );

      -- Local dates of the person's office, both included.
      create table absence (
        firm_id uuid not null,
        id uuid not null,
        user_id uuid not null,
        deputy_user_id uuid not null,
        first_day date not null,
        last_day date not null,
        version int not null default 1,
        created_at timestamptz not null default now(),
        primary key (firm_id, id),
        foreign key (firm_id, user_id) references firm_user (firm_id, id),
        foreign key (firm_id, deputy_user_id) references firm_user (firm_id, id),
        check (last_day >= first_day),
        check (deputy_user_id <> user_id),
        exclude using gist (firm_id with =, user_id with =, daterange(first_day, last_day, '[]') with &&)
      );
      create index absence_deputy on absence (firm_id, deputy_user_id);

      -- Who takes what is meant for a person at a moment: themselves, or while they are away their deputy, or the
      -- deputy's deputy. When everybody in the chain is away it stays with the last.
      create function on_duty(p_firm uuid, p_user uuid, p_at timestamptz) returns uuid
        language sql stable parallel safe as $fn$
        with recursive chain as (
          select p_user as user_id, 0 as step
          union all
          select a.deputy_user_id, c.step + 1
          from chain c
          join firm_user u on u.firm_id = p_firm and u.id = c.user_id
          join office o on o.firm_id = u.firm_id and o.id = u.office_id
          join absence a on a.firm_id = p_firm and a.user_id = c.user_id
            and (p_at at time zone o.time_zone)::date between a.first_day and a.last_day
          where c.step < 5
        )
        select user_id from chain order by step desc limit 1
      $fn$;

      -- Layers of limits; a narrower one overrides a wider one setting by setting.
      create table stall_policy (
        firm_id uuid not null references firm (id),
        id uuid not null,
        scope text not null check (scope in ('firm', 'role', 'search')),
        -- '' for the firm, the role's key, or the id of the search
        scope_key text not null,
        settings jsonb not null default '{}',
        version int not null default 1,
        updated_at timestamptz not null default now(),
        updated_by uuid,
        primary key (firm_id, id),
        unique (firm_id, scope, scope_key),
        foreign key (firm_id, updated_by) references firm_user (firm_id, id),
        check ((scope = 'firm') = (scope_key = ''))
      );
      create table stall_policy_edit (
        firm_id uuid not null,
        id uuid not null,
        policy_id uuid not null,
        version int not null,
        settings jsonb not null,
        at timestamptz not null default now(),
        by_user_id uuid,
        primary key (firm_id, id),
        unique (firm_id, policy_id, version),
        foreign key (firm_id, policy_id) references stall_policy (firm_id, id)
      );
      create trigger stall_policy_edit_append_only before update or delete on stall_policy_edit
        for each row execute function refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table stall_policy_edit, stall_policy;
      drop function on_duty(uuid, uuid, timestamptz);
      drop table absence, client_holiday, calendar_edit;
      alter table client drop column calendar_version;
    `);
  }
}
