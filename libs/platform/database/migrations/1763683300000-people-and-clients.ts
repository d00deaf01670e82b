import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PeopleAndClients1763683300000 implements MigrationInterface {
  name = 'PeopleAndClients1763683300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table client (
        firm_id uuid not null references firm (id),
        id uuid not null,
        ref text,
        name text not null check (length(name) between 1 and 300),
        domain text,
        country text,
        industry text,
        parent_id uuid,
        version int not null default 1,
        created_at timestamptz not null default now(),
        primary key (firm_id, id),
        unique (firm_id, ref),
        foreign key (firm_id, parent_id) references client (firm_id, id)
      );
      create index client_parent on client (firm_id, parent_id) where parent_id is not null;
      create index client_by_name on client (firm_id, name, id);

      create table contact (
        firm_id uuid not null references firm (id),
        id uuid not null,
        ref text,
        client_id uuid not null,
        name text not null,
        email text,
        role text not null default 'other' check (role in ('decision_maker', 'hr', 'board', 'other')),
        version int not null default 1,
        created_at timestamptz not null default now(),
        primary key (firm_id, id),
        unique (firm_id, ref),
        foreign key (firm_id, client_id) references client (firm_id, id)
      );
      create index contact_client on contact (firm_id, client_id);

      create table candidate (
        firm_id uuid not null references firm (id),
        id uuid not null,
        ref text,
        name text not null check (length(name) between 1 and 300),
        email text,
        phone text,
        profile_url text,
        city text,
        country text,
        title text,
        employer text,
        layer text check (layer in ('inference_infrastructure', 'evaluation_reliability', 'product_execution', 'governance', 'research')),
        signals text[] not null default '{}',
        source text,
        in_market_since timestamptz,
        version int not null default 1,
        created_at timestamptz not null default now(),
        words tsvector generated always as (
          to_tsvector('simple', immutable_unaccent(name || ' ' || coalesce(title, '') || ' ' || coalesce(employer, '')))
        ) stored,
        primary key (firm_id, id),
        unique (firm_id, ref)
      );
      create index candidate_by_name on candidate (firm_id, name, id);
      create index candidate_words on candidate using gin (words);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table candidate, contact, client');
  }
}
