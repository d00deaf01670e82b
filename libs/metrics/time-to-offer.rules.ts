import { netElapsedDays } from './metrics.rules.js';
import type { EpisodeRow, Spell } from './metrics.types.js';

/** From opening to the first offer extended, net of holds; without one, seen until the closing or until now. */
export function offerSpell(episode: EpisodeRow, now: Date): Spell {
  const end = episode.firstOfferAt ?? episode.closedAt ?? now;
  return { ...spellOf(episode, end), event: episode.firstOfferAt !== null };
}

/** An episode from its opening to a moment, net of holds. */
export function spellOf({ openedAt, holds }: EpisodeRow, end: Date): { entry: number; time: number } {
  const pauses = holds.map(({ from, to }) => ({ from: new Date(from), to: to === null ? null : new Date(to) }));
  return { entry: 0, time: netElapsedDays(openedAt, end, pauses) };
}
