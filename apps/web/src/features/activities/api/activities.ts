import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export interface ActivitiesAbout {
  searchId?: string;
  candidateId?: string;
  clientId?: string;
}

export const activitiesQuery = (about: ActivitiesAbout) =>
  infiniteQueryOptions({
    queryKey: keys.activities(about),
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/activities', { params: { query: { ...about, after: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
