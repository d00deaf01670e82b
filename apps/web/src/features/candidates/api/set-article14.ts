import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { useChange } from '../../../lib/use-change';
import { candidateQuery } from './find-candidate';

export type SetArticle14 = Body<'/api/candidates/{id}/article-14'>;

export const useSetArticle14 = (id: string) =>
  useChange({
    fact: 'candidates.article14_changed',
    mutationFn: (body: SetArticle14) =>
      answer(api.POST('/api/candidates/{id}/article-14', { params: { path: { id } }, body })),
    keep: (candidate, queries) => queries.setQueryData(candidateQuery(id).queryKey, candidate),
    quiet: true,
  });
