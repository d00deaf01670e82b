import type { Stage } from './firm.js';

/** CLOCKS, "Limits": those of a firm that has said nothing. */
const DEFAULTS = {
  noProgressDays: 5,
  noProgressSourcingDays: 10,
  windowWatchDay: 21,
  windowCloseDay: 28,
  slateSize: 3,
  slateDay: 28,
  clientSilentWatchDays: 3,
  clientSilentStalledDays: 5,
  offerPendingDays: 5,
  thinPipelineSize: 3,
  thinPipelineDay: 21,
  decisionMakerDays: 10,
  escalateAfterDays: 2,
};
export type Limits = typeof DEFAULTS;

/** One limit that somebody has set: for the firm, for a role or for a search; of a stage, its budget. */
export interface SetLimit {
  scope: string;
  key: string;
  limit: string;
  value: number;
}

const SCOPES = ['firm', 'role', 'search'];

/** "The narrower layer overrides limit by limit", and of two that do not fit the earlier comes just before the later. */
export function limitsOf(set: readonly SetLimit[], role: string, search: string): Limits & Record<string, number> {
  const keys: Record<string, string> = { firm: '', role, search };
  const own = SCOPES.flatMap((scope) => set.filter((one) => one.scope === scope && one.key === keys[scope]));
  const limits = { ...DEFAULTS, ...Object.fromEntries(own.map(({ limit, value }) => [limit, value])) };
  return {
    ...limits,
    windowWatchDay: Math.min(limits.windowWatchDay, limits.windowCloseDay - 1),
    clientSilentWatchDays: Math.min(limits.clientSilentWatchDays, limits.clientSilentStalledDays - 1),
  };
}

const WEIGHTS: Record<string, number> = {
  ...{ engaged: 3, assessed: 3, presented: 3, client_interview: 6, finalist: 3, offer: 2 },
};

/** CLOCKS, "Budgets", in working days; 0 is none. */
export function budgetsOf(
  stages: readonly Stage[],
  limits: Readonly<Record<string, number>>,
): (stage: Stage) => number {
  const weighty = stages.filter(({ kind }) => kind in WEIGHTS);
  const ofKind = (kind: string) => weighty.filter((stage) => stage.kind === kind).length;
  const kinds = Object.keys(WEIGHTS).filter((kind) => ofKind(kind) > 0);
  const whole = kinds.reduce((sum, kind) => sum + (WEIGHTS[kind] as number), 0);
  const exact = weighty.map(({ kind }) => (20 * (WEIGHTS[kind] as number)) / ofKind(kind) / whole);
  const days = weighty.map(() => 1);
  for (let left = 20 - days.length; left > 0; left--) {
    const below = exact.map((share, index) => share - (days[index] as number));
    const furthest = below.findIndex((gap) => gap > Math.max(...below) - 1e-9);
    days[furthest] = (days[furthest] as number) + 1;
  }
  return (stage) => {
    const index = weighty.indexOf(stage);
    return index < 0 ? 0 : (limits[`budget of ${stage.key}`] ?? stage.budget ?? (days[index] as number));
  };
}
