import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { candidateQuery } from './find-candidate';

export type SetArticle14 = Body<'/api/candidates/{id}/article-14'>;

export function useSetArticle14(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: SetArticle14) =>
      answer(api.POST('/api/candidates/{id}/article-14', { params: { path: { id } }, body })),
    onSuccess: (candidate) => queryClient.setQueryData(candidateQuery(id).queryKey, candidate),
    meta: { quiet: true },
  });
}
