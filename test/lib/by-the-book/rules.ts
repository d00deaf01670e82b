import { type Day, dayBegins, dayOf, Diary, later } from './days.js';
import type { Firm, Search, Stage } from './firm.js';
import {
  atLeast,
  lastProgress,
  PROGRESS,
  type Running,
  runningAt,
  type Standing,
  windowDay,
  windowOf,
} from './standing.js';

export interface BookFlag {
  rule: string;
  search: string;
  candidate: string | null;
  severity: 'watch' | 'stalled';
  since: number;
  deadline: number;
}

export interface BookHealth {
  search: string;
  health: 'on_track' | 'at_risk' | 'stalled' | 'on_hold';
  flags: BookFlag[];
}

type Found = Pick<BookFlag, 'severity' | 'since' | 'deadline'>;
/** one flag a subject: of the later severity once both have come */
type Rungs = { severity: Found['severity']; deadline: number }[];

/** CLOCKS: every flag of a firm as of a moment, by running search. */
export function healthByTheBook(firm: Firm, asOf: number): BookHealth[] {
  return firm.searches.flatMap((search) => {
    const running = runningAt(firm, search, asOf);
    return running === undefined ? [] : [healthOf(search, running)];
  });
}

/** GLOSSARY, "health"; CLOCKS, "What a flag keeps": a hold suspends every flag but those of the market window. */
function healthOf(search: Search, running: Running): BookHealth {
  const flags = running.onHold ? ofPeople(running, [PERSON_RULES.window]) : flagsOf(running);
  if (running.onHold) return { search: search.ref, health: 'on_hold', flags };
  const stalled = flags.some(({ severity }) => severity === 'stalled');
  const health = stalled ? 'stalled' : flags.length > 0 ? 'at_risk' : 'on_track';
  return { search: search.ref, health, flags };
}

function flagsOf(running: Running): BookFlag[] {
  const ofSearch = Object.entries(SEARCH_RULES).flatMap(([rule, decide]) => {
    const found = decide(running);
    return found ? [{ ...found, rule, search: running.search.ref, candidate: null }] : [];
  });
  return [...ofSearch, ...ofPeople(running, Object.values(PERSON_RULES))];
}

const ofPeople = (running: Running, rules: readonly PersonRule[]): BookFlag[] =>
  running.live.flatMap((standing) =>
    rules.flatMap((decide) =>
      decide(standing, running).map((found) => ({
        ...{ search: running.search.ref, candidate: standing.person.ref, ...found },
      })),
    ),
  );

/** CLOCKS, "What a flag keeps": when one that is raised at a moment goes to the lead partner; holds do not stop it. */
export function escalationByTheBook({ office, limits }: Search, raised: number): number {
  return new Diary(office, () => false).deadline(raised, limits.escalateAfterDays);
}

function reached(since: number, rungs: Rungs, asOf: number): Found | undefined {
  const last = rungs.filter(({ deadline }) => deadline <= asOf).at(-1);
  return last && { ...last, since };
}

const SEARCH_RULES: Record<string, (running: Running) => Found | undefined> = {
  no_progress: (running) => {
    const { limits } = running.search;
    const since = lastProgress(running);
    const sourcing = running.live.every(({ stage }) => stage.kind === 'sourcing');
    const deadline = running.diary.deadline(since, sourcing ? limits.noProgressSourcingDays : limits.noProgressDays);
    return reached(since, [{ severity: 'stalled', deadline }], running.asOf);
  },

  slate_late: (running) => {
    const { limits } = running.search;
    const { opened } = running.episode;
    const presented = running.standings.filter(({ moves, live, stage: now }) => {
      const arrival = moves.find(({ stage }) => atLeast(stage, 'presented'));
      if (arrival === undefined || arrival.at >= opened) return arrival !== undefined;
      return live && atLeast(now, 'presented');
    });
    if (running.offerOut || presented.length >= limits.slateSize) return undefined;
    const deadline = running.diary.dayOfSearch(opened, limits.slateDay);
    return reached(opened, [{ severity: 'stalled', deadline }], running.asOf);
  },

  thin_pipeline: (running) => {
    const { limits } = running.search;
    const { opened } = running.episode;
    const assessed = running.live.filter(({ stage }) => atLeast(stage, 'assessed'));
    if (running.offerOut || assessed.length >= limits.thinPipelineSize) return undefined;
    const deadline = running.diary.dayOfSearch(opened, limits.thinPipelineDay);
    return reached(opened, [{ severity: 'watch', deadline }], running.asOf);
  },

  decision_maker_silent: (running) => {
    const { search, episode, activities, latest } = running;
    const spoken = activities.filter(
      ({ kind, search: about, decisionMakerOf, at }) =>
        PROGRESS.includes(kind) &&
        decisionMakerOf === search.client &&
        (about === search.ref || about === '') &&
        at > episode.opened,
    );
    const since = latest(...spoken.map(({ at }) => at));
    return reached(
      since,
      [{ severity: 'watch', deadline: running.diary.deadline(since, search.limits.decisionMakerDays) }],
      running.asOf,
    );
  },

  pace: (running) => {
    const { opened } = running.episode;
    const limit = paceLimit(running);
    if (limit === undefined || running.offerOut) return undefined;
    const late = pathsOf(running).map((path) => turnsLate(path, limit, running));
    return reached(opened, [{ severity: 'watch', deadline: Math.max(opened, ...late) }], running.asOf);
  },
};

