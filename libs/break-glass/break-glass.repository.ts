import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { isConfidential, viewer, visibleSearch } from '@app/identity/visible.sql.js';
import type { Transaction } from '@app/platform/database/database.js';

@Injectable()
export class BreakGlassRepository {
  /** The confidential searches of this id or reference that the person may not see, locked. */
  async lockHidden(tx: Transaction, actor: Actor, search: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select s.id from search s
       where s.firm_id = $1 and (s.id::text = lower($4) or s.ref = $4) and not ${visibleSearch('s')}
       order by s.id for no key update of s`,
      [...viewer(actor), search],
    );
    return rows.map(({ id }) => id);
  }

  /** The confidential searches on whose team nobody can sign in, locked. */
  async lockForsaken(tx: Transaction, firmId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select s.id from search s
       where s.firm_id = $1 and ${isConfidential('s')} and not exists (
         select 1 from search_team t join firm_user u on u.firm_id = t.firm_id and u.id = t.user_id
         where t.firm_id = $1 and t.search_id = s.id and u.deactivated_at is null and u.auth_user_id is not null)
       order by s.id for no key update of s`,
      [firmId],
    );
    return rows.map(({ id }) => id);
  }

  /** Everybody on the team who can sign in: who has left, or has not joined yet, reads nothing. */
  async activeTeam(tx: Transaction, firmId: string, searchId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select t.user_id as id from search_team t
       join firm_user u on u.firm_id = t.firm_id and u.id = t.user_id
         and u.deactivated_at is null and u.auth_user_id is not null
       where t.firm_id = $1 and t.search_id = $2 order by t.lead desc, t.user_id`,
      [firmId, searchId],
    );
    return rows.map(({ id }) => id);
  }
}
