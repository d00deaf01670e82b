import type { SearchPolicy, WhatIf } from '../../../lib/answers';
import type { WhatIfChanges } from '../api/what-if';

export type Supposed = { kind: 'offer' | 'answer'; candidacyId: string; on: string };

/** What somebody has set on the panel; what equals the present policy is no change. */
export interface Supposition {
  budgets: Record<string, number>;
  limits: Record<string, number>;
  /** "stage later-stage" */
  merge: string | null;
  supposed: Supposed[];
}

export const NOTHING_SUPPOSED: Supposition = { budgets: {}, limits: {}, merge: null, supposed: [] };

export const isNothing = ({ budgets, limits, merge, supposed }: Supposition): boolean =>
  Object.keys(budgets).length + Object.keys(limits).length + supposed.length === 0 && merge === null;

/** Keeps only what differs from what holds. */
export function set(
  values: Record<string, number>,
  key: string,
  value: number,
  present: number,
): Record<string, number> {
  const others = Object.fromEntries(Object.entries(values).filter(([one]) => one !== key));
  return value === present ? others : { ...others, [key]: value };
}

export function toChanges({ budgets, limits, merge, supposed }: Supposition): WhatIfChanges {
  const [stageId, laterStageId] = merge?.split(' ') ?? [];
  const of = (kind: Supposed['kind']) =>
    supposed.filter((one) => one.kind === kind).map(({ candidacyId, on }) => ({ candidacyId, on }));
  return {
    ...(Object.keys(budgets).length > 0 ? { stageBudgets: budgets } : {}),
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
    ...(stageId && laterStageId ? { merge: { stageId, laterStageId } } : {}),
    offers: of('offer'),
    clientAnswers: of('answer'),
  };
}

/** Two steps that follow each other and both have a budget. */
export function mergeChoices(stages: SearchPolicy['stageBudgets']): { value: string; label: string }[] {
  const withBudget = stages.filter(({ value }) => value !== null);
  return withBudget.slice(1).flatMap((later, i) => {
    const first = withBudget[i];
    return first
      ? [{ value: `${first.stageId} ${later.stageId}`, label: `${first.label} and ${later.label} in one step` }]
      : [];
  });
}

type FlagChange = WhatIf['flags'][number];

/** "2 flags disappear, 1 comes later or earlier, 1 appears" */
export function summaryOf(flags: readonly FlagChange[]): string {
  const n = (change: FlagChange['change']) => flags.filter((flag) => flag.change === change).length;
  const parts = [
    [n('disappears'), 'disappears', 'disappear'],
    [n('moves'), 'moves', 'move'],
    [n('appears'), 'appears', 'appear'],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(
      ([count, one, many], i) =>
        `${count}${i === 0 ? (count === 1 ? ' flag' : ' flags') : ''} ${count === 1 ? one : many}`,
    );
  return said.length > 0 ? said.join(', ') : 'No flag changes';
}