type PersonRule = (standing: Standing, running: Running) => (Found & { rule: string })[];

const PERSON_RULES = {
  stage: (standing, { search, diary, asOf }) => {
    const budget = search.budgetOf(standing.stage);
    if (budget === 0 || standing.undecided.length > 0) return [];
    const rungs: Rungs = [
      { severity: 'watch', deadline: diary.deadline(standing.since, budget) },
      { severity: 'stalled', deadline: diary.deadline(standing.since, 2 * budget) },
    ];
    return named('stage_overdue', reached(standing.since, rungs, asOf));
  },

  window: (standing, running) => {
    const since = windowOf(standing, running);
    if (since === undefined) return [];
    const { office, limits } = running.search;
    const { zone } = office;
    const [closing, closed] = [limits.windowWatchDay, limits.windowCloseDay].map((day) =>
      dayBegins(windowDay(since, day, zone), zone),
    ) as [number, number];
    const rungs: Rungs = [
      { severity: 'watch', deadline: closing },
      { severity: 'stalled', deadline: closed },
    ];
    const found = reached(since, rungs, running.asOf);
    return named(found?.severity === 'stalled' ? 'window_closed' : 'window_closing', found);
  },

  turn: (standing, running) => {
    const turn = clientsTurn(standing, running);
    if (turn === undefined) return [];
    const since = running.afresh(turn);
    const { limits } = running.search;
    const rungs: Rungs = [
      { severity: 'watch', deadline: running.diary.deadline(since, limits.clientSilentWatchDays) },
      { severity: 'stalled', deadline: running.diary.deadline(since, limits.clientSilentStalledDays) },
    ];
    return named('client_silent', reached(since, rungs, running.asOf));
  },

  offers: (standing, running) =>
    standing.undecided.flatMap(({ extended, expires }) => {
      const since = running.afresh(extended);
      const deadline = Math.min(
        running.diary.deadline(since, running.search.limits.offerPendingDays),
        running.afresh(expires ?? Infinity),
      );
      return named('offer_pending', reached(since, [{ severity: 'stalled', deadline }], running.asOf));
    }),
} satisfies Record<string, PersonRule>;

const named = (rule: string, found: Found | undefined) => (found ? [{ rule, ...found }] : []);

/** CLOCKS, "Whose turn it is". */
function clientsTurn({ person, moves, stage }: Standing, { search, activities }: Running): number | undefined {
  const move = moves.at(-1);
  if (move === undefined || !['presented', 'client_interview', 'finalist'].includes(stage.kind)) return undefined;
  const about = activities.filter((activity) => activity.search === search.ref && activity.person === person.ref);
  const held = about.filter(({ kind, at }) => kind === 'interview' && at >= move.at).map(({ at }) => at);
  const turns = stage.kind === 'finalist' ? held : [move.at, ...held];
  if (turns.length === 0) return undefined;
  const turn = Math.max(...turns);
  return about.some(({ kind, at }) => kind === 'client_feedback' && at >= turn) ? undefined : turn;
}

interface Path {
  began: number;
  budget: number;
  ahead: number;
}

/** CLOCKS, "The forecast". */
function pathsOf({ live, stages, episode, search }: Running): Path[] {
  const budget = search.budgetOf;
  const sum = (of: Stage[]) => of.reduce((total, stage) => total + budget(stage), 0);
  if (live.length === 0) return [{ began: episode.opened, budget: 0, ahead: sum(stages) }];
  const offer = stages.find(({ kind }) => kind === 'offer')?.position ?? Infinity;
  return live.map(({ stage, since }) => ({
    began: since,
    budget: budget(stage),
    ahead: sum(stages.filter(({ position }) => position > stage.position && position < offer)),
  }));
}

function forecastOn(today: Day, { began, budget, ahead }: Path, { diary }: Running): Day {
  const leaves = diary.nth(dayOf(began, diary.office.zone), budget);
  return diary.nth(today > leaves ? today : leaves, ahead);
}

function turnsLate(path: Path, limit: Day, running: Running): number {
  const { zone } = running.search.office;
  const start = dayOf(path.began, zone);
  if (forecastOn(start, path, running) > limit) return path.began;
  for (let day = later(start, 1); day <= running.today; day = later(day, 1)) {
    if (forecastOn(day, path, running) > limit) return dayBegins(day, zone);
  }
  return Infinity;
}

function paceLimit(running: Running): Day | undefined {
  const { zone } = running.search.office;
  const closes = running.live
    .filter(({ stage }) => stage.kind === 'finalist')
    .map((standing) => windowOf(standing, running))
    .filter((opened) => opened !== undefined)
    .map((opened) => later(windowDay(opened, running.search.limits.windowCloseDay, zone), -1));
  const last = closes.sort().at(-1);
  return [last, running.search.target ?? undefined].filter((day) => day !== undefined).sort()[0];
}
