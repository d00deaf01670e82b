import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import type { Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { viewer, visibleSearch } from '@app/identity/visible.sql.js';

export interface HeldFlag {
  readonly id: string;
  readonly searchId: string;
  readonly assigned: boolean;
  readonly acknowledged: boolean;
}

/** Open flags that were given to somebody, or that they said they have in hand. */
const heldBy = (user: string): string =>
  `f.firm_id = $1 and f.state <> 'cleared' and (f.assigned_to = ${user} or f.acknowledged_by = ${user})`;

@Injectable()
export class FlagsHandOverRepository {
  async count(db: Transaction, actor: Actor, userId: string): Promise<number> {
    const [row] = await db.query<{ count: number }[]>(
      `select count(*)::int as count from stall_flag f
       join search s on s.firm_id = f.firm_id and s.id = f.search_id
       where ${heldBy('$4')} and ${visibleSearch('s')}`,
      [...viewer(actor), userId],
    );
    return row?.count ?? 0;
  }

  /** The searches are locked first, as by everybody who touches a flag. */
  async lock(tx: Transaction, firmId: string, userId: string): Promise<HeldFlag[]> {
    await tx.query(
      `select 1 from search s
       where s.firm_id = $1 and s.id in (select f.search_id from stall_flag f where ${heldBy('$2')})
       order by s.id for no key update`,
      [firmId, userId],
    );
    return tx.query(
      `select f.id, f.search_id as "searchId", f.assigned_to is not distinct from $2 as assigned,
              f.acknowledged_by is not distinct from $2 as acknowledged
       from stall_flag f where ${heldBy('$2')} order by f.id for no key update`,
      [firmId, userId],
    );
  }

  /** Given to somebody else; what the leaver had acknowledged is for that person to say again. */
  async handOver(tx: Transaction, firmId: string, flags: readonly HeldFlag[], from: string, to: string): Promise<void> {
    await tx.query(
      `update stall_flag set
         assigned_to = case when assigned_to = $3 then $4 else assigned_to end,
         acknowledged_at = case when acknowledged_by is distinct from $3 then acknowledged_at end,
         acknowledge_reason = case when acknowledged_by is distinct from $3 then acknowledge_reason end,
         acknowledged_by = case when acknowledged_by is distinct from $3 then acknowledged_by end
       where firm_id = $1 and id = any ($2::uuid[])`,
      [firmId, flags.map(({ id }) => id), from, to],
    );
  }

  async recordActions(
    tx: Transaction,
    { firmId, userId }: Actor,
    actions: readonly { flagId: string; action: 'assigned' | 'reopened'; detail: object }[],
  ): Promise<void> {
    await tx.query(
      `insert into flag_action (firm_id, id, flag_id, action, by_user_id, detail)
       select $1, a.id, a.flag_id, a.action, $2, a.detail::jsonb
       from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[]) a (id, flag_id, action, detail)`,
      [
        firmId,
        userId,
        actions.map(() => newId()),
        actions.map(({ flagId }) => flagId),
        actions.map(({ action }) => action),
        actions.map(({ detail }) => JSON.stringify(detail)),
      ],
    );
  }
}
