import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { TimelineKind } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';

export interface TimelineOf {
  searchId?: string;
  candidateId?: string;
  contactId?: string | undefined;
  clientId?: string;
}

export const timelineQuery = (of: TimelineOf, kind: TimelineKind | undefined) =>
  infiniteQueryOptions({
    queryKey: keys.timeline({ ...of, kind }),
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/timeline', { params: { query: { ...of, kind, after: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
