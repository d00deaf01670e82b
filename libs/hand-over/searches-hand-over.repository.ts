import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { isConfidential, onTeamOfSearch, viewer, visibleSearch } from '@app/identity/visible.sql.js';
import type { Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';

export interface HandedSearch {
  readonly id: string;
  readonly as: 'lead' | 'team';
}

@Injectable()
export class SearchesHandOverRepository {
  async count(db: Transaction, actor: Actor, userId: string): Promise<number> {
    const [row] = await db.query<{ count: number }[]>(
      `select count(*)::int as count from search s
       where s.firm_id = $1 and ${visibleSearch('s')} and ${onTeamOfSearch('s', '$4')}`,
      [...viewer(actor), userId],
    );
    return row?.count ?? 0;
  }

  /** The confidential searches of somebody who goes that whoever takes over does not see yet. */
  async hiddenFrom(
    tx: Transaction,
    firmId: string,
    from: string,
    to: string,
  ): Promise<{ id: string; fromName: string; toName: string }[]> {
    return tx.query(
      `select s.id, f.name as "fromName", t.name as "toName" from search s
       join firm_user f on f.firm_id = s.firm_id and f.id = $4
       join firm_user t on t.firm_id = s.firm_id and t.id = $3
       where s.firm_id = $1 and ${isConfidential('s')} and not ${visibleSearch('s')} and ${onTeamOfSearch('s', '$4')}
       order by s.id for no key update of s`,
      [firmId, false, to, from],
    );
  }

  /** Every search, open or closed, hidden or not: what nobody leads any more would be lost. */
  async handOver(tx: Transaction, firmId: string, from: string, to: string): Promise<HandedSearch[]> {
    const handed = await tx.query<HandedSearch[]>(
      `with led as (
         select s.id from search s where s.firm_id = $1 and s.lead_user_id = $2 for no key update
       ), member as (
         delete from search_member m where m.firm_id = $1 and m.user_id = $2 returning m.search_id
       ), changed as (
         update search s set lead_user_id = case when s.lead_user_id = $2 then $3 else s.lead_user_id end, version = version + 1
         where s.firm_id = $1 and (s.id in (select id from led) or s.id in (select search_id from member))
         returning s.id
       ), again as (
         update search_check set next_check_at = '-infinity' where firm_id = $1 and search_id in (select id from changed)
       )
       select c.id, case when c.id in (select id from led) then 'lead' else 'team' end as "as" from changed c order by c.id`,
      [firmId, from, to],
    );
    await tx.query(
      `insert into search_member (firm_id, id, search_id, user_id)
       select $1, m.id, m.search_id, $2 from unnest($3::uuid[], $4::uuid[]) m (id, search_id)
       on conflict (firm_id, search_id, user_id) do nothing`,
      [firmId, to, handed.map(() => newId()), handed.map(({ id }) => id)],
    );
    return handed;
  }
}
