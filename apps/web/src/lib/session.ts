import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { answer, api } from './api';
import type { Me } from './answers';
import { keys } from './query-keys';

export const meQuery = queryOptions({
  queryKey: keys.me(),
  queryFn: ({ signal }) => answer(api.GET('/api/me', { signal })),
  staleTime: 5 * 60_000,
});

/** The signed-in person, their firm and office; every page below the shell may rely on it. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

export const useZone = (): string => useMe().office.timeZone;
