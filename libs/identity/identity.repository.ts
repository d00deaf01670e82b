import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { QuickDb } from '@app/platform/database/quick-db.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import type { Actor, Me, Office, User } from './identity.types.js';
import { FirmEntity } from './firm.entity.js';
import { FirmUserEntity } from './firm-user.entity.js';
import { OfficeEntity } from './office.entity.js';

const USER = `u.id, u.name, u.email, u.role, u.office_id as "officeId"`;

@Injectable()
export class IdentityRepository {
  constructor(
    private readonly database: Database,
    private readonly quick: QuickDb,
  ) {}

  /**
   * The only look-up without a firm: it is how the firm becomes known. That is the session's own, or else the login's
   * first one. `noted`: its use was written down a moment ago.
   */
  async actorOfSession(
    key: string,
    idleHours: number,
    notedMinutes: number,
  ): Promise<(Actor & { noted: boolean }) | null> {
    const [row] = await this.quick.query<Actor & { noted: boolean }>(
      `select u.firm_id as "firmId", u.id as "userId", u.role,
              s."lastUsedAt" > now() - make_interval(mins => $3) as noted
         from auth."session" s
         join firm_user u on u.auth_user_id = s."userId" and (s."firmId" is null or u.firm_id = s."firmId")
        where s."token" = $1 and s."expiresAt" > now() and u.deactivated_at is null
          and (s."remembered" or s."lastUsedAt" > now() - make_interval(hours => $2))
        order by u.created_at, u.firm_id limit 1`,
      [key, idleHours, notedMinutes],
    );
    return row ?? null;
  }

  /** Unless another process did so a moment ago. */
  async noteUse(key: string, minutes: number): Promise<void> {
    await this.quick.query(
      `update auth."session" set "lastUsedAt" = now()
        where "token" = $1 and "lastUsedAt" < now() - make_interval(mins => $2)`,
      [key, minutes],
    );
  }

  async findMe(firmId: string, userId: string): Promise<Omit<Me, 'allowed'> | null> {
    const [row] = await this.database.db.query<Omit<Me, 'allowed'>[]>(
      `select json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'role', u.role) as "user",
              json_build_object('id', f.id, 'name', f.name, 'simulated', f.simulated, 'sampleOf',
                (select json_build_object('id', own.id, 'name', own.name) from firm own where own.id = f.sample_of)) as firm,
              json_build_object('id', o.id, 'key', o.key, 'timeZone', o.time_zone) as office,
              (select json_agg(json_build_object('id', also.id, 'name', also.name) order by also.name, also.id)
                 from firm_user other join firm also on also.id = other.firm_id
                where other.auth_user_id = u.auth_user_id and other.deactivated_at is null) as firms
         from firm_user u
         join firm f on f.id = u.firm_id
         join office o on o.firm_id = u.firm_id and o.id = u.office_id
        where u.firm_id = $1 and u.id = $2`,
      [firmId, userId],
    );
    return row ?? null;
  }

  listUsers(firmId: string, tx: Transaction = this.database.db): Promise<User[]> {
    return tx.query(`select ${USER} from firm_user u where u.firm_id = $1 order by u.name, u.id`, [firmId]);
  }

  /** Which of these there are, and whether they have left; the others stay until the commit. */
  lockUsers(tx: Transaction, firmId: string, userIds: readonly string[]): Promise<{ id: string; left: boolean }[]> {
    return tx.query(
      `select id, deactivated_at is not null as left from firm_user
        where firm_id = $1 and id = any ($2::uuid[]) order by id for key share`,
      [firmId, userIds],
    );
  }

  listOffices(firmId: string, tx: Transaction = this.database.db): Promise<Office[]> {
    return tx.query(
      `select o.id, o.key, o.country, o.region, o.time_zone as "timeZone", o.working_days as "workingDays",
              coalesce((select json_agg(json_build_object('date', h.date, 'name', h.name) order by h.date)
                          from holiday h where h.firm_id = o.firm_id and h.office_id = o.id), '[]') as holidays
         from office o where o.firm_id = $1 order by o.key`,
      [firmId],
    );
  }

  async insertFirm(tx: Transaction, id: string, name: string): Promise<void> {
    await tx.insert(FirmEntity, { id, name });
  }

  async insertOffice(
    tx: Transaction,
    firmId: string,
    office: { id: string; key: string; country: string; region: string | null; timeZone: string },
  ): Promise<void> {
    await tx.insert(OfficeEntity, { firmId, ...office });
  }

  async insertHolidays(
    tx: Transaction,
    firmId: string,
    officeId: string,
    holidays: readonly { date: LocalDate; name: string }[],
  ): Promise<void> {
    const rows = holidays.map((holiday) => ({ ...holiday, id: newId() }));
    await tx.query(
      `insert into holiday (firm_id, id, office_id, date, name)
       select $1, h.id, $2, h.date, h.name from jsonb_to_recordset($3::jsonb) as h (id uuid, date date, name text)`,
      [firmId, officeId, JSON.stringify(rows)],
    );
  }

  async insertUser(tx: Transaction, firmId: string, user: User, loginId: string): Promise<void> {
    await tx.insert(FirmUserEntity, { firmId, ...user, authUserId: loginId });
  }

  async anyFirm(tx: Transaction = this.database.db): Promise<boolean> {
    return (await tx.query<unknown[]>('select 1 from firm limit 1')).length > 0;
  }

  async findSelf(
    { firmId, userId }: Actor,
    tx: Transaction = this.database.db,
  ): Promise<{ name: string; email: string; version: number } | null> {
    const [row] = await tx.query<{ name: string; email: string; version: number }[]>(
      'select name, email, version from firm_user where firm_id = $1 and id = $2',
      [firmId, userId],
    );
    return row ?? null;
  }

  async giveLogin(tx: Transaction, firmId: string, userId: string, loginId: string): Promise<void> {
    await tx.query('update firm_user set auth_user_id = $3 where firm_id = $1 and id = $2', [firmId, userId, loginId]);
  }

  /** False when somebody changed the user since this version. */
  async rename(tx: Transaction, { firmId, userId }: Actor, name: string, version: number): Promise<boolean> {
    const { affected } = await tx.update(FirmUserEntity, { firmId, id: userId, version }, { name });
    return affected === 1;
  }
}
