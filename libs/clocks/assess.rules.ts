import type { Health, SearchStatus, Severity } from '@app/vocabulary/vocabulary.types.js';
import type { Policy } from '@app/limits/limits.types.js';
import { searchDay, type Rung } from './clocks.rules.js';
import type { Assessment, FlagDecision, SearchFacts } from './clocks.types.js';
import { STALL_RULES } from './stall-rules.rules.js';

const RUNNING: ReadonlySet<SearchStatus> = new Set(['open', 'on_hold', 'offer']);

/**
 * Which flags stand at a moment, and when that answer next changes by itself. The same facts give the same flags
 * however late they are asked for; screen and sweep both ask here.
 */
export function assessSearch(facts: SearchFacts, policy: Policy, now: Date): Assessment {
  const status = statusAt(facts, now);
  const day = searchDay(facts, now);
  if (!RUNNING.has(status)) return { flags: [], nextCheckAt: null, health: healthOf(status, []), day };
  const flags: FlagDecision[] = [];
  const moment = now.getTime();
  let next = earliestAfter(moment, holdChanges(facts));
  for (const { pausedByHold, ladders } of STALL_RULES) {
    if (pausedByHold && status === 'on_hold') continue;
    for (const ladder of ladders(facts, policy)) {
      let reached: Rung | null = null;
      for (const rung of ladder) {
        const at = rung.at.getTime();
        if (at <= moment) reached = rung;
        else if (at < next) next = at;
      }
      if (reached) flags.push(reached.flag(now));
    }
  }
  flags.sort(byUrgency);
  return { flags, nextCheckAt: next === Infinity ? null : new Date(next), health: healthOf(status, flags), day };
}

/** As open flags are listed: the worst first, then the longest overdue; the facts come in no order of their own. */
function byUrgency(a: FlagDecision, b: FlagDecision): number {
  if (a.severity !== b.severity) return a.severity === 'stalled' ? -1 : 1;
  if (a.deadline.getTime() !== b.deadline.getTime()) return a.deadline.getTime() - b.deadline.getTime();
  return `${a.rule} ${a.subjectId}` < `${b.rule} ${b.subjectId}` ? -1 : 1;
}

/** The health of a search follows from its open flags and nothing else, unless it is on hold. */
export function healthOf(status: SearchStatus, flags: readonly { readonly severity: Severity }[]): Health {
  if (status === 'on_hold') return 'on_hold';
  if (flags.some(({ severity }) => severity === 'stalled')) return 'stalled';
  return flags.some(({ severity }) => severity === 'watch') ? 'at_risk' : 'on_track';
}

/** Whether a hold covers the moment is asked of the holds: the status may not have caught up with one that has ended. */
function statusAt({ status, holds, offers }: SearchFacts, now: Date): SearchStatus {
  if (!RUNNING.has(status)) return status;
  if (holds.some(({ from, to }) => from <= now && (to === null || now < to))) return 'on_hold';
  if (status !== 'on_hold') return status;
  return offers.length > 0 ? 'offer' : 'open';
}

function holdChanges({ holds }: SearchFacts): Date[] {
  return holds.flatMap(({ from, to }) => (to ? [from, to] : [from]));
}

/** Infinity when none of them lies ahead. */
function earliestAfter(moment: number, changes: readonly Date[]): number {
  return Math.min(...changes.map((at) => at.getTime()).filter((at) => at > moment));
}
