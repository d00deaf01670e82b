import { answer, api } from '../../../lib/api';
import type { Card } from '../../../lib/answers';
import { isStatus } from '../../../lib/problem';
import { useChange } from '../../../lib/use-change';
import type { Outcome } from './change-candidacy';

export interface EndOthers extends Outcome {
  cards: readonly Card[];
}

/** Ends several candidacies with one outcome, each as if by hand; says how many others somebody has changed meanwhile. */
export const useEndOthers = () =>
  useChange({
    fact: 'pipeline.candidacy_ended',
    mutationFn: async ({ cards, ...outcome }: EndOthers): Promise<{ ended: number; left: number }> => {
      let left = 0;
      for (const { id, version } of cards) {
        const params = { path: { id } };
        await answer(api.POST('/api/candidacies/{id}/outcome', { params, body: { version, ...outcome } })).catch(
          (error: unknown) => {
            if (!isStatus(error, 409)) throw error;
            left += 1;
          },
        );
      }
      return { ended: cards.length - left, left };
    },
    evenRefused: true,
  });
