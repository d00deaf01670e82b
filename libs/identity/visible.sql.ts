import type { Actor } from './identity.types.js';

/** Who asks, as SQL. Parameters unless said otherwise: $1 firm, $2 sees everything, $3 user. */
interface ViewerSql {
  readonly all?: string;
  readonly user?: string;
}

/** Whether a person may see a search. `s` is a row of `search` or `search_header`. */
export const visibleSearch = (s: string, { all = '$2::boolean', user = '$3::uuid' }: ViewerSql = {}): string =>
  `(${all} or not ${s}.confidential or ${s}.lead_user_id = ${user} or exists (
    select 1 from search_member m where m.firm_id = ${s}.firm_id and m.search_id = ${s}.id and m.user_id = ${user}))`;

/** The first three parameters of a query that asks for what a person may see. */
export const viewer = (actor: Actor): unknown[] => [actor.firmId, actor.role === 'system', actor.userId];
