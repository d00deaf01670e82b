import { answer, api } from '../../lib/api';
import { useChange } from '../../lib/use-change';

type Change = { version: number } & ({ text: string; mentions: string[] } | { reason: string });

/** Other words for what was logged, or taking it back; clocks may stand otherwise then. */
export const useChangeActivity = (id: string) =>
  useChange({
    fact: (change) => ('text' in change ? 'activities.activity_corrected' : 'activities.activity_withdrawn'),
    mutationFn: async (change: Change): Promise<void> => {
      const params = { path: { id } };
      if ('text' in change) await answer(api.PATCH('/api/activities/{id}', { params, body: change }));
      else await answer(api.POST('/api/activities/{id}/withdrawal', { params, body: change }));
    },
    evenRefused: true,
  });
