import { processUnder } from '@app/stages/budgets.rules.js';
import { combinedPolicy, effectivePolicy } from '@app/limits/limits.rules.js';
import type { PolicyLayer } from '@app/limits/limits.types.js';
import type {
  BudgetOrigin,
  ExplainedBudget,
  ExplainedSetting,
  PolicyOrigin,
  PolicyStage,
  Sourced,
} from './policies.types.js';
import { POLICY_FIELDS } from './settings.rules.js';

/** Each limit of the layers put together: what holds, which layer says so, what the next wider one would give. */
export function explainSettings(layers: readonly PolicyLayer[]): ExplainedSetting[] {
  return POLICY_FIELDS.map((field) => {
    const sourced = (upTo: number): Sourced<number | boolean> & { at: number } => {
      const at = layers.slice(0, upTo).findLastIndex(({ settings }) => settings[field.key] !== undefined);
      const origin: PolicyOrigin = layers[at]?.scope ?? 'default';
      return { at, origin, value: combinedPolicy(layers.slice(0, at + 1))[field.key] };
    };
    const { at, origin } = sourced(layers.length);
    const value = effectivePolicy(layers)[field.key];
    return { ...field, value, origin, wider: at < 0 ? null : pick(sourced(at)) };
  });
}

/** The same for the budget of each stage: typed in by a layer, else with the stage, else its share of the window. */
export function explainBudgets(layers: readonly PolicyLayer[], stages: readonly PolicyStage[]): ExplainedBudget[] {
  return stages.map((stage, i) => {
    const sourced = (upTo: number): Sourced<number | null, BudgetOrigin> & { at: number } => {
      const at = layers.slice(0, upTo).findLastIndex(({ settings }) => settings.stageBudgets?.[stage.id] !== undefined);
      const origin = layers[at]?.scope ?? (stage.budgetDays === null ? 'share' : 'stage');
      // budgets of other stages stay as they are: what is typed in there changes what is left to share
      return { at, origin, value: processUnder(stages, typedUpTo(layers, stage.id, at))[i]?.budgetDays ?? null };
    };
    const { at, value, origin } = sourced(layers.length);
    const { id: stageId, label } = stage;
    return { stageId, label, value, origin, wider: at < 0 ? null : pick(sourced(at)), settable: value !== null };
  });
}

function typedUpTo(layers: readonly PolicyLayer[], stageId: string, at: number): Record<string, number> {
  const { [stageId]: _, ...others } = effectivePolicy(layers).stageBudgets;
  const own = effectivePolicy(layers.slice(0, at + 1)).stageBudgets[stageId];
  return own === undefined ? others : { ...others, [stageId]: own };
}

const pick = <Value, Origin>({ value, origin }: Sourced<Value, Origin>): Sourced<Value, Origin> => ({ value, origin });
