import { type Day, dayBegins, dayOf, Diary, later, pausedDays } from './days.js';
import {
  type Activity,
  type Episode,
  type Firm,
  KINDS,
  type Move,
  type Offer,
  type Person,
  type Search,
  type Stage,
} from './firm.js';

export const atLeast = (stage: Stage, kind: (typeof KINDS)[number]) =>
  KINDS.indexOf(stage.kind as (typeof KINDS)[number]) >= KINDS.indexOf(kind);

/** CLOCKS, "Progress of a search" and "A reopening": what is said, with the client too or with the candidate alone. */
const TALKS = ['call', 'meeting', 'interview', 'interview_set'];
export const PROGRESS = [...TALKS, 'client_feedback'];

/** Somebody in a running search, as of a moment. */
export interface Standing {
  person: Person;
  live: boolean;
  stage: Stage;
  /** CLOCKS, "A reopening": from the reopening where the own fact is older */
  since: number;
  /** whether it is the own fact's */
  isOwn: boolean;
  /** the moves up to the moment */
  moves: Move[];
  undecided: Offer[];
}

/** CLOCKS, "Facts": a running search as of a moment. */
export interface Running {
  asOf: number;
  today: Day;
  search: Search;
  stages: Stage[];
  episode: Episode;
  reopened: boolean;
  onHold: boolean;
  offerOut: boolean;
  diary: Diary;
  /** everybody who is or was in the search */
  standings: Standing[];
  live: Standing[];
  activities: Activity[];
  /** the moment, or the opening of the running episode where that is later */
  latest: (...moments: number[]) => number;
  /** the moment, or the reopening where that is later */
  afresh: (moment: number) => number;
}

/** CLOCKS, "Episodes": undefined unless the search is running at that moment. */
export function runningAt(firm: Firm, search: Search, asOf: number): Running | undefined {
  const begun = search.episodes.filter(({ opened }) => opened <= asOf);
  const episode = begun.at(-1);
  if (episode === undefined || (episode.closed !== null && episode.closed <= asOf)) return undefined;
  const reopened = begun.length > 1;
  const standings = search.people
    .map((person) => standingOf(person, firm, search, episode, reopened, asOf))
    .filter((standing) => standing !== undefined);
  const live = standings.filter((standing) => standing.live);
  const { zone } = search.office;
  return {
    ...{ asOf, search, episode, reopened, standings, live, stages: firm.stages },
    today: dayOf(asOf, zone),
    onHold: search.holds.some(({ start, end }) => start <= asOf && (end === null || asOf < end)),
    offerOut: search.people.some((person) => isLive(person, asOf) && undecidedOf(person, asOf).length > 0),
    diary: new Diary(search.office, pausedDays(search.holds, zone, asOf)),
    activities: search.activities.filter(({ at }) => at <= asOf),
    latest: (...moments) => Math.max(episode.opened, ...moments),
    afresh: (moment) => (reopened ? Math.max(episode.opened, moment) : moment),
  };
}

/** CLOCKS, "Where somebody stands". */
function standingOf(
  person: Person,
  firm: Firm,
  search: Search,
  episode: Episode,
  reopened: boolean,
  asOf: number,
): Standing | undefined {
  const moves = person.moves.filter(({ at, corrected }) => at <= asOf && asOf < corrected);
  if (moves.length === 0 && person.moves.some(({ corrected }) => corrected === Infinity)) return undefined;
  const lastMove = moves.at(-1) ?? { at: (search.episodes[0] as Episode).opened, stage: firm.stages[0] as Stage };
  return {
    ...{ person, moves, stage: lastMove.stage },
    live: isLive(person, asOf),
    since: reopened ? Math.max(lastMove.at, episode.opened) : lastMove.at,
    isOwn: !reopened || lastMove.at >= episode.opened,
    undecided: undecidedOf(person, asOf),
  };
}

const isLive = ({ ended }: Person, asOf: number) => ended === null || asOf < ended;

const undecidedOf = ({ offers }: Person, asOf: number) =>
  offers.filter(({ extended, decided }) => extended <= asOf && (decided === null || asOf < decided));

/** CLOCKS, "Progress of a search": the last one within the running episode, else the opening. */
export function lastProgress({ episode, search, activities, asOf, standings, latest }: Running): number {
  const forward = standings.flatMap(({ moves }) =>
    moves.filter(({ stage }, index) => index === 0 || stage.position > (moves[index - 1] as Move).stage.position),
  );
  const offers = search.people.flatMap(({ offers }) =>
    offers.flatMap(({ extended, decided }) => [extended, decided ?? 0]),
  );
  const spoken = activities.filter(({ search: about, kind }) => about === search.ref && PROGRESS.includes(kind));
  const moments = [...forward.map(({ at }) => at), ...offers, ...spoken.map(({ at }) => at)];
  return latest(...moments.filter((at) => at > episode.opened && at <= asOf));
}

/** METRICS: as the day begins at the search's office. CLOCKS: of the day of a reopening, from the reopening. */
function inMarketFrom(day: Day | null, zone: string, reopening: number | null): number {
  if (day === null || (reopening !== null && day < dayOf(reopening, zone))) return Infinity;
  return Math.max(dayBegins(day, zone), reopening ?? -Infinity);
}

/** METRICS, "Market window", and CLOCKS, "A reopening": what opened the window that still runs. */
export function windowOf({ person, moves, stage }: Standing, running: Running): number | undefined {
  const { episode, reopened, activities, search } = running;
  const opening = episode.opened;
  if (stage.kind === 'placed') return undefined;
  const offered = person.offers.some(({ extended }) => extended >= opening && extended <= running.asOf);
  const past = moves.some(
    ({ at, stage: into }) => (!reopened || at >= opening) && ['offer', 'placed'].includes(into.kind),
  );
  if (offered || past) return undefined;
  const out = moves.filter((move) => move.stage.kind !== 'sourcing').map(({ at }) => at);
  const inMarket = inMarketFrom(person.inMarketSince, search.office.zone, reopened ? opening : null);
  if (!reopened) return out[0] === undefined ? undefined : Math.min(out[0], inMarket);
  const next = out.filter((at) => at >= opening);
  if (out.some((at) => at < opening)) {
    const spoken = activities.filter(
      ({ search: about, person: whom, kind, at }) =>
        about === search.ref && whom === person.ref && at >= opening && TALKS.includes(kind),
    );
    next.push(...spoken.map(({ at }) => at));
  }
  return next.length === 0 ? undefined : Math.min(...next, inMarket);
}

export const windowDay = (opened: number, day: number, zone: string): Day => later(dayOf(opened, zone), day);
