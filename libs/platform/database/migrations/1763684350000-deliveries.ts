import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of every mail: each attempt, bounces, and what a person decided where nobody could know. */
export class Deliveries1763684350000 implements MigrationInterface {
  name = 'Deliveries1763684350000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table delivery
        add column claimed_at timestamptz,
        add column transport text check (transport in ('smtp', 'resend')),
        -- with idempotency keys: what the first request said, so that every later one says the same
        add column mail jsonb,
        add column key_started_at timestamptz,
        add column provider_id text,
        add column bounced_at timestamptz,
        add column bounce_reason text,
        add column resend_of uuid,
        add column resolved_by uuid,
        add column resolved_at timestamptz,
        add foreign key (firm_id, resend_of) references delivery (firm_id, id),
        add foreign key (firm_id, resolved_by) references firm_user (firm_id, id);
      create unique index delivery_resend_once on delivery (firm_id, resend_of) where resend_of is not null;
      create index delivery_resolved_by on delivery (firm_id, resolved_by) where resolved_by is not null;
      create index delivery_key on delivery (key_started_at) where key_started_at is not null;
      create index delivery_id on delivery (id);
      create index delivery_provider on delivery (provider_id) where provider_id is not null;
      create index delivery_outbox on delivery (firm_id, due_at desc, id desc);
      create index delivery_state on delivery (firm_id, state, due_at desc, id desc);

      create table delivery_attempt (
        firm_id uuid not null,
        delivery_id uuid not null,
        number int not null,
        started_at timestamptz not null,
        ended_at timestamptz not null default now(),
        result text not null check (result in ('accepted', 'refused', 'deferred', 'unsent', 'unknown', 'lost')),
        response text,
        primary key (firm_id, delivery_id, number),
        foreign key (firm_id, delivery_id) references delivery (firm_id, id)
      );
      -- null: whatever the address of this person is
      alter table mail_suppression
        add column address text,
        add column lifted_by uuid,
        add foreign key (firm_id, lifted_by) references firm_user (firm_id, id);
      create index mail_suppression_lifted_by on mail_suppression (firm_id, lifted_by) where lifted_by is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table delivery_attempt;
      alter table mail_suppression drop column address, drop column lifted_by;
      drop index delivery_resend_once, delivery_resolved_by, delivery_key, delivery_id, delivery_provider, delivery_outbox, delivery_state;
      alter table delivery
        drop column claimed_at, drop column transport, drop column mail, drop column key_started_at,
        drop column provider_id, drop column bounced_at, drop column bounce_reason, drop column resend_of,
        drop column resolved_by, drop column resolved_at;
    `);
  }
}
