import { type Day, dayBegins, dayOf, later } from './days.js';
import type { Stage } from './firm.js';
import { type Running, windowDay, windowOf } from './standing.js';

interface Path {
  began: number;
  budget: number;
  ahead: number;
}

interface Limit {
  day: Day;
  kind: 'target' | 'finalist_windows';
}

/** CLOCKS, "The forecast": when the last path turned late, and the working days that were left of it then. */
export interface Lateness {
  limit: Limit;
  deadline: number;
  left: number;
}

/** Undefined where nothing is held against the forecast. */
export function latenessOf(running: Running): Lateness | undefined {
  const limit = limitOf(running);
  if (limit === undefined) return undefined;
  const late = pathsOf(running).map((path) => turnsLate(path, limit.day, running));
  const deadline = Math.max(...late.map(({ at }) => at));
  return { limit, deadline, left: Math.min(...late.filter(({ at }) => at === deadline).map(({ left }) => left)) };
}

/** CLOCKS, "The forecast": the earliest date there can be. */
export const forecastOf = (running: Running): Day =>
  pathsOf(running)
    .map((path) => forecastOn(running.today, path, running))
    .sort()[0] as Day;

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

function turnsLate(path: Path, limit: Day, running: Running): { at: number; left: number } {
  const { zone } = running.search.office;
  const { latest } = running;
  const start = dayOf(path.began, zone);
  if (forecastOn(start, path, running) > limit) return { at: latest(path.began), left: path.budget + path.ahead };
  for (let day = later(start, 1); day <= running.today; day = later(day, 1)) {
    if (forecastOn(day, path, running) > limit) return { at: latest(dayBegins(day, zone)), left: path.ahead };
  }
  return { at: Infinity, left: 0 };
}

function limitOf(running: Running): Limit | undefined {
  const { zone } = running.search.office;
  const { target, limits } = running.search;
  const closes = running.live
    .filter(({ stage }) => stage.kind === 'finalist')
    .map((standing) => windowOf(standing, running))
    .filter((opened) => opened !== undefined)
    .map((opened) => later(windowDay(opened, limits.windowCloseDay, zone), -1));
  const last = closes.sort().at(-1);
  if (target !== null && (last === undefined || target <= last)) return { day: target, kind: 'target' };
  return last === undefined ? undefined : { day: last, kind: 'finalist_windows' };
}
