import type { DataSource, EntityManager } from 'typeorm';
import type { Actor, Role } from '@app/identity/identity.types.js';
import { ROLES } from '@app/identity/identity.types.js';
import { sessionCookieName, sessionKey, writeSessionCookie } from '@app/identity/session.token.js';
import { newId } from '@app/platform/database/id.js';
import { builtInTemplates } from '@app/role-templates/built-in.rules.js';
import { RoleTemplatesRepository } from '@app/role-templates/role-templates.repository.js';
import { StagesRepository } from '@app/stages/stages.repository.js';
import { StagesService } from '@app/stages/stages.service.js';
import { TEST_AUTH_SECRET, TEST_PUBLIC_URL } from '../medium/api.js';

export interface FirmOptions {
  name?: string;
  timeZone?: string;
  country?: string;
  roles?: readonly Role[];
}

export interface TestUser {
  id: string;
  name: string;
  email: string;
  role: Role;
  cookie: string;
}

export interface TestFirm {
  id: string;
  name: string;
  officeId: string;
  timeZone: string;
  /** One user per role unless `roles` says otherwise; all of them signed in. */
  users: Record<Role, TestUser>;
  /** Stage ids by key. */
  stages: Record<string, string>;
  actor: (role: Role) => Actor;
  cookie: (role: Role) => string;
}

/** A firm of the test's own: the firm is what keeps tests apart. */
export async function aFirm(dataSource: DataSource, options: FirmOptions = {}): Promise<TestFirm> {
  const id = newId();
  const officeId = newId();
  const name = options.name ?? `Firm ${id.slice(-6)}`;
  const timeZone = options.timeZone ?? 'Europe/Berlin';
  const users = (options.roles ?? ROLES).map((role) => userOf(id, role));

  const stages = await dataSource.transaction(async (tx) => {
    await tx.query('insert into firm (id, name) values ($1, $2)', [id, name]);
    await tx.query(`insert into office (firm_id, id, key, country, time_zone) values ($1, $2, 'main', $3, $4)`, [
      id,
      officeId,
      options.country ?? 'DE',
      timeZone,
    ]);
    for (const user of users) await insertUser(tx, { firmId: id, officeId }, user);
    await new StagesService(new StagesRepository()).giveDefaults(tx, id);
    await new RoleTemplatesRepository().insert(tx, id, builtInTemplates());
    return tx.query<{ key: string; id: string }[]>('select key, id from stage where firm_id = $1', [id]);
  });

  const byRole = Object.fromEntries(users.map((user) => [user.role, user])) as Record<Role, TestUser>;
  return {
    id,
    name,
    officeId,
    timeZone,
    users: byRole,
    stages: Object.fromEntries(stages.map((stage) => [stage.key, stage.id])),
    actor: (role) => ({ firmId: id, userId: byRole[role].id, role }),
    cookie: (role) => byRole[role].cookie,
  };
}

/** One more user of the firm, signed in. */
export async function aColleague(
  dataSource: DataSource,
  firm: TestFirm,
  { role, name }: { role: Role; name?: string },
): Promise<TestUser> {
  const user = userOf(firm.id, role);
  const colleague = { ...user, email: `${user.id}@firm.example`, name: name ?? user.name };
  await dataSource.transaction((tx) => insertUser(tx, { firmId: firm.id, officeId: firm.officeId }, colleague));
  return colleague;
}

async function insertUser(
  tx: EntityManager,
  { firmId, officeId }: { firmId: string; officeId: string },
  user: TestUser,
): Promise<void> {
  await tx.query(`insert into auth."user" ("id", "name", "email", "emailVerified") values ($1, $2, $3, true)`, [
    user.id,
    user.name,
    user.email,
  ]);
  await tx.query(
    `insert into auth."session" ("id", "expiresAt", "token", "updatedAt", "userId")
     values ($1, now() + interval '1 day', $2, now(), $1)`,
    [user.id, sessionKey(tokenOf(user.id))],
  );
  await tx.query(
    `insert into firm_user (firm_id, id, email, name, role, office_id, auth_user_id)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [firmId, user.id, user.email, user.name, user.role, officeId, user.id],
  );
}

const tokenOf = (userId: string): string => `session-of-${userId}`;

function userOf(firmId: string, role: Role): TestUser {
  const id = newId();
  return {
    id,
    name: `Simulated ${role}`,
    email: `${role}-${firmId}@firm.example`,
    role,
    cookie: writeSessionCookie(tokenOf(id), sessionCookieName(TEST_PUBLIC_URL), TEST_AUTH_SECRET),
  };
}
