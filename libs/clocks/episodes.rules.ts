import type { CandidacyFacts, SearchFacts, StallRuleName } from './clocks.types.js';

/** No fact is called this: what the clock ran from has been answered or undone. */
const STOPPED = '';

/** The fact a flag's clock runs from now; null when its candidacy is over. A flag of another key belongs to the past. */
export function episodeKeyOf(rule: StallRuleName, subjectId: string, facts: SearchFacts): string | null {
  switch (rule) {
    case 'no_progress':
      return facts.progressKey;
    case 'slate_late':
      return facts.arrivals.presentedKey ?? facts.episodeId;
    case 'thin_pipeline':
      return facts.arrivals.assessedKey ?? facts.episodeId;
    case 'decision_maker_silent': {
      const { decisionMakerAt: at, decisionMakerKey: key, episodeOpenedAt, episodeId } = facts;
      return at && key && at > episodeOpenedAt ? key : episodeId;
    }
    case 'pace':
      return facts.status === 'offer' ? STOPPED : facts.episodeId;
    case 'offer_pending':
      return facts.offers.some(({ offerId }) => offerId === subjectId) ? subjectId : STOPPED;
    default: {
      const candidacy = facts.candidacies.find(({ candidacyId }) => candidacyId === subjectId);
      return candidacy ? candidacyKeyOf(rule, candidacy) : null;
    }
  }
}

type CandidacyRule = 'stage_overdue' | 'client_silent' | 'window_closing' | 'window_closed';

function candidacyKeyOf(rule: CandidacyRule, candidacy: CandidacyFacts): string {
  if (rule === 'stage_overdue') return candidacy.stageKey;
  if (rule === 'client_silent') return candidacy.clientTurnKey ?? STOPPED;
  return candidacy.offerExtendedAt ? STOPPED : (candidacy.windowKey ?? STOPPED);
}
