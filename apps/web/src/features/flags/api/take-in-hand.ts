import { answer, api } from '../../../lib/api';
import type { Flag } from '../../../lib/answers';
import { useChange } from '../../../lib/use-change';
import { FACT, type FlagVerb } from './flag-verbs';

/** What is done with one flag: each verb with what it needs. */
type OneChange = { verb: FlagVerb } & (
  | { verb: 'acknowledge'; reason: string }
  | { verb: 'snooze'; until: string }
  | { verb: 'assign'; userId: string | null; reason?: string }
  | { verb: 'take_back' | 'wake' }
);

function send(id: string, change: OneChange): Promise<Flag> {
  const params = { path: { id } };
  switch (change.verb) {
    case 'acknowledge':
      return answer(api.POST('/api/flags/{id}/acknowledge', { params, body: { reason: change.reason } }));
    case 'take_back':
      return answer(api.DELETE('/api/flags/{id}/acknowledge', { params }));
    case 'snooze':
      return answer(api.POST('/api/flags/{id}/snooze', { params, body: { until: change.until } }));
    case 'wake':
      return answer(api.DELETE('/api/flags/{id}/snooze', { params }));
    case 'assign':
      return answer(
        api.POST('/api/flags/{id}/assign', {
          params,
          body: { userId: change.userId, ...(change.reason ? { reason: change.reason } : {}) },
        }),
      );
  }
}

export const useTakeInHand = (flagId: string) =>
  useChange({
    fact: ({ verb }) => FACT[verb],
    mutationFn: (change: OneChange) => send(flagId, change),
    evenRefused: true,
    quiet: true,
  });
