import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../lib/api';
import { keys } from '../../lib/query-keys';
import { useMe } from '../../lib/session';

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

interface MayBeHidden {
  confidential: boolean;
  team: readonly { id: string }[];
}

/** Whom one may name: everybody else who works here and may see what it is about. */
export function useColleagues(search?: MayBeHidden): { id: string; name: string }[] {
  const { data = [] } = useUsers();
  const { user } = useMe();
  return data.filter(
    ({ id }) => id !== user.id && (!search?.confidential || search.team.some((member) => member.id === id)),
  );
}
