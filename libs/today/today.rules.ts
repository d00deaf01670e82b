import { stallRule } from '@app/clocks/stall-rules.rules.js';
import { closesSoon } from '@app/limits/market-window.rules.js';
import { TODAY_GROUPS, type DueFlag, type DueRow, type TodayGroup, type TodayItem } from './today.types.js';

/**
 * What waits, a row for each person or search: what can still be saved this week, then where the client has the next word,
 * then what is ours to move, what is lost, and last what somebody has acknowledged. In each group one's own first, in the
 * order the windows run out.
 */
export function dueRows(flags: readonly DueFlag[]): DueRow[] {
  const rows = new Map<string, DueFlag[]>();
  for (const flag of flags) {
    const of = flag.candidacyId ?? flag.searchId;
    const row = rows.get(of);
    if (row) row.push(flag);
    else rows.set(of, [flag]);
  }
  return [...rows].map(([of, due]) => rowOf(of, due)).sort((a, b) => (a.key < b.key ? -1 : 1));
}

function rowOf(of: string, flags: readonly DueFlag[]): DueRow {
  const group = groupOf(flags);
  const window = flags[0]?.window?.openedAt.toISOString() ?? '~';
  const deadline = flags.map((flag) => flag.deadline.toISOString()).reduce((a, b) => (a < b ? a : b));
  const others = flags.some(({ mine }) => mine) ? 0 : 1;
  return {
    group,
    flagIds: flags.map(({ flagId }) => flagId),
    key: [TODAY_GROUPS.indexOf(group), others, window, deadline, of].join(' '),
  };
}

function groupOf(flags: readonly DueFlag[]): TodayGroup {
  if (flags.every(({ acknowledged }) => acknowledged)) return 'acknowledged';
  const windows = flags.flatMap(({ candidacyId, window }) => (window ? [{ candidacyId, window }] : []));
  if (windows.some(({ window }) => closesSoon(window))) return 'save';
  if (windows.some(({ candidacyId, window }) => candidacyId && window.state === 'closed')) return 'lost';
  return flags.some(({ rule }) => rule === 'client_silent') ? 'client' : 'ours';
}

/** What is offered for a flag, best first. */
export const waysOf = (rule: DueFlag['rule']): TodayItem['ways'] => stallRule(rule).ways;

export function countGroups(rows: readonly DueRow[]): Record<TodayGroup, number> {
  const counts = { save: 0, client: 0, ours: 0, lost: 0, acknowledged: 0 } satisfies Record<TodayGroup, number>;
  for (const { group } of rows) counts[group] += 1;
  return counts;
}

/** Of how many people the windows close soon; a flag of a search shows the first window of the search. */
export function closingSoon(flags: readonly Pick<DueFlag, 'searchId' | 'candidacyId' | 'window'>[]): number {
  const windows = flags.flatMap(({ searchId, candidacyId, window }) =>
    window && closesSoon(window) ? [{ of: candidacyId, as: `${searchId} ${window.openedAt.toISOString()}` }] : [],
  );
  const named = windows.filter(({ of }) => of);
  const seen = new Set(named.map(({ as }) => as));
  const others = windows.filter(({ of, as }) => !of && !seen.has(as));
  return new Set(named.map(({ of }) => of)).size + new Set(others.map(({ as }) => as)).size;
}
