import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@app/platform/database/database.js';
import type { Login, PasswordOwner, Place, Session } from './auth.types.js';

/** The users that a login is, wherever they are still active. */
const ACTIVE = `firm_user u where u.auth_user_id = $1 and u.deactivated_at is null`;

/** The logins, their passwords, sessions and links: the schema that better-auth shares with us. */
@Injectable()
export class LoginsRepository {
  constructor(private readonly database: Database) {}

  /** False when somebody, in whatever firm, signs in with this address already. */
  async insertLogin(tx: Transaction, login: { id: string; name: string; email: string }): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into auth."user" ("id", "name", "email", "emailVerified") values ($1, $2, $3, true)
       on conflict ("email") do nothing returning "id"`,
      [login.id, login.name, login.email],
    );
    return rows.length > 0;
  }

  async findLogin(email: string, tx: Transaction = this.database.db): Promise<Login | null> {
    const [row] = await tx.query<Login[]>(
      `select u."id" as "loginId",
              exists (select 1 from auth."account" a where a."userId" = u."id" and a."password" is not null) as "hasPassword"
         from auth."user" u where u."email" = $1`,
      [email],
    );
    return row ?? null;
  }

  /** Locks the login, so that two new passwords come one after the other. */
  async lockOwner(tx: Transaction, loginId: string): Promise<PasswordOwner | null> {
    const [row] = await tx.query<PasswordOwner[]>(
      `select l."email", l."name",
              array(select f.name from firm_user u join firm f on f.id = u.firm_id
                     where u.auth_user_id = l."id" and u.deactivated_at is null and f.sample_of is null
                     order by u.created_at) as "firmNames"
         from auth."user" l where l."id" = $1 for update`,
      [loginId],
    );
    return row ?? null;
  }

  async rename(tx: Transaction, loginId: string, name: string): Promise<void> {
    await tx.query('update auth."user" set "name" = $2, "updatedAt" = now() where "id" = $1', [loginId, name]);
  }

  async findCredential(
    loginId: string,
    tx: Transaction = this.database.db,
  ): Promise<{ hash: string; since: Date } | null> {
    const [row] = await tx.query<{ hash: string; since: Date }[]>(
      `select "password" as hash, "updatedAt" as since from auth."account"
        where "userId" = $1 and "providerId" = 'credential' and "password" is not null`,
      [loginId],
    );
    return row ?? null;
  }

  async setCredential(tx: Transaction, id: string, loginId: string, passwordHash: string): Promise<void> {
    await tx.query(
      `insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt")
       values ($1, $2, 'credential', $2, $3, now())
       on conflict ("userId") where "providerId" = 'credential'
       do update set "password" = excluded."password", "updatedAt" = now()`,
      [id, loginId, passwordHash],
    );
  }

  /** The login of somebody who is signed in. */
  async loginOf(actor: { firmId: string; userId: string | null }): Promise<string | null> {
    const [row] = await this.database.db.query<{ loginId: string }[]>(
      `select auth_user_id as "loginId" from firm_user where firm_id = $1 and id = $2 and auth_user_id is not null`,
      [actor.firmId, actor.userId],
    );
    return row?.loginId ?? null;
  }

  /** Where this login is at work, the oldest first. */
  placesOf(loginId: string, tx: Transaction = this.database.db): Promise<Place[]> {
    return tx.query(`select u.firm_id as "firmId", u.id as "userId" from ${ACTIVE} order by u.created_at, u.firm_id`, [
      loginId,
    ]);
  }

  /**
   * A session that better-auth has just made begins in this firm, or in the login's first one, and its token is replaced by what it
   * hashes to: who reads the table cannot use it. null when the login is
   * not at work there.
   */
  async placeSession(
    tx: Transaction,
    token: string,
    key: string,
    session: { firmId: string | null; remembered: boolean; userAgent: string | null; days: number },
  ): Promise<Place | null> {
    const [rows] = await tx.query<[Place[]]>(
      `with place as (
         select u.firm_id, u.id from auth."session" s join firm_user u on u.auth_user_id = s."userId"
          where s."token" = $1 and u.deactivated_at is null and ($6::uuid is null or u.firm_id = $6)
          order by u.created_at, u.firm_id limit 1)
       update auth."session" s
          set "token" = $5, "firmId" = place.firm_id, "remembered" = $2, "userAgent" = $3,
              "expiresAt" = "createdAt" + make_interval(days => $4)
         from place where s."token" = $1
       returning place.firm_id as "firmId", place.id as "userId"`,
      [token, session.remembered, session.userAgent, session.days, key, session.firmId],
    );
    return rows[0] ?? null;
  }

  async moveSession(tx: Transaction, key: string, firmId: string): Promise<void> {
    await tx.query('update auth."session" set "firmId" = $2 where "token" = $1', [key, firmId]);
  }

  /** The sessions that still open something. */
  sessionsOf(loginId: string, key: string, idleHours: number): Promise<Session[]> {
    return this.database.db.query(
      `select s."id", f.name as "firmName", nullif(s."ipAddress", '') as address, nullif(s."userAgent", '') as "userAgent",
              s."remembered", s."createdAt" as "signedInAt", s."lastUsedAt", s."token" = $2 as current
         from auth."session" s left join firm f on f.id = s."firmId"
        where s."userId" = $1 and s."expiresAt" > now()
          and (s."remembered" or s."lastUsedAt" > now() - make_interval(hours => $3))
        order by s."token" = $2 desc, s."lastUsedAt" desc`,
      [loginId, key, idleHours],
    );
  }

  /** Ends the session with this token; tells whose it was. */
  async endSession(tx: Transaction, key: string): Promise<Place | null> {
    const [rows] = await tx.query<[Place[]]>(
      `delete from auth."session" s using firm_user u
        where s."token" = $1 and u.auth_user_id = s."userId" and u.firm_id = s."firmId"
       returning u.firm_id as "firmId", u.id as "userId"`,
      [key],
    );
    return rows[0] ?? null;
  }

  /** One that was never placed. */
  async dropSession(tx: Transaction, token: string): Promise<void> {
    await tx.query('delete from auth."session" where "token" = $1', [token]);
  }

  async endSessionById(tx: Transaction, loginId: string, id: string): Promise<boolean> {
    const [rows] = await tx.query<[unknown[]]>(
      'delete from auth."session" where "userId" = $1 and "id" = $2 returning 1',
      [loginId, id],
    );
    return rows.length > 0;
  }

  /** All of them but the one with this token. */
  async endSessions(tx: Transaction, loginId: string, except: string | null): Promise<number> {
    const [rows] = await tx.query<[unknown[]]>(
      'delete from auth."session" where "userId" = $1 and "token" is distinct from $2 returning 1',
      [loginId, except],
    );
    return rows.length;
  }

  /** Of everybody, from one firm to another. */
  async moveSessions(tx: Transaction, fromFirmId: string, toFirmId: string): Promise<void> {
    await tx.query('update auth."session" set "firmId" = $2 where "firmId" = $1', [fromFirmId, toFirmId]);
  }

  /** The sessions in this firm and its sample data, and those that never said which firm they are in. */
  async endSessionsInFirm(tx: Transaction, loginId: string, firmId: string): Promise<void> {
    await tx.query(
      `delete from auth."session" where "userId" = $1
         and ("firmId" = $2 or "firmId" is null or "firmId" in (select id from firm where sample_of = $2))`,
      [loginId, firmId],
    );
  }

  async insertResetLink(tx: Transaction, id: string, loginId: string, key: string, minutes: number): Promise<void> {
    await tx.query(
      `insert into auth."verification" ("id", "identifier", "value", "expiresAt")
       values ($1, $2, $3, now() + make_interval(mins => $4))`,
      [id, key, loginId, minutes],
    );
  }

  async hasResetLink(key: string): Promise<boolean> {
    const rows = await this.database.db.query<unknown[]>(
      'select 1 from auth."verification" where "identifier" = $1 and "expiresAt" > now()',
      [key],
    );
    return rows.length > 0;
  }

  /** Of two at the same time one gets it. */
  async takeResetLink(tx: Transaction, key: string): Promise<string | null> {
    const [rows] = await tx.query<[{ loginId: string; stands: boolean }[]]>(
      `delete from auth."verification" where "identifier" = $1
       returning "value" as "loginId", "expiresAt" > now() as stands`,
      [key],
    );
    return rows[0]?.stands ? rows[0].loginId : null;
  }

  async endResetLinks(tx: Transaction, loginId: string): Promise<void> {
    await tx.query('delete from auth."verification" where "value" = $1', [loginId]);
  }

  /** A user of the firm, whether or not they can sign in yet. */
  async findUser(
    tx: Transaction,
    firmId: string,
    email: string,
  ): Promise<{ userId: string; name: string; loginId: string | null } | null> {
    const [row] = await tx.query<{ userId: string; name: string; loginId: string | null }[]>(
      `select id as "userId", name, auth_user_id as "loginId" from firm_user where firm_id = $1 and email = $2`,
      [firmId, email],
    );
    return row ?? null;
  }
}
