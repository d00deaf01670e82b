import { MS_PER_DAY } from '@app/platform/time/local-date.js';
import type { Hold } from '@app/platform/time/working-calendar.js';
import { ASKS_CLIENT, ASKS_CLIENT_ONCE_MET } from '@app/stages/stages.types.js';
import {
  type Course,
  type Desk,
  type DeskDays,
  DESKS,
  type PersonCase,
  type Span,
  type Stretch,
} from './desks.types.js';

export const DEFINITION =
  'Elapsed days of the episode by whom the search waited for: on hold while it was; else the candidate while an offer was undecided; else the client while somebody was presented or interviewed and no feedback had come; else the firm.';

/** Since when and until when somebody was in play in an episode; null for whoever never was. */
export function inPlay({ moves, endedAt }: PersonCase, { from: opened, to: until }: Span): Span | null {
  const last = moves.at(-1);
  const ends = [endedAt, last?.kind === 'placed' ? last.at : null].filter((end) => end !== null);
  const to = ends.reduce((first, end) => (end < first ? end : first), until);
  const before = moves.findLast(({ at }) => at <= opened);
  const began =
    before && before.kind !== 'sourcing'
      ? opened
      : moves.find(({ at, kind }) => at > opened && kind !== 'sourcing')?.at;
  return began !== undefined && began < to ? { from: began, to } : null;
}

/** Whose turn somebody's case was, over their time in play. */
export function turnsOf(person: PersonCase, span: Span, holds: readonly Hold[]): Stretch[] {
  const { moves, said, offers } = person;
  const changes = [
    ...moves.map(({ at }) => at),
    ...said.map(({ at }) => at),
    ...offers.flatMap(({ at, decidedAt }) => [at, decidedAt]),
    ...holds.flatMap(({ from, to }) => [from, to]),
  ].filter((at) => at !== null);
  return stretchesOf(span, changes, (at) => turnAt(person, holds, at));
}

/** What a fact says counts from its moment on. */
function turnAt({ moves, said, offers }: PersonCase, holds: readonly Hold[], moment: Date): Desk {
  if (isHeld(holds, moment)) return 'hold';
  const move = moves.findLast(({ at }) => at <= moment);
  const undecided = offers.some(({ at, decidedAt }) => at <= moment && (decidedAt === null || decidedAt > moment));
  if (undecided || (move?.kind === 'offer' && offers.length === 0)) return 'candidate';
  const word = said.findLast(({ at }) => at <= moment);
  if (!move) return 'firm';
  if (!word || word.at < move.at) return ASKS_CLIENT.includes(move.kind) ? 'client' : 'firm';
  return word.kind === 'interview' && ASKS_CLIENT_ONCE_MET.includes(move.kind) ? 'client' : 'firm';
}

/** Whose turn a search was: the first desk, in the order of all desks, on which anybody's case lay. */
export function searchTurns({ holds, ...span }: Course, cases: readonly (readonly Stretch[])[]): Stretch[] {
  const edges = cases.flat().flatMap(({ from, to, desk }) => [
    { at: from, desk, by: 1 },
    { at: to, desk, by: -1 },
  ]);
  edges.sort((a, b) => a.at.getTime() - b.at.getTime());
  const waiting: Record<Desk, number> = { hold: 0, candidate: 0, client: 0, firm: 0 };
  let next = 0;
  const changes = [...edges.map(({ at }) => at), ...holds.flatMap(({ from, to }) => (to ? [from, to] : [from]))];
  // asked in the order of time
  return stretchesOf(span, changes, (moment) => {
    for (let edge = edges[next]; edge && edge.at <= moment; edge = edges[++next]) waiting[edge.desk] += edge.by;
    if (isHeld(holds, moment)) return 'hold';
    return DESKS.find((desk) => desk !== 'hold' && waiting[desk] > 0) ?? 'firm';
  });
}

/** Cuts a span where something changed, and puts together again what lay on one desk. */
function stretchesOf({ from, to }: Span, changes: readonly Date[], deskAt: (moment: Date) => Desk): Stretch[] {
  const inside = changes.map((at) => at.getTime()).filter((at) => at > from.getTime() && at < to.getTime());
  const cuts = [...new Set([from.getTime(), ...inside])].sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  for (const [i, cut] of cuts.entries()) {
    const start = new Date(cut);
    const end = new Date(cuts[i + 1] ?? to);
    const desk = deskAt(start);
    const before = stretches.at(-1);
    if (before?.desk === desk) stretches[stretches.length - 1] = { ...before, to: end };
    else if (start < end) stretches.push({ from: start, to: end, desk });
  }
  return stretches;
}

const isHeld = (holds: readonly Hold[], moment: Date): boolean =>
  holds.some(({ from, to }) => from <= moment && (to === null || to > moment));

/** Whole milliseconds, divided once. */
export function daysOf(stretches: readonly Stretch[]): DeskDays {
  const ms: DeskDays = { hold: 0, candidate: 0, client: 0, firm: 0 };
  for (const { from, to, desk } of stretches) ms[desk] += to.getTime() - from.getTime();
  for (const desk of DESKS) ms[desk] /= MS_PER_DAY;
  return ms;
}
