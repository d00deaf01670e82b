import { netElapsedDays } from './metrics.rules.js';
import type { EpisodeRow, Spell } from './metrics.types.js';

/** From opening to the first offer extended, net of holds; without one, seen until the closing or until now. */
export function offerSpell(episode: EpisodeRow, now: Date): Spell {
  const holds = episode.holds.map(({ from, to }) => ({ from: new Date(from), to: to === null ? null : new Date(to) }));
  const end = episode.firstOfferAt ?? episode.closedAt ?? now;
  return { entry: 0, time: netElapsedDays(episode.openedAt, end, holds), event: episode.firstOfferAt !== null };
}
