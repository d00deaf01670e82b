import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { ApiProblem } from '../../../lib/problem';
import type { Fact } from '../../../lib/stale';
import { useChange } from '../../../lib/use-change';

export type FlagChange = Body<'/api/flags/changes'>['changes'][number];

/** As many as the server takes at once. */
const AT_ONCE = 200;

const FACT: Record<FlagChange['verb'], Fact> = {
  acknowledge: 'flags.flag_acknowledged',
  take_back: 'flags.flag_reopened',
  snooze: 'flags.flag_snoozed',
  wake: 'stalls.flag_woken',
  assign: 'flags.flag_assigned',
};

export interface Told {
  /** ids */
  done: string[];
  /** stops no other */
  refused: ApiProblem[];
}

/** Changes flags, all in the same way. */
async function send(changes: readonly FlagChange[]): Promise<Told> {
  const told: Told = { done: [], refused: [] };
  for (let from = 0; from < changes.length; from += AT_ONCE) {
    const body = { changes: changes.slice(from, from + AT_ONCE) };
    const { items, refused } = await answer(api.POST('/api/flags/changes', { body }));
    told.done.push(...items.map(({ id }) => id));
    told.refused.push(...refused.map(({ code, detail }) => new ApiProblem(409, code, detail)));
  }
  return told;
}

export const useChangeFlags = () =>
  useChange({
    fact: (changes: readonly FlagChange[]) => FACT[changes[0]?.verb ?? 'acknowledge'],
    mutationFn: send,
    evenRefused: true,
  });
