import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../lib/api';
import type { Answer } from '../lib/answers';
import { keys } from '../lib/query-keys';
import type { ListName } from './views/views';

export type Matching = Answer<'/api/clients/matching'>;
/** What an act needs to know of a row. */
export type Selected = Matching['items'][number];

const ASK: Record<ListName, (query: object, signal: AbortSignal) => Promise<Matching>> = {
  candidates: (query, signal) => answer(api.GET('/api/candidates/matching', { params: { query }, signal })),
  searches: (query, signal) => answer(api.GET('/api/searches/matching', { params: { query }, signal })),
  clients: (query, signal) => answer(api.GET('/api/clients/matching', { params: { query }, signal })),
};

/** All that the list would show if it were loaded to its end, as it stands on the server now. */
export const useMatching = (list: ListName, asked: object, enabled: boolean) =>
  useQuery({
    queryKey: keys.matching(list, asked),
    queryFn: ({ signal }) => ASK[list](asked, signal),
    enabled,
    gcTime: 0,
  });
