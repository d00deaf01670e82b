import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const useSearchFigures = (id: string) =>
  useQuery({
    queryKey: keys.searchFigures(id),
    queryFn: ({ signal }) => answer(api.GET('/api/searches/{id}/figures', { params: { path: { id } }, signal })),
  });
