import { Injectable } from '@nestjs/common';
import type { Role } from '@app/identity/identity.types.js';
import type { Transaction } from '@app/platform/database/database.js';
import type { ChangeUser, InviteUser, UserState } from './users.types.js';

export interface StoredUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly officeId: string;
  readonly loginId: string | null;
  readonly state: UserState;
  readonly version: number;
  readonly deactivatedAt: Date | null;
}

export interface ListedRow extends StoredUser {
  readonly askedAt: Date | null;
  readonly sentAt: Date | null;
  readonly expiresAt: Date | null;
  readonly refused: boolean;
}

const USER = `u.id, u.name, u.email, u.role, u.office_id as "officeId", u.auth_user_id as "loginId", u.version,
  u.deactivated_at as "deactivatedAt",
  case when u.deactivated_at is not null then 'deactivated' when u.auth_user_id is null then 'invited' else 'active' end as state`;

@Injectable()
export class UsersRepository {
  list(db: Transaction, firmId: string, userId: string | null = null): Promise<ListedRow[]> {
    return db.query(
      `select ${USER}, i.asked_at as "askedAt", i.sent_at as "sentAt", i.expires_at as "expiresAt",
              i.refused_at is not null as refused
       from firm_user u
       left join invitation i on i.firm_id = u.firm_id and i.user_id = u.id
       where u.firm_id = $1 and ($2::uuid is null or u.id = $2)
       order by u.name, u.id`,
      [firmId, userId],
    );
  }

  /** Ids of those who are admins now: they can sign in. */
  async activeAdmins(db: Transaction, firmId: string): Promise<string[]> {
    const rows = await db.query<{ id: string }[]>(
      `select id from firm_user
       where firm_id = $1 and role = 'admin' and deactivated_at is null and auth_user_id is not null`,
      [firmId],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * These users and every active admin, locked until the commit and in one order: of two admins who take each other's
   * role one comes first, and the other finds out. Work given to one of them at the same moment waits too.
   */
  async lock(tx: Transaction, firmId: string, userIds: readonly string[]): Promise<Map<string, StoredUser>> {
    const rows = await tx.query<StoredUser[]>(
      `select ${USER} from firm_user u
       where u.firm_id = $1
         and (u.id = any ($2::uuid[]) or (u.role = 'admin' and u.deactivated_at is null and u.auth_user_id is not null))
       order by u.id for update`,
      [firmId, userIds],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async findByEmail(tx: Transaction, firmId: string, email: string): Promise<StoredUser | null> {
    const [row] = await tx.query<StoredUser[]>(
      `select ${USER} from firm_user u where u.firm_id = $1 and u.email = $2 for update`,
      [firmId, email],
    );
    return row ?? null;
  }

  async hasOffice(tx: Transaction, firmId: string, officeId: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>('select 1 from office where firm_id = $1 and id = $2', [firmId, officeId]);
    return rows.length > 0;
  }

  /**
   * A partner of the user's office, else any partner, else an admin: whoever has been there longest. `lastOfAll` is the
   * one who is only asked when there is nobody else.
   */
  async usualSuccessor(
    db: Transaction,
    firmId: string,
    userId: string,
    lastOfAll: string | null = null,
  ): Promise<string | null> {
    const [row] = await db.query<{ id: string }[]>(
      `select s.id from firm_user u
       join firm_user s on s.firm_id = u.firm_id and s.id <> u.id and s.role in ('partner', 'admin')
         and s.deactivated_at is null and s.auth_user_id is not null
       where u.firm_id = $1 and u.id = $2
       order by s.id is not distinct from $3::uuid, s.role = 'partner' and s.office_id = u.office_id desc, s.role = 'partner' desc, s.created_at, s.id limit 1`,
      [firmId, userId, lastOfAll],
    );
    return row?.id ?? null;
  }

  /** False when the firm knows the address already. */
  async insert(tx: Transaction, firmId: string, user: InviteUser & { id: string }): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into firm_user (firm_id, id, email, name, role, office_id) values ($1, $2, $3, $4, $5, $6)
       on conflict (firm_id, email) do nothing returning id`,
      [firmId, user.id, user.email, user.name, user.role, user.officeId],
    );
    return rows.length > 0;
  }

  async update(
    tx: Transaction,
    firmId: string,
    userId: string,
    { name, role, officeId }: Omit<ChangeUser, 'version'>,
  ): Promise<void> {
    await tx.query(
      `update firm_user set name = coalesce($3, name), role = coalesce($4, role), office_id = coalesce($5, office_id),
              version = version + 1
       where firm_id = $1 and id = $2`,
      [firmId, userId, name ?? null, role ?? null, officeId ?? null],
    );
  }

  async join(tx: Transaction, firmId: string, userId: string, loginId: string): Promise<void> {
    await tx.query('update firm_user set auth_user_id = $3, version = version + 1 where firm_id = $1 and id = $2', [
      firmId,
      userId,
      loginId,
    ]);
  }

  /** null: works here again. */
  async setDeactivated(tx: Transaction, firmId: string, userId: string, at: Date | null): Promise<void> {
    await tx.query('update firm_user set deactivated_at = $3, version = version + 1 where firm_id = $1 and id = $2', [
      firmId,
      userId,
      at,
    ]);
    if (at) await this.leaveSample(tx, firmId, userId, at);
  }

  /** Who works for a firm no more does not look at its sample data either. */
  private async leaveSample(tx: Transaction, firmId: string, userId: string, at: Date): Promise<void> {
    await tx.query(
      `update firm_user s set deactivated_at = $3
         from firm f, firm_user u
        where f.sample_of = $1 and s.firm_id = f.id and u.firm_id = $1 and u.id = $2 and s.auth_user_id = u.auth_user_id`,
      [firmId, userId, at],
    );
  }
}
