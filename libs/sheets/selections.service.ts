import { Injectable } from '@nestjs/common';
import { CandidatesService } from '@app/candidates/candidates.service.js';
import type { CandidateFilter, CandidateSort } from '@app/candidates/candidates.types.js';
import { ClientsService } from '@app/clients/clients.service.js';
import type { ClientFilter, ClientSort } from '@app/clients/clients.types.js';
import type { Actor } from '@app/identity/identity.types.js';
import type { Page } from '@app/platform/lists/page.js';
import { SearchesService } from '@app/searches/searches.service.js';
import type { SearchFilter, SearchSort } from '@app/searches/searches.types.js';
import { MOST_SELECTED, type Selected, type Selection } from './sheets.types.js';

/**
 * Everything that a filter matches, to be acted on at once. Each list is asked of its own service and in one statement,
 * so it is that of one moment and of what the reader may see.
 */
@Injectable()
export class SelectionsService {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly searches: SearchesService,
    private readonly clients: ClientsService,
  ) {}

  async matchingCandidates(actor: Actor, filter: CandidateFilter, sort?: CandidateSort): Promise<Selection> {
    return selectionOf(await this.candidates.list(actor, filter, { limit: MOST_SELECTED, sort }), ({ name }) => name);
  }

  async matchingSearches(actor: Actor, filter: SearchFilter, sort?: SearchSort): Promise<Selection> {
    return selectionOf(await this.searches.list(actor, filter, { limit: MOST_SELECTED, sort }), ({ title }) => title);
  }

  async matchingClients(actor: Actor, filter: ClientFilter, sort?: ClientSort): Promise<Selection> {
    return selectionOf(await this.clients.list(actor, filter, { limit: MOST_SELECTED, sort }), ({ name }) => name);
  }
}

function selectionOf<Row extends Omit<Selected, 'name'>>(
  { items, next }: Page<Row>,
  nameOf: (row: Row) => string,
): Selection {
  return { items: items.map((row) => ({ id: row.id, name: nameOf(row), version: row.version })), more: next !== null };
}
