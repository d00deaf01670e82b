import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './api';
import { keys } from './query-keys';

export const stagesQuery = queryOptions({
  queryKey: keys.stages(),
  queryFn: ({ signal }) => answer(api.GET('/api/stages', { signal })),
});
