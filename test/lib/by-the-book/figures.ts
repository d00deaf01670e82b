import type { Hold } from './days.js';
import type { Episode, Firm, Person, Search } from './firm.js';

export interface BookFigures {
  n: number;
  searches: number;
  offers: number;
  beforeOpening: number;
  whileClosed: number;
  curve: { days: number; estimate: number; lower: number | null; upper: number | null }[];
  median: number | null;
  medianLower: number | null;
  medianUpper: number | null;
  completedMean: number | null;
  placedBy90: number | null;
  placedLower: number | null;
  placedUpper: number | null;
}

interface Spell {
  days: number;
  happened: boolean;
}

/** METRICS, "Time to offer" and "Placed by day 90". */
export function figuresByTheBook(firm: Firm, now: number): BookFigures {
  const episodes = firm.searches.flatMap((search) =>
    search.episodes.filter(({ opened }) => opened <= now).map((episode) => ({ search, episode })),
  );
  const spells = episodes.map(({ search, episode }): Spell => {
    const first = search.people
      .flatMap((person) => offersOf(person, now))
      .filter((at) => isWithin(at, episode))
      .sort((a, b) => a - b)[0];
    return { days: elapsed(search.holds, episode.opened, first ?? end(episode, now)), happened: first !== undefined };
  });
  const happened = spells.filter((spell) => spell.happened);
  const curve = kaplanMeier(spells);
  return {
    n: spells.length,
    searches: new Set(episodes.map(({ search }) => search)).size,
    offers: happened.length,
    ...leftOut(firm, now),
    curve,
    median: medianOf(curve.map(({ days, estimate }) => ({ days, at: estimate }))),
    medianLower: medianOf(curve.map(({ days, lower }) => ({ days, at: lower }))),
    medianUpper: medianOf(curve.map(({ days, upper }) => ({ days, at: upper }))),
    completedMean: happened.length === 0 ? null : happened.reduce((sum, { days }) => sum + days, 0) / happened.length,
    ...placedBy90(episodes, now),
  };
}

const end = ({ closed }: Episode, now: number) => (closed !== null && closed <= now ? closed : now);

const isWithin = (at: number, { opened, closed }: Episode) => at >= opened && (closed === null || at <= closed);

/** "Elapsed is end minus start, the time on hold taken out (where holds overlap, once; one that runs lasts until the end)." */
function elapsed(holds: readonly Hold[], from: number, to: number): number {
  let rested = 0;
  let until = from;
  for (const hold of [...holds].sort((a, b) => a.start - b.start)) {
    const [start, stop] = [Math.max(hold.start, until), Math.min(hold.end ?? to, to)];
    rested += Math.max(0, stop - start);
    until = Math.max(until, stop);
  }
  return (to - from - rested) / 86_400_000;
}

/** METRICS: "Where a candidacy has no offer on record, its moves into a stage of kind `offer` or `placed` count as offers." */
function offersOf({ offers, moves }: Person, asOf: number): number[] {
  const recorded = offers.map(({ extended }) => extended).filter((at) => at <= asOf);
  if (recorded.length > 0) return recorded;
  return moves
    .filter(({ at, corrected, stage }) => at <= asOf && asOf < corrected && ['offer', 'placed'].includes(stage.kind))
    .map(({ at }) => at);
}

function leftOut(firm: Firm, now: number): Pick<BookFigures, 'beforeOpening' | 'whileClosed'> {
  const counts = { beforeOpening: 0, whileClosed: 0 };
  for (const { episodes, people } of firm.searches) {
    for (const person of people) {
      const offers = offersOf(person, now);
      const counted = person.offers.length > 0 ? offers : offers.slice(0, 1);
      for (const at of counted.filter((offer) => !episodes.some((episode) => isWithin(offer, episode)))) {
        if (at < (episodes[0] as Episode).opened) counts.beforeOpening++;
        else counts.whileClosed++;
      }
    }
  }
  return counts;
}

