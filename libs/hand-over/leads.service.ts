import { Injectable } from '@nestjs/common';
import { mayOpenSearch } from '@app/identity/access.rules.js';
import { colleagueLeft, IdentityService } from '@app/identity/identity.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database } from '@app/platform/database/database.js';
import { demand } from '@app/platform/errors/demand.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { eachAlone } from '@app/platform/once/each-alone.js';
import { SearchesService } from '@app/searches/searches.service.js';
import type { LeadChange, SearchErrorCode } from '@app/searches/searches.types.js';
import type { LeadChanges } from './hand-over.types.js';

/** Several searches that get another lead. */
@Injectable()
export class LeadsService {
  constructor(
    private readonly database: Database,
    private readonly searches: SearchesService,
    private readonly identity: IdentityService,
  ) {}

  /** What `changeLeads` would do, and what it would refuse; nothing is written. */
  previewLeads(actor: Actor, changes: readonly LeadChange[]): Promise<LeadChanges> {
    return this.each(actor, changes, false);
  }

  /** All in one transaction; what is refused is refused alone, before anything of it is written. */
  changeLeads(actor: Actor, changes: readonly LeadChange[]): Promise<LeadChanges> {
    return this.each(actor, changes, true);
  }

  private async each(actor: Actor, changes: readonly LeadChange[], write: boolean): Promise<LeadChanges> {
    demand(mayOpenSearch(actor), 'Only consultants, partners and admins can change who leads a search.');
    return this.database.transaction(async (tx) => {
      const leads = changes.map(({ leadUserId }) => leadUserId);
      const left = await this.identity.whetherLeft(tx, actor.firmId, leads);
      // in one order, so that two who change some of the same never wait for each other
      const inOrder = [...changes.entries()].sort(([, a], [, b]) => (a.searchId < b.searchId ? -1 : 1));
      return eachAlone(inOrder, async (change) => {
        const hasLeft = left.get(change.leadUserId);
        if (hasLeft === undefined)
          throw new DomainError<SearchErrorCode>('unknown_team_member', 'There is no such colleague at this firm.');
        if (hasLeft) throw colleagueLeft();
        return this.searches.lead(tx, actor, change, write);
      });
    });
  }
}
