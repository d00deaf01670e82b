import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The four tables are spelled as better-auth spells them; the limiter's is ours. */
export class Auth1763683660000 implements MigrationInterface {
  name = 'Auth1763683660000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema auth;

      create table auth."user" (
        "id" text not null primary key,
        "name" text not null,
        "email" text not null unique,
        "emailVerified" boolean not null,
        "image" text,
        "createdAt" timestamptz default current_timestamp not null,
        "updatedAt" timestamptz default current_timestamp not null
      );

      create table auth."session" (
        "id" text not null primary key,
        "expiresAt" timestamptz not null,
        "token" text not null unique,
        "createdAt" timestamptz default current_timestamp not null,
        "updatedAt" timestamptz not null,
        "ipAddress" text,
        "userAgent" text,
        "userId" text not null references auth."user" ("id") on delete cascade
      );
      create index "session_userId_idx" on auth."session" ("userId");

      create table auth."account" (
        "id" text not null primary key,
        "accountId" text not null,
        "providerId" text not null,
        "userId" text not null references auth."user" ("id") on delete cascade,
        "accessToken" text,
        "refreshToken" text,
        "idToken" text,
        "accessTokenExpiresAt" timestamptz,
        "refreshTokenExpiresAt" timestamptz,
        "scope" text,
        "password" text,
        "createdAt" timestamptz default current_timestamp not null,
        "updatedAt" timestamptz not null
      );
      create index "account_userId_idx" on auth."account" ("userId");
      create unique index account_credential on auth."account" ("userId") where "providerId" = 'credential';

      create table auth."verification" (
        "id" text not null primary key,
        "identifier" text not null,
        "value" text not null,
        "expiresAt" timestamptz not null,
        "createdAt" timestamptz default current_timestamp not null,
        "updatedAt" timestamptz default current_timestamp not null
      );
      create index "verification_identifier_idx" on auth."verification" ("identifier");

      -- Attempts per address and path. Unlogged: a crash may forget them.
      create unlogged table auth.attempt (
        key text primary key,
        count int not null,
        ends_at timestamptz not null
      );
      create index attempt_ended on auth.attempt (ends_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema auth cascade');
  }
}
