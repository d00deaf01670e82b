import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Answer, Body } from '../../lib/answers';
import { answer, api } from '../../lib/api';
import { inParts } from '../../lib/in-parts';
import { isStatus } from '../../lib/problem';
import { keys } from '../../lib/query-keys';
import { useChange } from '../../lib/use-change';

export type ListedPerson = Body<'/api/newcomers/preview'>['people'][number];
export type Judged = Answer<'/api/newcomers/preview', 'post'>['items'][number];
export type Newcomer = Body<'/api/newcomers'>['people'][number];
export type Added = Answer<'/api/newcomers', 'post'>;

/** Why those leave a search again who should not have been put into it. */
const MISTAKE = { outcome: 'rejected', by: 'firm', reason: 'added_by_mistake' } as const;

/** Judged anew with every change; what was answered before stays until then. */
export const useJudged = (searchId: string | undefined, people: ListedPerson[]) => {
  const into = searchId ? { searchId } : {};
  return useQuery({
    queryKey: keys.newcomers({ ...into, people }),
    queryFn: ({ signal }) =>
      inParts(people, async (some) => ({
        ...(await answer(api.POST('/api/newcomers/preview', { body: { ...into, people: some }, signal }))),
        refused: [],
      })),
    placeholderData: keepPreviousData,
    enabled: people.length > 0,
    gcTime: 0,
  });
};

export const useAddNewcomers = (searchId: string | undefined) =>
  useChange({
    fact: searchId ? 'pipeline.candidacy_added' : 'candidates.candidate_added',
    mutationFn: (people: Newcomer[]) =>
      inParts(people, (some) =>
        answer(api.POST('/api/newcomers', { body: { ...(searchId ? { searchId } : {}), people: some } })),
      ),
    evenRefused: true,
  });

/** Takes off a search again whom nobody has touched since; says how many stayed. */
export const useTakeOff = () =>
  useChange({
    fact: 'pipeline.candidacy_ended',
    mutationFn: async ({ items }: Added): Promise<{ off: number; stayed: number }> => {
      const begun = items.flatMap(({ candidacy }) => candidacy ?? []);
      let off = 0;
      let failure: Error | undefined;
      // one that stays, for whatever reason, keeps none of the others on the search
      for (const { id, version } of begun) {
        const body = { version, ...MISTAKE };
        try {
          await answer(api.POST('/api/candidacies/{id}/outcome', { params: { path: { id } }, body }));
          off += 1;
        } catch (error) {
          if (!isStatus(error, 409)) failure ??= error as Error;
        }
      }
      if (off === 0 && failure) throw failure;
      return { off, stayed: begun.length - off };
    },
    evenRefused: true,
  });
