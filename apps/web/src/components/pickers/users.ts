import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../lib/api';
import { keys } from '../../lib/query-keys';

const usersQuery = queryOptions({
  queryKey: keys.users(),
  queryFn: ({ signal }) => answer(api.GET('/api/users', { signal })),
});

/** Everybody who works or worked here, and whom one may invite. */
export const useEverybody = () => useQuery(usersQuery);

/** Whom work can be given to. */
export const useUsers = () =>
  useQuery({
    ...usersQuery,
    // work is given to nobody who has left
    select: ({ items }) => items.filter(({ state }) => state !== 'deactivated'),
    staleTime: 5 * 60_000,
  });