/** Greenwood's variance, log-log, 95 %; "at one age, offers come before censorings". */
function kaplanMeier(spells: readonly Spell[]): BookFigures['curve'] {
  const ages = [...new Set(spells.filter(({ happened }) => happened).map(({ days }) => days))].sort((a, b) => a - b);
  let estimate = 1;
  let greenwood = 0;
  return ages.map((days) => {
    const atRisk = spells.filter((spell) => spell.days >= days).length;
    const events = spells.filter((spell) => spell.happened && spell.days === days).length;
    estimate *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    if (atRisk === events) return { days, estimate: 0, lower: null, upper: null };
    const spread = (1.959963984540054 * Math.sqrt(greenwood)) / Math.log(estimate);
    return { days, estimate, lower: estimate ** Math.exp(-spread), upper: estimate ** Math.exp(spread) };
  });
}

/** "The first step below one half; where it is exactly one half, the middle between that step and the next one." */
function medianOf(steps: readonly { days: number; at: number | null }[]): number | null {
  const index = steps.findIndex(({ at }) => at !== null && at < 0.5 + 1e-12);
  const step = steps[index];
  if (step === undefined) return null;
  const exactly = Math.abs((step.at as number) - 0.5) < 1e-12;
  return exactly ? (step.days + (steps[index + 1] ?? step).days) / 2 : step.days;
}

type Placed = Pick<BookFigures, 'placedBy90' | 'placedLower' | 'placedUpper'>;

/** METRICS, "Placed by day 90": Aalen and Johansen's cumulative incidence. */
function placedBy90(episodes: readonly { search: Search; episode: Episode }[], now: number): Placed {
  const spells = episodes.map(({ search, episode }) => {
    const accepted = search.people
      .flatMap(({ offers }) => offers)
      .filter(
        ({ extended, decision, decided }) => isWithin(extended, episode) && decision === 'accepted' && decided !== null,
      )
      .map(({ decided }) => decided as number)
      .filter((decided) => decided <= end(episode, now))
      .sort((a, b) => a - b)[0];
    const isOver = episode.closed !== null && episode.closed <= now;
    const outcome =
      accepted !== undefined || (isOver && episode.reason === 'placed') ? 'placed' : isOver ? 'other' : null;
    return { days: elapsed(search.holds, episode.opened, accepted ?? end(episode, now)), outcome };
  });
  const everyEnd = spells.length > 0 && spells.every(({ outcome }) => outcome !== null);
  if (!everyEnd && !spells.some(({ days }) => days >= 90)) {
    return { placedBy90: null, placedLower: null, placedUpper: null };
  }
  let [free, incidence] = [1, 0];
  const ages: Age[] = [];
  for (const age of [...new Set(spells.map(({ days }) => days))].sort((a, b) => a - b)) {
    if (age > 90) break;
    const atRisk = spells.filter(({ days }) => days >= age).length;
    const ended = (outcome: string) => spells.filter((spell) => spell.days === age && spell.outcome === outcome).length;
    const waiting = free;
    incidence += (free * ended('placed')) / atRisk;
    ages.push({ n: atRisk, d: ended('placed') + ended('other'), k: ended('placed'), incidence, waiting });
    free *= 1 - (ended('placed') + ended('other')) / atRisk;
  }
  return { placedBy90: incidence, ...intervalOf(ages.slice(0, ages.findLastIndex(({ k }) => k > 0) + 1)) };
}

/** Whoever came to an end at an age: at risk, ended, placed, the incidence then, and the share that waited before. */
interface Age {
  n: number;
  d: number;
  k: number;
  incidence: number;
  waiting: number;
}

/** METRICS, "Placed by day 90": the delta method's variance, log-log, on the scale of the complement. */
function intervalOf(ages: readonly Age[]): Pick<Placed, 'placedLower' | 'placedUpper'> {
  const share = ages.at(-1)?.incidence ?? 0;
  if (share < 1e-12 || share > 1 - 1e-12) return { placedLower: null, placedUpper: null };
  const variance = ages.reduce((sum, { n, d, k, incidence, waiting }) => {
    const before = n === d ? 0 : ((share - incidence) ** 2 * d) / (n * (n - d));
    const placed = (waiting ** 2 * k * (n - k)) / n ** 3;
    return sum + before + placed - (2 * (share - incidence) * waiting * k) / n ** 2;
  }, 0);
  const width = (1.959963984540054 * Math.sqrt(Math.max(0, variance))) / ((1 - share) * Math.abs(Math.log(1 - share)));
  return {
    placedLower: 1 - (1 - share) ** Math.exp(-width),
    placedUpper: 1 - (1 - share) ** Math.exp(width),
  };
}
