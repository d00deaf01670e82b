import {
  DEFAULT_POLICY,
  POLICY_SCOPES,
  type Policy,
  type PolicyLayer,
  type PolicyOf,
  type PolicySubject,
} from './limits.types.js';

/** The layers that apply to a search, the widest first. */
export function layersOf(layers: readonly PolicyLayer[], { searchId, roleKey }: PolicySubject): PolicyLayer[] {
  const keys = { firm: '', role: roleKey, search: searchId };
  return POLICY_SCOPES.flatMap((scope) =>
    layers.filter((layer) => layer.scope === scope && layer.scopeKey === keys[scope]),
  );
}

/** Limits of which the first must come before the second. */
export const IN_ORDER = [
  ['windowWatchDay', 'windowCloseDay'],
  ['clientSilentWatchDays', 'clientSilentStalledDays'],
] as const;

/** Layers put together, the narrowest last, and in order: what holds for a search. */
export function effectivePolicy(layers: readonly PolicyLayer[]): Policy {
  return inOrder(combinedPolicy(layers));
}

/**
 * A wider layer may be edited without regard to searches with limits of their own, since not everybody may know of
 * them: where the two do not fit, the earlier limit of the pair comes just before the later one.
 */
function inOrder(policy: Policy): Policy {
  const moved = IN_ORDER.filter(([before, after]) => policy[before] >= policy[after]);
  return moved.length === 0
    ? policy
    : { ...policy, ...Object.fromEntries(moved.map(([before, after]) => [before, policy[after] - 1])) };
}

/** Layers as they were set, in order or not. Budgets are merged stage by stage; the version grows with every edit of any layer. */
export function combinedPolicy(layers: readonly PolicyLayer[]): Policy {
  return layers.reduce<Policy>(
    (policy, { settings, version }) => ({
      ...policy,
      ...settings,
      stageBudgets: { ...policy.stageBudgets, ...settings.stageBudgets },
      version: policy.version + version,
    }),
    DEFAULT_POLICY,
  );
}

/** Looks a search's policy up; searches with the same layers share one object. */
export function policyLookup(layers: readonly PolicyLayer[]): PolicyOf {
  const known = new Map<string, Policy>();
  const own = new Set(layers.filter(({ scope }) => scope === 'search').map(({ scopeKey }) => scopeKey));
  return (subject) => {
    const key = own.has(subject.searchId) ? subject.searchId : `role ${subject.roleKey}`;
    const policy = known.get(key) ?? effectivePolicy(layersOf(layers, subject));
    known.set(key, policy);
    return policy;
  };
}
