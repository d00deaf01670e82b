import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Flag } from '../../../lib/answers';

/** Everything that can be done with a flag, each named by its verb. */
export type FlagChange =
  | { verb: 'acknowledge'; reason: string }
  | { verb: 'takeBack' }
  | { verb: 'snooze'; until: string }
  | { verb: 'wake' }
  | { verb: 'assign'; userId: string | null };

function send(id: string, change: FlagChange): Promise<Flag> {
  const params = { path: { id } };
  switch (change.verb) {
    case 'acknowledge':
      return answer(api.POST('/api/flags/{id}/acknowledge', { params, body: { reason: change.reason } }));
    case 'takeBack':
      return answer(api.DELETE('/api/flags/{id}/acknowledge', { params }));
    case 'snooze':
      return answer(api.POST('/api/flags/{id}/snooze', { params, body: { until: change.until } }));
    case 'wake':
      return answer(api.DELETE('/api/flags/{id}/snooze', { params }));
    case 'assign':
      return answer(api.POST('/api/flags/{id}/assign', { params, body: { userId: change.userId } }));
  }
}

export function useTakeInHand(flagId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: FlagChange) => send(flagId, change),
    meta: { quiet: true },
    // also when it is refused: somebody may have been faster
    onSettled: async () => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['flag', flagId] }),
        queryClient.invalidateQueries({ queryKey: ['today'] }),
        queryClient.invalidateQueries({ queryKey: ['search'] }),
      ]);
    },
  });
}
