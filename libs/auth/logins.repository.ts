import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import type { Login, PasswordOwner } from './auth.types.js';

/** The logins, their passwords, sessions and links: the schema that better-auth shares with us. */
@Injectable()
export class LoginsRepository {
  /** False when somebody, in whatever firm, signs in with this address already. */
  async insertLogin(tx: Transaction, login: { id: string; name: string; email: string }): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into auth."user" ("id", "name", "email", "emailVerified") values ($1, $2, $3, true)
       on conflict ("email") do nothing returning "id"`,
      [login.id, login.name, login.email],
    );
    return rows.length > 0;
  }

  async findLogin(tx: Transaction, email: string): Promise<Login | null> {
    const [row] = await tx.query<Login[]>(
      `select u."id" as "loginId",
              exists (select 1 from auth."account" a where a."userId" = u."id" and a."password" is not null) as "hasPassword"
         from auth."user" u where u."email" = $1`,
      [email],
    );
    return row ?? null;
  }

  /** Locks the login, so that two new passwords come one after the other. */
  async findOwner(tx: Transaction, loginId: string): Promise<PasswordOwner | null> {
    const [row] = await tx.query<PasswordOwner[]>(
      `select u."email", u."name",
              array(select f.name from firm_user fu join firm f on f.id = fu.firm_id
                     where fu.auth_user_id = u."id") as "firmNames"
         from auth."user" u where u."id" = $1 for update`,
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

  async endSessions(tx: Transaction, loginId: string): Promise<void> {
    await tx.query('delete from auth."session" where "userId" = $1', [loginId]);
  }

  /** The sessions in this firm, and those that never said which firm they are in. */
  async endSessionsInFirm(tx: Transaction, loginId: string, firmId: string): Promise<void> {
    await tx.query('delete from auth."session" where "userId" = $1 and ("firmId" = $2 or "firmId" is null)', [
      loginId,
      firmId,
    ]);
  }

  async enterFirm(tx: Transaction, sessionToken: string, email: string, firmId: string): Promise<string | null> {
    const [rows]: [{ loginId: string }[], number] = await tx.query(
      `update auth."session" s set "firmId" = $3 from auth."user" u
        where s."token" = $1 and s."expiresAt" > now() and u."id" = s."userId" and u."email" = $2
       returning u."id" as "loginId"`,
      [sessionToken, email, firmId],
    );
    return rows[0]?.loginId ?? null;
  }

  async endResetLinks(tx: Transaction, loginId: string): Promise<void> {
    await tx.query('delete from auth."verification" where "value" = $1', [loginId]);
  }

  async belongsElsewhere(tx: Transaction, loginId: string, firmId: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `select 1 from firm_user
        where auth_user_id = $1 and firm_id <> $2 and deactivated_at is null limit 1`,
      [loginId, firmId],
    );
    return rows.length > 0;
  }

  /** The login of one of the firm's users. */
  async findLoginOfUser(
    tx: Transaction,
    firmId: string,
    email: string,
  ): Promise<{ userId: string; loginId: string } | null> {
    const [row] = await tx.query<{ userId: string; loginId: string }[]>(
      `select id as "userId", auth_user_id as "loginId" from firm_user
        where firm_id = $1 and email = $2 and auth_user_id is not null`,
      [firmId, email],
    );
    return row ?? null;
  }
}
