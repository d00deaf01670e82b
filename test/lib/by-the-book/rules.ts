import { Diary } from './days.js';
import type { Firm, Search } from './firm.js';
import type { BookFlag } from './flag.js';
import { PERSON_RULES, type PersonRule } from './person-rules.js';
import { SEARCH_RULES } from './search-rules.js';
import { type Running, runningAt } from './standing.js';

export interface BookHealth {
  search: string;
  health: 'on_track' | 'at_risk' | 'stalled' | 'on_hold';
  /** in the order in which they are said; two of one rule and one deadline in any */
  flags: BookFlag[];
}

/** CLOCKS, "What a flag keeps": the worst first, then the longest overdue, then by rule. */
const inOrder = (flags: BookFlag[]): BookFlag[] =>
  flags.sort(
    (a, b) =>
      Number(a.severity === 'watch') - Number(b.severity === 'watch') ||
      a.deadline - b.deadline ||
      Number(a.rule > b.rule) - Number(a.rule < b.rule),
  );

/** CLOCKS: every flag of a firm as of a moment, by running search. */
export function healthByTheBook(firm: Firm, asOf: number): BookHealth[] {
  return firm.searches.flatMap((search) => {
    const running = runningAt(firm, search, asOf);
    return running === undefined ? [] : [healthOf(search, running)];
  });
}

/** GLOSSARY, "health"; CLOCKS, "What a flag keeps": a hold suspends every flag but those of the market window. */
function healthOf(search: Search, running: Running): BookHealth {
  const flags = inOrder(running.onHold ? ofPeople(running, [PERSON_RULES.window]) : flagsOf(running));
  if (running.onHold) return { search: search.ref, health: 'on_hold', flags };
  const stalled = flags.some(({ severity }) => severity === 'stalled');
  const health = stalled ? 'stalled' : flags.length > 0 ? 'at_risk' : 'on_track';
  return { search: search.ref, health, flags };
}

function flagsOf(running: Running): BookFlag[] {
  const ofSearch = SEARCH_RULES.flatMap((decide) => {
    const found = decide(running);
    return found ? [{ ...found, search: running.search.ref, candidate: null }] : [];
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
