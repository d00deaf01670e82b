import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Foundation1763683200000 implements MigrationInterface {
  name = 'Foundation1763683200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists unaccent;
      create extension if not exists btree_gist;

      -- unaccent() is only "stable" because its dictionary could change; pinned, it may be indexed.
      create function immutable_unaccent(value text) returns text
        language sql immutable strict parallel safe
        as $$ select public.unaccent('public.unaccent'::regdictionary, value) $$;

      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end $$;

      create table firm (
        id uuid primary key,
        name text not null check (length(name) between 1 and 200),
        simulated boolean not null default false,
        created_at timestamptz not null default now()
      );

      create table office (
        firm_id uuid not null references firm (id),
        id uuid not null,
        key text not null,
        country text not null check (country ~ '^[A-Z]{2}$'),
        region text,
        time_zone text not null,
        working_days int[] not null default '{1,2,3,4,5}',
        calendar_version int not null default 1,
        version int not null default 1,
        primary key (firm_id, id),
        unique (firm_id, key)
      );

      create table holiday (
        firm_id uuid not null,
        id uuid not null,
        office_id uuid not null,
        date date not null,
        name text,
        primary key (firm_id, id),
        unique (firm_id, office_id, date),
        foreign key (firm_id, office_id) references office (firm_id, id)
      );

      create table firm_user (
        firm_id uuid not null references firm (id),
        id uuid not null,
        email text not null check (email = lower(email)),
        name text not null,
        role text not null check (role in ('admin', 'partner', 'consultant', 'researcher')),
        office_id uuid not null,
        auth_user_id text unique,
        version int not null default 1,
        created_at timestamptz not null default now(),
        primary key (firm_id, id),
        unique (firm_id, email),
        foreign key (firm_id, office_id) references office (firm_id, id)
      );
      create index firm_user_office on firm_user (firm_id, office_id);

      create table audit_entry (
        firm_id uuid not null references firm (id),
        id uuid not null,
        at timestamptz not null default now(),
        actor_id uuid,
        action text not null,
        subject_type text not null,
        subject_id uuid not null,
        detail jsonb not null default '{}',
        primary key (firm_id, id)
      );
      create index audit_entry_subject on audit_entry (firm_id, subject_id, at desc);
      create trigger audit_entry_append_only before update or delete on audit_entry
        for each row execute function refuse_change();

      create table outbox (
        firm_id uuid not null references firm (id),
        id uuid not null,
        fact text not null,
        subject_id uuid not null,
        created_at timestamptz not null default now(),
        relayed_at timestamptz,
        primary key (firm_id, id)
      );
      create index outbox_waiting on outbox (created_at) where relayed_at is null;

      create table stored_file (
        firm_id uuid not null references firm (id),
        id uuid not null,
        name text not null,
        size bigint not null default 0,
        created_at timestamptz not null default now(),
        primary key (firm_id, id)
      );
      create table stored_file_chunk (
        firm_id uuid not null,
        file_id uuid not null,
        position int not null,
        bytes bytea not null,
        primary key (firm_id, file_id, position),
        foreign key (firm_id, file_id) references stored_file (firm_id, id) on delete cascade
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table stored_file_chunk, stored_file, outbox, audit_entry, firm_user, holiday, office, firm;
      drop function refuse_change();
      drop function immutable_unaccent(text);
    `);
  }
}
