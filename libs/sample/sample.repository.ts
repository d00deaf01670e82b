import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import type { Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import type { Owner, SampleFound } from './sample.types.js';

/** Whose searches they all are in the generated files. */
const LEAD = 'partner@sample.example';

@Injectable()
export class SampleRepository {
  /** Whoever asks, as who they are in their own firm; null when they work there no more. */
  async ownerOf(db: Transaction, { firmId, userId }: Actor): Promise<Owner | null> {
    const [row] = await db.query<Owner[]>(
      `select own.firm_id as "firmId", own.id as "userId", own.role
         from firm f
         join firm_user u on u.firm_id = f.id and u.id = $2
         join firm_user own on own.firm_id = coalesce(f.sample_of, f.id) and own.auth_user_id = u.auth_user_id
        where f.id = $1 and own.deactivated_at is null`,
      [firmId, userId],
    );
    return row ?? null;
  }

  async find(db: Transaction, firmId: string): Promise<SampleFound> {
    const [row] = await db.query<{ id: string; ready: boolean }[]>(
      `select f.id, exists (select 1 from firm_user u where u.firm_id = f.id and u.auth_user_id is not null) as ready
         from firm f where f.sample_of = $1`,
      [firmId],
    );
    return row ?? null;
  }

  /** False when another process has begun one. */
  async insertFirm(db: Transaction, firm: { id: string; name: string; sampleOf: string }): Promise<boolean> {
    const rows = await db.query<unknown[]>(
      `insert into firm (id, name, simulated, sample_of) values ($1, $2, true, $3)
       on conflict (sample_of) do nothing returning id`,
      [firm.id, firm.name, firm.sampleOf],
    );
    return rows.length > 0;
  }

  /** Who had it made looks at it as whoever leads its searches, so that their day is full. */
  async giveLead(tx: Transaction, id: string, { firmId, userId }: Owner): Promise<void> {
    await tx.query(
      `update firm_user s set email = own.email, name = own.name, role = own.role, auth_user_id = own.auth_user_id
         from firm_user own
        where s.firm_id = $1 and s.email = '${LEAD}' and own.firm_id = $2 and own.id = $3`,
      [id, firmId, userId],
    );
  }

  /**
   * Whoever comes later looks at it beside them; who was there before is there again, and who was invited into it by
   * somebody who played with it has come.
   */
  async join(tx: Transaction, id: string, { firmId, userId }: Owner): Promise<void> {
    await tx.query(
      `update firm_user s set auth_user_id = own.auth_user_id
         from firm_user own
        where s.firm_id = $1 and s.auth_user_id is null and s.email = own.email and own.firm_id = $2 and own.id = $3
          and not exists (select 1 from firm_user there where there.firm_id = $1 and there.auth_user_id = own.auth_user_id)`,
      [id, firmId, userId],
    );
    await tx.query(
      `insert into firm_user (firm_id, id, email, name, role, office_id, auth_user_id)
       select $1, $4, own.email, own.name, own.role, o.id, own.auth_user_id
         from firm_user own, (select id from office where firm_id = $1 order by key limit 1) o
        where own.firm_id = $2 and own.id = $3
       on conflict (firm_id, auth_user_id) do update set role = excluded.role, deactivated_at = null`,
      [id, firmId, userId, newId()],
    );
  }

  /**
   * Every row of every table that names a firm, in one statement, so that no order need be kept: what refers to what is
   * asked when all of it is gone. Nobody writes anything into it meanwhile. False when it is gone already.
   */
  async remove(tx: Transaction, id: string): Promise<boolean> {
    const held = await tx.query<unknown[]>('select 1 from firm where id = $1 and sample_of is not null for update', [
      id,
    ]);
    if (held.length === 0) return false;
    const tables = await tx.query<{ name: string }[]>(
      `select format('%I', c.relname) as name from pg_attribute a join pg_class c on c.oid = a.attrelid
        where a.attname = 'firm_id' and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition
          and c.relnamespace = 'public'::regnamespace`,
    );
    const deletes = tables.map(({ name }, at) => `t${at} as (delete from ${name} where firm_id = $1)`);
    await tx.query(`with ${deletes.join(', ')} select 1`, [id]);
    await tx.query('delete from firm where id = $1', [id]);
    return true;
  }
}
