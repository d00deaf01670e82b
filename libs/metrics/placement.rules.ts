import { spellOf } from './time-to-offer.rules.js';
import { type CompetingSpell, type EpisodeRow, PLACEMENT_OUTCOMES, type PlacementOutcome } from './metrics.types.js';

/**
 * From opening to the accepted offer, net of holds; a search closed for another coded reason has come to that end
 * instead. A search coded as placed without an accepted offer on record was placed when it closed.
 */
export function placementSpell(episode: EpisodeRow, now: Date): CompetingSpell<PlacementOutcome> {
  const { acceptedAt, closedAt, closeReason } = episode;
  const end = acceptedAt ?? closedAt ?? now;
  return { ...spellOf(episode, end), outcome: acceptedAt ? 'placed' : outcomeOf(closeReason) };
}

function outcomeOf(closeReason: string | null): PlacementOutcome | null {
  return PLACEMENT_OUTCOMES.find((outcome) => outcome === closeReason) ?? null;
}
