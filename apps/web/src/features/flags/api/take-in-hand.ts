import { answer, api } from '../../../lib/api';
import type { Flag } from '../../../lib/answers';
import type { Fact } from '../../../lib/stale';
import { useChange } from '../../../lib/use-change';

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

const FACT: Record<FlagChange['verb'], Fact> = {
  acknowledge: 'flags.flag_acknowledged',
  takeBack: 'flags.flag_reopened',
  snooze: 'flags.flag_snoozed',
  wake: 'stalls.flag_woken',
  assign: 'flags.flag_assigned',
};

export const useTakeInHand = (flagId: string) =>
  useChange({
    fact: ({ verb }) => FACT[verb],
    mutationFn: (change: FlagChange) => send(flagId, change),
    evenRefused: true,
    quiet: true,
  });
