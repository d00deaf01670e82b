import type { ListName } from './views.types.js';

const ORDER_AND_COLUMNS = ['q', 'sort', 'columns'];

/** What the address of each list can say. */
export const KEYS: Readonly<Record<ListName, readonly string[]>> = {
  candidates: [...ORDER_AND_COLUMNS, 'city', 'country', 'layer', 'signal', 'active'],
  searches: [...ORDER_AND_COLUMNS, 'status', 'health', 'leadId', 'clientId', 'officeId', 'roleKey'],
  clients: [...ORDER_AND_COLUMNS, 'country', 'industry'],
};

/** Why these words are no view of the list; null: they are one. */
export function refusedWords(list: ListName, asked: readonly string[]): string | null {
  const keys = asked.map((word) => word.slice(0, word.indexOf('=')));
  const unknown = keys.find((key) => !KEYS[list].includes(key));
  if (unknown !== undefined) return `The list of ${list} cannot be asked for “${unknown}”.`;
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  return twice === undefined ? null : `A view asks for “${twice}” once.`;
}
