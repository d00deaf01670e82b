import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a request with an `Idempotency-Key` was, and what it was answered; kept for a day. */
export class IdempotencyKeys1763684900000 implements MigrationInterface {
  name = 'IdempotencyKeys1763684900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_key (
        firm_id uuid not null references firm (id),
        -- the attempt that holds the key: whoever takes it over gives it a new one
        id uuid not null,
        user_id uuid not null,
        key_hash bytea not null,
        -- of method, address and body
        request_hash bytea not null,
        created_at timestamptz not null default now(),
        lease_until timestamptz not null,
        -- set by the transaction that did what was asked
        committed boolean not null default false,
        status smallint,
        content_type text,
        body text,
        primary key (firm_id, id),
        unique (firm_id, user_id, key_hash)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotency_key');
  }
}
