import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { BreakGlassService } from '@app/break-glass/break-glass.service.js';
import { SearchesHandOverRepository } from './searches-hand-over.repository.js';
import { SEARCH_HANDED_OVER } from './hand-over.events.js';

/** What becomes of the searches of somebody who leaves. Inside the transaction of whoever lets them go. */
@Injectable()
export class SearchesHandOverService {
  constructor(
    private readonly database: Database,
    private readonly repository: SearchesHandOverRepository,
    private readonly audit: AuditService,
    private readonly glass: BreakGlassService,
  ) {}

  /** How many this person leads or works on, of those the actor may see. */
  count(actor: Actor, userId: string): Promise<number> {
    return this.repository.count(this.database.db, actor, userId);
  }

  /**
   * Those the actor may not see too: the actor is told no more than that it was done. Where the actor takes them over,
   * or the operator says who does, nobody of the firm vouches for the one who can read them now: their teams are told,
   * as when an admin breaks the glass.
   */
  async handOver(tx: Transaction, actor: Actor, from: string, to: string): Promise<number> {
    const { firmId } = actor;
    const isUnvouched = actor.userId === to || actor.userId === null;
    const hidden = isUnvouched ? await this.repository.hiddenFrom(tx, firmId, from, to) : [];
    const handed = await this.repository.handOver(tx, firmId, from, to);
    for (const { id, as } of handed) {
      const detail = { as, from, to };
      await this.audit.fact(tx, actor, { fact: SEARCH_HANDED_OVER, subject: ['search', id], detail });
    }
    for (const { id, fromName, toName } of hidden) {
      const title = `${fromName} has left; ${toName} has taken over and is now on the team of this confidential search.`;
      await this.glass.tell(tx, actor, { searchId: id, userId: to, title, from });
    }
    return handed.length;
  }
}
