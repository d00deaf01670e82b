import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens are kept as hashes, sessions say when they were last used, and a sign-up waits for its address to be proved. */
export class SessionsAndSignUps1763684710000 implements MigrationInterface {
  name = 'SessionsAndSignUps1763684710000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table auth."session"
        add column "lastUsedAt" timestamptz not null default now(),
        -- "keep me signed in": no end after some hours without use
        add column "remembered" boolean not null default false;
      create index "session_expiresAt_idx" on auth."session" ("expiresAt");
      -- whoever is signed in stays so
      update auth."session" set "token" = encode(sha256(convert_to("token", 'UTF8')), 'hex');
      -- links that were stored in the clear
      delete from auth."verification";
      create index "verification_value_idx" on auth."verification" ("value");

      drop table auth.attempt;
      create unlogged table auth.attempt (
        key text primary key,
        count int not null,
        -- when the last try had, or has, its turn
        starts_at timestamptz not null,
        next_at timestamptz not null,
        -- forgotten then
        ends_at timestamptz not null
      );
      create index attempt_ended on auth.attempt (ends_at);

      create table pending_sign_up (
        token_hash text primary key,
        email text not null check (email = lower(email)),
        name text not null,
        firm_name text not null,
        country text not null,
        time_zone text not null,
        expires_at timestamptz not null
      );
      create index pending_sign_up_ended on pending_sign_up (expires_at);

      -- what tells this database from every other
      create table installation (id uuid primary key default gen_random_uuid());
      insert into installation default values;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table installation;
      drop table pending_sign_up;
      drop table auth.attempt;
      create unlogged table auth.attempt (
        key text primary key,
        count int not null,
        ends_at timestamptz not null
      );
      create index attempt_ended on auth.attempt (ends_at);
      drop index auth."verification_value_idx";
      delete from auth."verification";
      -- the hashes cannot be turned back
      delete from auth."session";
      drop index auth."session_expiresAt_idx";
      alter table auth."session" drop column "remembered", drop column "lastUsedAt";
    `);
  }
}
