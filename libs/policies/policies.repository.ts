import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import type { PolicyScope, PolicySettings } from '@app/limits/limits.types.js';
import type { PolicyRole, PolicyStage, StoredPolicyEdit } from './policies.types.js';

export interface LayerKey {
  readonly scope: PolicyScope;
  readonly scopeKey: string;
}

@Injectable()
export class PoliciesRepository {
  /** One edit of a firm's policies at a time: each is judged by all the others. */
  async lock(tx: Transaction, firmId: string): Promise<void> {
    await tx.query('select 1 from firm where id = $1 for no key update', [firmId]);
  }

  stages(db: EntityManager, firmId: string): Promise<PolicyStage[]> {
    return db.query(
      `select id, label, kind, budget_working_days as "budgetDays" from stage
       where firm_id = $1 and archived_at is null order by position, id`,
      [firmId],
    );
  }

  /** Every role of the firm by title; of the archived ones, searches may still be running. */
  roles(db: EntityManager, firmId: string): Promise<PolicyRole[]> {
    return db.query('select key, title, archived from search_role where firm_id = $1 order by title, key', [firmId]);
  }

  /** What each stage is called, the archived ones too: what was set for them was set. */
  async stageLabels(db: EntityManager, firmId: string): Promise<Map<string, string>> {
    const rows: { id: string; label: string }[] = await db.query('select id, label from stage where firm_id = $1', [
      firmId,
    ]);
    return new Map(rows.map(({ id, label }) => [id, label]));
  }

  /** Keeps what a layer says now as its next version; returns the layer's id. */
  async saveLayer(
    tx: Transaction,
    firmId: string,
    layer: LayerKey & { settings: PolicySettings; byUserId: string | null },
  ): Promise<string> {
    const settings = JSON.stringify(layer.settings);
    const [saved] = await tx.query<{ id: string; version: number }[]>(
      `insert into stall_policy as p (firm_id, id, scope, scope_key, settings, updated_by) values ($1, $2, $3, $4, $5, $6)
       on conflict (firm_id, scope, scope_key) do update
         set settings = excluded.settings, version = p.version + 1, updated_at = now(), updated_by = excluded.updated_by
       returning id, version`,
      [firmId, newId(), layer.scope, layer.scopeKey, settings, layer.byUserId],
    );
    const { id, version } = saved ?? { id: '', version: 0 };
    await tx.query(
      `insert into stall_policy_edit (firm_id, id, policy_id, version, settings, by_user_id)
       values ($1, $2, $3, $4, $5, $6)`,
      [firmId, newId(), id, version, settings, layer.byUserId],
    );
    return id;
  }

  /** The latest first. */
  edits(db: EntityManager, firmId: string, { scope, scopeKey }: LayerKey, limit: number): Promise<StoredPolicyEdit[]> {
    return db.query(
      `select e.version, e.at, e.by_user_id as "byUserId", e.settings
       from stall_policy p join stall_policy_edit e on e.firm_id = p.firm_id and e.policy_id = p.id
       where p.firm_id = $1 and p.scope = $2 and p.scope_key = $3 order by e.version desc limit $4`,
      [firmId, scope, scopeKey, limit],
    );
  }

  /** Has the running searches a layer applies to looked at again, locked in the order every writer of flags takes. */
  async lookAgain(tx: Transaction, firmId: string, { scope, scopeKey }: LayerKey): Promise<void> {
    await tx.query(
      `update search_check k set next_check_at = '-infinity'
       from (select id from search
             where firm_id = $1 and status in ('open', 'offer', 'on_hold')
               and ($2 = 'firm' or ($2 = 'role' and role_key = $3) or ($2 = 'search' and id::text = $3))
             order by id for no key update) running
       where k.firm_id = $1 and k.search_id = running.id`,
      [firmId, scope, scopeKey],
    );
  }
}
