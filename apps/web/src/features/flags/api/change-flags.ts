import { answer, api } from '../../../lib/api';
import { ApiProblem } from '../../../lib/problem';
import { useChange } from '../../../lib/use-change';
import { FACT, type FlagChange } from './flag-verbs';

/** As many as the server takes at once. */
const AT_ONCE = 200;

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
