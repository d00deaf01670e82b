import { answer, api } from '../../../lib/api';
import type { Body, Search } from '../../../lib/answers';
import type { Fact } from '../../../lib/stale';
import { useChange } from '../../../lib/use-change';
import { searchQuery } from '../../../lib/search-query';

export type CloseReason = Body<'/api/searches/{id}/close'>['reason'];

/** Everything that can be done to a search as a whole, each named by its verb. */
export type SearchChange =
  | { verb: 'hold'; reason?: string }
  | { verb: 'resume' }
  | { verb: 'close'; reason: CloseReason }
  | { verb: 'reopen' }
  | { verb: 'leave' };

function send({ id, version }: Search, change: SearchChange): Promise<Search> {
  const params = { path: { id } };
  switch (change.verb) {
    case 'hold':
      return answer(api.POST('/api/searches/{id}/hold', { params, body: { version, reason: change.reason } }));
    case 'resume':
      return answer(api.POST('/api/searches/{id}/resume', { params, body: { version } }));
    case 'close':
      return answer(api.POST('/api/searches/{id}/close', { params, body: { version, reason: change.reason } }));
    case 'reopen':
      return answer(api.POST('/api/searches/{id}/reopen', { params, body: { version } }));
    case 'leave':
      return answer(api.POST('/api/searches/{id}/leaving', { params, body: { version } }));
  }
}

const FACT: Record<SearchChange['verb'], Fact> = {
  hold: 'searches.search_held',
  resume: 'searches.search_resumed',
  close: 'searches.search_closed',
  reopen: 'searches.search_reopened',
  leave: 'searches.search_changed',
};

export const useChangeSearch = (search: Search) =>
  useChange({
    fact: ({ verb }) => FACT[verb],
    mutationFn: (change: SearchChange) => send(search, change),
    keep: (changed, queries) => queries.setQueryData(searchQuery(changed.id).queryKey, changed),
  });
