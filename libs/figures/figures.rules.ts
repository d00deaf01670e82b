import { logRank } from '@app/metrics/log-rank.rules.js';
import type { EpisodeFigures } from '@app/metrics/metrics.types.js';
import { offerSpell } from '@app/metrics/time-to-offer.rules.js';
import { dayOf } from '@app/platform/time/local-date.js';
import { localDayOf } from '@app/platform/time/zone.js';
import { FEWEST_SEARCHES, healthCounts, timeToOfferFigure } from '@app/reports/reports.rules.js';
import type { RankedSearch } from '@app/reports/reports.types.js';
import type { Population } from '@app/vocabulary/vocabulary.types.js';
import { figureOf, SIDE_BY_SIDE_DEFINITION, tooFew } from './definitions.rules.js';
import { shareOf, waitingCurve } from './episode-figures.rules.js';
import {
  type AgeBand,
  type LoadInsight,
  type LostFound,
  type LostInsight,
  MOST_NAMED,
  type OfferAcceptanceInsight,
  type OffersFound,
  type OpenSearchesInsight,
  type Origin,
  type Side,
  type SideBySide,
} from './figures.types.js';

/** The first days of the bands in which open searches are counted. */
const BANDS = [0, 31, 61, 91, 121, 181];

export function offerAcceptance(facts: OffersFound): OfferAcceptanceInsight {
  const { accepted, declined, expired, rescinded, pending, takenBack } = facts;
  const decided = accepted + declined + expired;
  return {
    ...figureOf('offerAcceptance', decided, facts),
    ...shareOf(accepted, decided, facts.searches >= FEWEST_SEARCHES),
    ...{ accepted, declined, expired, rescinded, pending, takenBack },
  };
}

export function lostToMarket(facts: LostFound): LostInsight {
  const days = facts.days.flatMap(({ day, candidates }) => (day === null ? [] : [{ day, candidates }]));
  const all = facts.days.reduce((sum, { candidates }) => sum + candidates, 0);
  const inWindow = days.reduce((sum, { candidates }) => sum + candidates, 0);
  // counts are counts, however few
  const words = all === 0 ? 'Nobody was lost to the market' : null;
  return { ...figureOf('lostToMarket', all, facts), words, days, withoutWindow: all - inWindow };
}

/** Running searches of the roles and the period asked for; who and where has been asked of the database. */
export function ofPopulation(
  searches: readonly RankedSearch[],
  { roleKeys, openedFrom, openedTo }: Population,
): RankedSearch[] {
  return searches.filter(({ roleKey, episodeOpenedAt, zone }) => {
    const opened = localDayOf(episodeOpenedAt, zone);
    return (
      (roleKeys?.includes(roleKey) ?? true) &&
      (openedFrom === undefined || opened >= dayOf(openedFrom)) &&
      (openedTo === undefined || opened <= dayOf(openedTo))
    );
  });
}

export function openSearches(searches: readonly RankedSearch[], at: Date): OpenSearchesInsight {
  const aged = searches.map(({ health, episodeOpenedAt, zone }) => ({
    health,
    age: localDayOf(at, zone) - localDayOf(episodeOpenedAt, zone),
  }));
  const ages = BANDS.map((fromDay, i): AgeBand => {
    const next = BANDS[i + 1];
    const toDay = next === undefined ? null : next - 1;
    const counts = healthCounts(aged.filter(({ age }) => age >= fromDay && age <= (toDay ?? Infinity)));
    return { fromDay, toDay, ...counts };
  });
  return {
    ...figureOf('openSearches', searches.length, newest(searches)),
    words: noneRunning(searches),
    oldestDays: aged.length === 0 ? null : Math.max(...aged.map(({ age }) => age)),
    ages,
  };
}

export function loadOf(
  searches: readonly RankedSearch[],
  people: readonly { searchId: string; people: number }[],
): LoadInsight {
  const inPlay = new Map(people.map(({ searchId, people: count }) => [searchId, count]));
  const leads = new Map<string, RankedSearch[]>();
  for (const search of searches) leads.set(search.lead.id, [...(leads.get(search.lead.id) ?? []), search]);
  return {
    ...figureOf('load', searches.length, newest(searches)),
    words: noneRunning(searches),
    leads: [...leads.values()]
      .flatMap((of) => {
        const { stalled, atRisk, onHold } = healthCounts(of);
        const count = of.reduce((sum, { id }) => sum + (inPlay.get(id) ?? 0), 0);
        return of[0] ? [{ ...of[0].lead, searches: of.length, stalled, atRisk, onHold, inPlay: count }] : [];
      })
      .sort((a, b) => b.searches - a.searches || b.inPlay - a.inPlay || a.name.localeCompare(b.name, 'en')),
  };
}

const noneRunning = (searches: readonly RankedSearch[]): string | null =>
  searches.length === 0 ? 'No search is running' : null;

function newest(searches: readonly RankedSearch[]): Origin {
  const ids = [...searches].sort((a, b) => +b.episodeOpenedAt - +a.episodeOpenedAt).map(({ id }) => id);
  return { searches: ids.length, searchIds: ids.slice(0, MOST_NAMED) };
}

/** Two selections with their curves, and whether the one waits longer than the other. */
export function sideBySide(one: EpisodeFigures, other: EpisodeFigures, at: Date): SideBySide {
  const spells = [one, other].map(({ episodes }) => episodes.map((episode) => offerSpell(episode, at)));
  const { chi2, df, p, groups } = logRank(spells);
  const known = new Set(one.episodes.map(({ episodeId }) => episodeId));
  const shared = other.episodes.filter(({ episodeId }) => known.has(episodeId)).length;
  const few = [one, other].some(({ timeToOffer }) => timeToOffer.searches < FEWEST_SEARCHES);
  const test = shared > 0 || few ? { chi2: null, df, p: null } : { chi2, df, p };
  const side = (figures: EpisodeFigures, i: number): Side => sideOf(figures, spells[i] ?? [], groups[i]?.expected ?? 0);
  return {
    at,
    definition: SIDE_BY_SIDE_DEFINITION,
    one: side(one, 0),
    other: side(other, 1),
    test,
    shared,
    sentence: verdict(test.p, shared, few),
  };
}

function sideOf({ timeToOffer }: EpisodeFigures, spells: Parameters<typeof waitingCurve>[0], expected: number): Side {
  const { searches, episodes, offers, medianDays, lowDays, highDays } = timeToOfferFigure(timeToOffer);
  return {
    ...{ searches, episodes, offers, medianDays, lowDays, highDays, expected },
    words: tooFew(searches),
    ...waitingCurve(spells, timeToOffer),
  };
}

const NOTABLE = 0.05;

function verdict(p: number | null, shared: number, few: boolean): string {
  if (shared > 0)
    return `${shared === 1 ? 'One search is' : `${shared} are`} in both selections, so the two cannot be tested against each other.`;
  if (few) return 'One of the two has fewer than five searches: too few for a test.';
  if (p === null) return 'Neither has enough offers yet for a test.';
  const chance = p < 0.001 ? 'less than 0.1' : (100 * p).toFixed(p < 0.1 ? 1 : 0);
  return p < NOTABLE
    ? `The two differ: were they alike, a difference as large would come about by chance in ${chance} % of cases.`
    : `No difference that chance could not explain: were the two alike, one as large would come about in ${chance} % of cases.`;
}
