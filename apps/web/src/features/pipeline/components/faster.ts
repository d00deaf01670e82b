import type { Candidacy } from '../../../lib/answers';
import { OUTCOME } from '../../../lib/words';

/** What somebody else has done with a card meanwhile: who, and where it is now. */
export function whoWasFaster(name: string, latest: Pick<Candidacy, 'outcome' | 'moves'> | null): string {
  if (latest?.outcome) return `${name} is no longer in the search: ${OUTCOME[latest.outcome].toLowerCase()}.`;
  const move = latest?.moves.filter(({ voided }) => !voided).at(-1);
  if (!move) return `Someone else changed ${name} a moment ago. You now see the latest version.`;
  return `${move.by?.name ?? 'Someone else'} moved ${name} to ${move.toStageLabel}. That is where the card is now.`;
}
