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
