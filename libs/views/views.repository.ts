import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { SavedViewEntity } from './saved-view.entity.js';
import type { ListName, StoredView, ViewFields } from './views.types.js';

const VIEW = `v.id, v.list, v.name, v.asked, v.shared, v.version, jsonb_build_object('id', u.id, 'name', u.name) as by`;
const FROM = 'from saved_view v join firm_user u on u.firm_id = v.firm_id and u.id = v.user_id';

/** A menu longer than that is none. */
const MOST_LISTED = 200;

@Injectable()
export class ViewsRepository {
  /** One's own and those that are shared, by name; of more than a menu holds, one's own and the first of the others. */
  list(db: Transaction, firmId: string, userId: string | null, list: ListName): Promise<StoredView[]> {
    return db.query(
      `select x.* from (
         select ${VIEW} ${FROM} where v.firm_id = $1 and v.list = $3 and (v.shared or v.user_id = $2)
         order by v.user_id = $2 desc, v.name, v.id limit ${MOST_LISTED}
       ) x order by x.name, x.id`,
      [firmId, userId, list],
    );
  }

  async find(db: Transaction, firmId: string, userId: string | null, id: string): Promise<StoredView | null> {
    const [row] = await db.query<StoredView[]>(
      `select ${VIEW} ${FROM} where v.firm_id = $1 and v.id = $3 and (v.shared or v.user_id = $2)`,
      [firmId, userId, id],
    );
    return row ?? null;
  }

  /** The names somebody has given already; their row is locked, so that two views do not come side by side. */
  async lockNamesOf(
    tx: Transaction,
    firmId: string,
    userId: string,
    list: ListName,
  ): Promise<{ id: string; name: string }[]> {
    await tx.query('select 1 from firm_user where firm_id = $1 and id = $2 for no key update', [firmId, userId]);
    return tx.query('select id, name from saved_view where firm_id = $1 and user_id = $2 and list = $3', [
      firmId,
      userId,
      list,
    ]);
  }

  async insert(
    tx: Transaction,
    firmId: string,
    view: ViewFields & { id: string; userId: string; list: ListName },
  ): Promise<void> {
    await tx.insert(SavedViewEntity, { firmId, ...view });
  }

  async update(tx: Transaction, firmId: string, { id, name, asked, shared }: StoredView): Promise<void> {
    await tx.update(SavedViewEntity, { firmId, id }, { name, asked, shared });
  }

  async delete(tx: Transaction, firmId: string, id: string): Promise<void> {
    await tx.delete(SavedViewEntity, { firmId, id });
  }
}
