import { KINDS } from './firm.js';
import { tableOf } from './pages.js';
import type { Running, Standing } from './standing.js';

const STEPS = new Map(
  tableOf('The next step').flatMap(([rules = '', cases = '', step = '']) =>
    rules.split(', ').flatMap((rule) => cases.split(', ').map((of): [string, string] => [`${rule} ${of}`, step])),
  ),
);

/** CLOCKS, "The next step": what is said of a flag of this rule in this case. */
export function stepOf(rule: string, of = 'always'): string {
  const step = STEPS.get(`\`${rule}\` ${KINDS.some((kind) => kind === of) ? `\`${of}\`` : of}`);
  if (step === undefined) throw new Error(`the book has no next step for ${rule} of ${of}`);
  return step;
}

/** CLOCKS, "Whose turn it is", whether or not the client has spoken since. */
export interface Turn {
  since: number;
  after: 'move' | 'interview';
  answered: boolean;
}

export function turnOf({ person, moves, stage }: Standing, { search, activities }: Running): Turn | undefined {
  const move = moves.at(-1);
  if (move === undefined || !['presented', 'client_interview', 'finalist'].includes(stage.kind)) return undefined;
  const about = activities.filter((activity) => activity.search === search.ref && activity.person === person.ref);
  const held = about.filter(({ kind, at }) => kind === 'interview' && at >= move.at).map(({ at }) => at);
  if (stage.kind === 'finalist' && held.length === 0) return undefined;
  const since = Math.max(move.at, ...held);
  const answered = about.some(({ kind, at }) => kind === 'client_feedback' && at >= since);
  return { since, after: held.length > 0 ? 'interview' : 'move', answered };
}

/** The stage a next step is for: feedback on an interview is asked for, whatever the card says. */
export function caseOf(standing: Standing, running: Running): string {
  const turn = turnOf(standing, running);
  const interviewed = turn?.after === 'interview' && !turn.answered;
  return standing.stage.kind === 'presented' && interviewed ? 'client_interview' : standing.stage.kind;
}

const isAnswered = (standing: Standing, running: Running): boolean =>
  ['presented', 'client_interview'].includes(standing.stage.kind) && turnOf(standing, running)?.answered === true;

export const stageCase = (standing: Standing, running: Running): string =>
  isAnswered(standing, running) ? 'answered' : caseOf(standing, running);

/** The furthest kind in which anybody live stands; null when nobody is live. */
export const furthest = ({ live }: Running): string | null =>
  [...KINDS].reverse().find((kind) => live.some(({ stage }) => stage.kind === kind)) ?? null;

/** Of whoever has come furthest. */
export function searchCase(running: Running): string {
  const kind = furthest(running);
  if (kind === null) return 'nobody live';
  const there = running.live.filter(({ stage }) => stage.kind === kind);
  if (there.every((standing) => isAnswered(standing, running))) return 'answered';
  return there.map((standing) => caseOf(standing, running)).find((of) => of !== kind) ?? kind;
}
