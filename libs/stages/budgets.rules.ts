import { DEFAULT_POLICY } from '@app/limits/limits.types.js';
import type { StageKind, TemplateStage } from './stages.types.js';

/** The working days of a market window of which the firm has said nothing: five in seven. */
const WINDOW_WORKING_DAYS = Math.round((DEFAULT_POLICY.windowCloseDay * 5) / 7);

/**
 * How the window is spread over a process with one stage of each kind. The client's interviews take the largest part;
 * stages of kind sourcing come before the window opens, placed after it is over.
 */
const WEIGHTS: Readonly<Partial<Record<StageKind, number>>> = {
  engaged: 3,
  assessed: 3,
  presented: 3,
  client_interview: 6,
  finalist: 3,
  offer: 2,
};

/**
 * The working-day budget of each stage of a template, in its order: what the firm typed in, else the stage's share of
 * the window. Stages of one kind share that kind's weight; a kind without a stage leaves its days to the others. An
 * archived stage has none.
 */
export function stageBudgets(template: readonly TemplateStage[]): (number | null)[] {
  const inUse = template.filter(({ archived }) => !archived);
  const shares = template.map(
    (stage) => (weightOf(stage) ?? 0) / inUse.filter(({ kind }) => kind === stage.kind).length,
  );
  const total = shares.reduce((sum, share) => sum + share, 0);
  const split = wholeDays(shares.map((share) => (total > 0 ? (share * WINDOW_WORKING_DAYS) / total : 0)));
  return template.map((stage, i) => {
    if (weightOf(stage) === undefined) return null;
    return stage.budgetDays ?? split[i] ?? null;
  });
}

const weightOf = ({ kind, archived }: TemplateStage): number | undefined => (archived ? undefined : WEIGHTS[kind]);

/** A firm's stages with the budgets that hold under a policy: typed in there, or for the stage, or its share of the window. */
export function processUnder<Stage extends TemplateStage & { readonly id: string }>(
  stages: readonly Stage[],
  typed: Readonly<Record<string, number>>,
): Stage[] {
  const budgets = stageBudgets(
    stages.map(({ id, kind, budgetDays, archived = false }) => ({
      kind,
      archived,
      budgetDays: typed[id] ?? budgetDays,
    })),
  );
  return stages.map((stage, i) => ({ ...stage, budgetDays: budgets[i] ?? null }));
}

/** For each stage of a process the working days of the stages after it, up to the first of kind `offer`. */
export function budgetsAhead(process: readonly TemplateStage[]): number[] {
  const offer = process.findIndex(({ kind }) => kind === 'offer');
  const end = offer < 0 ? process.length : offer;
  return process.map((_, i) => totalBudget(process.slice(i + 1, Math.max(i + 1, end))));
}

export const totalBudget = (process: readonly TemplateStage[]): number =>
  process.reduce((sum, { budgetDays }) => sum + (budgetDays ?? 0), 0);

/** Whole days that add up to the window: a day for every stage, then day by day to the stage furthest below its share. */
function wholeDays(exact: readonly number[]): number[] {
  const days: number[] = exact.map((share) => (share > 0 ? 1 : 0));
  const total = Math.round(exact.reduce((sum, share) => sum + share, 0));
  for (let left = total - days.filter((day) => day > 0).length; left > 0; left--) {
    const lacking = exact.map((share, i) => share - (days[i] ?? 0));
    const neediest = lacking.indexOf(Math.max(...lacking));
    days[neediest] = (days[neediest] ?? 0) + 1;
  }
  return days;
}
