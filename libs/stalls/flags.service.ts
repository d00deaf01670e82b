import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { windowClosesAt } from '@app/clocks/clocks.rules.js';
import { DEFAULT_POLICY } from '@app/clocks/policy.rules.js';
import { Database } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import type { SearchErrorCode } from '@app/searches/searches.types.js';
import { FlagsRepository } from './flags.repository.js';
import type { OpenFlag, TodayItem } from './stalls.types.js';

/** More than anybody does in a day. */
const LONGEST_LIST = 200;

/** Flags as people see them and take them in hand. */
@Injectable()
export class FlagsService {
  constructor(
    private readonly database: Database,
    private readonly repository: FlagsRepository,
  ) {}

  /** Today's work of this person, their own searches first, in the order the windows run out. */
  async today(actor: Actor): Promise<TodayItem[]> {
    const { reader } = this.database;
    const searchIds = await this.repository.ownSearches(reader, actor);
    const rows = await this.repository.today(reader, actor.firmId, { searchIds, others: false, limit: LONGEST_LIST });
    if (rows.length < LONGEST_LIST && (actor.role === 'partner' || actor.role === 'admin')) {
      const limit = LONGEST_LIST - rows.length;
      rows.push(...(await this.repository.today(reader, actor.firmId, { searchIds, others: true, limit })));
    }
    return rows.map(({ zone, ...item }) => ({
      ...item,
      windowClosesAt: item.windowOpenedAt && windowClosesAt(item.windowOpenedAt, zone, DEFAULT_POLICY),
    }));
  }

  /** Open flags of one search, worst first, with what they were decided on. */
  async openFlags(actor: Actor, searchId: string): Promise<OpenFlag[]> {
    const { reader } = this.database;
    if (!(await this.repository.maySee(reader, actor, searchId))) {
      throw new DomainError<SearchErrorCode>(
        'search_not_found',
        'There is no search with this id, or you are not on its team.',
      );
    }
    return this.repository.ofSearch(reader, actor.firmId, searchId);
  }
}
