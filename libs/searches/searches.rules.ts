import { isDeepStrictEqual } from 'node:util';
import type { Criterion } from '@app/role-templates/role-templates.types.js';
import { SEARCH_STATUSES, type SearchStatus } from '@app/vocabulary/vocabulary.types.js';
import { dateOf, dayOf, formatLongDay, type LocalDate, plusDays } from '@app/platform/time/local-date.js';
import { localDayOf } from '@app/platform/time/zone.js';
import { mayOpenSearch } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import type { EditSearch, Search, SearchAction } from './searches.types.js';

/** From which status each action starts. Everything else is refused. */
const STARTS_FROM: Readonly<Record<SearchAction, readonly SearchStatus[]>> = {
  edit: SEARCH_STATUSES,
  addCandidates: ['open', 'on_hold', 'offer'],
  hold: ['open', 'offer'],
  resume: ['on_hold'],
  close: ['draft', 'open', 'on_hold', 'offer'],
  reopen: ['placed', 'closed'],
};

const STANDS: Readonly<Record<SearchStatus, string>> = {
  draft: 'This search has not been opened yet',
  open: 'This search is running',
  on_hold: 'This search is on hold',
  offer: 'This search has an offer out',
  placed: 'This search has ended in a placement',
  closed: 'This search is closed',
};

const CONDITION: Readonly<Record<SearchAction, string>> = {
  edit: 'it cannot be changed now.',
  addCandidates: 'reopen it before adding candidates.',
  hold: 'only a running search can be put on hold.',
  resume: 'only a search on hold can be resumed.',
  close: 'only a search that has not ended can be closed.',
  reopen: 'only a search that has ended can be reopened.',
};

/** Why the action cannot start from this status, as a sentence, or null when it can. */
export function refusal(action: SearchAction, status: SearchStatus): string | null {
  return STARTS_FROM[action].includes(status) ? null : `${STANDS[status]}: ${CONDITION[action]}`;
}

/** What this person may do next with the search. */
export function allowedActions(actor: Pick<Actor, 'role'>, status: SearchStatus): Record<SearchAction, boolean> {
  const may = (action: SearchAction) => mayOpenSearch(actor) && refusal(action, status) === null;
  return {
    edit: may('edit'),
    addCandidates: refusal('addCandidates', status) === null,
    hold: may('hold'),
    resume: may('resume'),
    close: may('close'),
    reopen: may('reopen'),
  };
}

/** How old a search is: local midnights in the office's zone since its episode opened, holds included; 0 on the opening day. */
export function searchDay(episodeOpenedAt: Date, until: Date, zone: string): number {
  return localDayOf(until, zone) - localDayOf(episodeOpenedAt, zone);
}

/** Five years; a search that is to take longer is a slip of the year. The import asks with the same number. */
export const LONGEST_TARGET_DAYS = 1826;

/** Why a search that was opened then cannot have this target date, or null. */
export function targetDateRefusal(target: LocalDate, openedAt: Date, zone: string): string | null {
  const [day, opened] = [dayOf(target), localDayOf(openedAt, zone)];
  if (day < opened)
    return `The target date cannot come before the search was opened, on ${formatLongDay(dateOf(opened))}.`;
  const last = plusDays(opened, LONGEST_TARGET_DAYS);
  if (day <= last) return null;
  return `The target date cannot lie more than five years after the opening of the search: ${formatLongDay(dateOf(last))} is the last day.`;
}

/** A fact never comes before the one it follows, whichever server's clock is behind. */
export function momentAfter(previous: Date | null, now: Date): Date {
  return previous && previous >= now ? new Date(previous.getTime() + 1) : now;
}

/** Who works on a search: the lead, the others named, and, when it is confidential, whoever made it so. */
export function teamOf(lead: string, others: readonly string[], confidentialBy: string | null): string[] {
  return [...new Set([lead, ...others, ...(confidentialBy ? [confidentialBy] : [])])];
}

/** Whether team and brief are already what an edit would make them, where it names them. */
export function isTeamAndBriefOf(
  { lead, team, criteria }: Pick<Search, 'lead' | 'team' | 'criteria'>,
  { teamUserIds, criteria: wanted }: Pick<EditSearch, 'teamUserIds' | 'criteria'>,
): boolean {
  const people = (ids: readonly string[]) => teamOf(lead.id, ids, null).sort();
  const brief = (of: readonly Criterion[]) => of.map(({ text, kind, mustHave }) => [text, kind, mustHave]);
  const now = team.map(({ id }) => id);
  return isDeepStrictEqual([people(now), brief(criteria)], [people(teamUserIds ?? now), brief(wanted ?? criteria)]);
}
