import type { Actor } from './identity.types.js';

/*
 * Who may see what, as SQL. A search is everybody's in the firm; a confidential one is its team's: its lead and its
 * members. Whatever belongs to a search (a candidacy, an offer, an interview, a flag) is seen by who may see the search;
 * what may be about a search (a task, an activity, a mail) also where it is about none. Candidates, clients and their
 * contacts are everybody's in the firm: only the searches shown beside them are not. The system sees everything.
 */

/** Who asks. Parameters unless said otherwise: $1 firm, $2 sees everything, $3 user. */
interface ViewerSql {
  readonly all?: string;
  readonly user?: string;
}

/** Whether a person may see a search. `s` is a row of `search` or `search_header`. */
export const visibleSearch = (s: string, { all = '$2::boolean', user = '$3::uuid' }: ViewerSql = {}): string =>
  `(${all} or not ${isConfidential(s)} or ${s}.lead_user_id = ${user} or exists (
    select 1 from search_member m where m.firm_id = ${s}.firm_id and m.search_id = ${s}.id and m.user_id = ${user}))`;

/** The same for many rows, where the searches that the person is on the team of were looked up before. */
export const visibleAmong = (s: string, teamOf: string): string =>
  `(not ${isConfidential(s)} or ${s}.id = any (${teamOf}))`;

/** Whether a person may see a candidacy. `c` is a row of `candidacy_overview` or `live_candidacy`. */
export const visibleCandidacy = (c: string, { all = '$2::boolean', user = '$3::uuid' }: ViewerSql = {}): string =>
  `(${all} or not ${c}.search_confidential or ${onTeam(c, user)})`;

/** Whether a person may see a row that is about a search, or about none. `x` has a `search_id`. */
export const visibleSubject = (x: string, viewer: ViewerSql = {}): string =>
  `(${x}.search_id is null or exists (
    select 1 from search subject where subject.firm_id = ${x}.firm_id and subject.id = ${x}.search_id
      and ${visibleSearch('subject', viewer)}))`;

/** Whether somebody works on the search of a row. `x` has a `search_id`. */
export const onTeam = (x: string, user = '$3::uuid'): string => onTeamOf(x, `${x}.search_id`, user);

/** Whether somebody works on a search. `s` is a row of `search` or `search_header`. */
export const onTeamOfSearch = (s: string, user = '$3::uuid'): string => onTeamOf(s, `${s}.id`, user);

const onTeamOf = (x: string, searchId: string, user: string): string =>
  `exists (select 1 from search_team m where m.firm_id = ${x}.firm_id and m.search_id = ${searchId} and m.user_id = ${user})`;

/** Whether a search is its team's alone. `s` is a row of `search` or `search_header`. */
export const isConfidential = (s: string): string => `${s}.confidential`;

export const seesEverything = (actor: Actor): boolean => actor.role === 'system';

/** The first three parameters of a query that asks for what a person may see. */
export const viewer = (actor: Actor): unknown[] => [actor.firmId, seesEverything(actor), actor.userId];
