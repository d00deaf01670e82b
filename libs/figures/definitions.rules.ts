import { FEWEST_SEARCHES } from '@app/reports/reports.rules.js';
import type { Figure, FigureName } from './figures.types.js';

type Said = Pick<Figure, 'unit' | 'definition'>;

/** What each figure is, in one sentence; docs/METRICS.md says the rest. */
export const DEFINITIONS: Readonly<Record<FigureName, Said>> = {
  timeToOffer: {
    unit: 'days',
    definition:
      'From the opening of a search to its first offer extended, in elapsed days net of holds, each reopening counted on its own, with searches that have no offer yet counted as still waiting (Kaplan-Meier).',
  },
  placedBy90: {
    unit: 'share',
    definition:
      'The share of searches that had an accepted offer by day 90 net of holds, where searches that end otherwise compete with it (Aalen-Johansen).',
  },
  placementRate: {
    unit: 'share',
    definition:
      'Of the searches that have ended, the share that was placed, by the quarter of their opening; those cancelled, terminated, filled internally or left unfilled are the rest, and open ones are shown beside it.',
  },
  offerAcceptance: {
    unit: 'share',
    definition:
      'Accepted offers among those accepted, declined or expired; offers undecided or rescinded are shown apart.',
  },
  passthrough: {
    unit: 'share',
    definition:
      'Of the stays in a kind of stage that are over, the share that ended in a later kind; those still waiting are shown beside it, and who skips a kind has no stay in it.',
  },
  timeInStage: {
    unit: 'days',
    definition:
      'Elapsed days in a kind of stage, holds included: quartiles of the stays that are over, the median age of those in progress, and the median over both (Kaplan-Meier).',
  },
  openSearches: {
    unit: 'searches',
    definition:
      'Running searches by the local dates since they were opened or reopened, and by the health that their open flags say.',
  },
  lostToMarket: {
    unit: 'candidates',
    definition:
      'Candidates who withdrew because they took another offer or were no longer available, by the day of their market window on which they did.',
  },
  load: {
    unit: 'searches',
    definition: 'Running searches by lead, with the candidates in play there: live, and beyond sourcing.',
  },
};

export const SIDE_BY_SIDE_DEFINITION =
  'The time to offer of two selections of searches, and whether a difference as large would come about by chance (log-rank test).';

/** What is said instead of a figure of too few searches; null: there are enough. */
export function tooFew(searches: number): string | null {
  if (searches === 0) return 'Nothing to go by yet';
  return searches < FEWEST_SEARCHES ? `Too few to say: ${searches}` : null;
}

/** What a figure says of itself. */
export function figureOf(name: FigureName, n: number, of: Pick<Figure, 'searches' | 'searchIds'>): Figure {
  return { ...DEFINITIONS[name], n, searches: of.searches, searchIds: of.searchIds, words: tooFew(of.searches) };
}
