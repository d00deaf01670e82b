import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { Database } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { DEFAULT_PAGE, pageOf, type Page, type PageRequest } from '@app/platform/lists/page.js';
import { TimelineRepository } from './timeline.repository.js';
import { isChangeable } from './timeline.rules.js';
import type { TimelineEntry, TimelineErrorCode, TimelineFilter } from './timeline.types.js';

@Injectable()
export class TimelineService {
  constructor(
    private readonly database: Database,
    private readonly repository: TimelineRepository,
  ) {}

  /** A page of what happened in a search, with a candidate, a contact or a client, as far as the reader may see its search. */
  async page(actor: Actor, filter: TimelineFilter, page: PageRequest): Promise<Page<TimelineEntry>> {
    const { searchId, candidateId, contactId, clientId } = filter;
    if (!searchId && !candidateId && !contactId && !clientId) {
      throw new DomainError<TimelineErrorCode>(
        'timeline_without_subject',
        'Say whose timeline: of a search, a candidate, a contact or a client.',
      );
    }
    const rows = await this.repository.page(this.database.db, actor, filter, page);
    const { items, next } = pageOf(rows, page.limit ?? DEFAULT_PAGE, ({ atKey, id }) => [atKey, id]);
    return {
      items: items.map(({ atKey: _, ...entry }) => ({ ...entry, changeable: isChangeable(actor, entry) })),
      next,
    };
  }
}
