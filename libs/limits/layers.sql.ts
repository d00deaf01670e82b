import { DEFAULT_POLICY, type PolicySettings } from './limits.types.js';

const json = (where: string): string => `(
  select coalesce(json_agg(json_build_object('scope', y.scope, 'scopeKey', y.scope_key, 'settings', y.settings,
           'version', y.version)), '[]')
  from stall_policy y where y.firm_id = $1${where})`;

/** What firm, roles and searches say by themselves, as JSON for `policyLookup`. Parameter: $1, the firm. */
export const LAYERS = json('');

/** The same, of one search alone; `s` is its row. */
export const layersOn = (s: string): string =>
  json(` and (y.scope = 'firm' or (y.scope = 'role' and y.scope_key = ${s}.role_key)
               or (y.scope = 'search' and y.scope_key = ${s}.id::text))`);

/** Joins the layers of the search `s`, for `limitOf`. */
export const POLICY_LAYERS = `
  left join stall_policy ps on ps.firm_id = s.firm_id and ps.scope = 'search' and ps.scope_key = s.id::text
  left join stall_policy pr on pr.firm_id = s.firm_id and pr.scope = 'role' and pr.scope_key = s.role_key
  left join stall_policy pf on pf.firm_id = s.firm_id and pf.scope = 'firm' and pf.scope_key = ''`;

/** One limit as text: of the narrowest layer that says it, else what holds for a firm that has said nothing. */
export const limitOf = (key: Exclude<keyof PolicySettings, 'stageBudgets'>): string =>
  `coalesce(ps.settings ->> '${key}', pr.settings ->> '${key}', pf.settings ->> '${key}', '${DEFAULT_POLICY[key]}')`;

/** The shortest market window that any search of a firm may have, in days, and the longest. */
export const shortestWindow = (firm: string): string => anyWindow('least', 'min', firm);
export const longestWindow = (firm: string): string => anyWindow('greatest', 'max', firm);

const anyWindow = (of: 'least' | 'greatest', among: 'min' | 'max', firm: string): string => `(
  select ${of}(${DEFAULT_POLICY.windowCloseDay}, ${among}((p.settings ->> 'windowCloseDay')::int))
  from stall_policy p where p.firm_id = ${firm})`;
