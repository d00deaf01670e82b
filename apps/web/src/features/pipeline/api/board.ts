import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const boardQuery = (searchId: string) =>
  queryOptions({
    queryKey: keys.board(searchId),
    queryFn: ({ signal }) =>
      answer(api.GET('/api/searches/{id}/board', { params: { path: { id: searchId } }, signal })),
  });

/** Other people's moves appear by asking again; not while a card is in the hand. */
export const useBoard = (searchId: string, holding = false) =>
  useQuery({ ...boardQuery(searchId), refetchInterval: holding ? false : 10_000, refetchOnWindowFocus: !holding });
