import type { Stage } from './firm.js';

const WEIGHTS: Record<string, number> = {
  engaged: 3,
  assessed: 3,
  presented: 3,
  client_interview: 6,
  finalist: 3,
  offer: 2,
};

/** CLOCKS, "Budgets", in working days; 0 is none. */
export function budgetsOf(stages: readonly Stage[]): (stage: Stage) => number {
  const weighty = stages.filter(({ kind }) => kind in WEIGHTS);
  const ofKind = (kind: string) => weighty.filter((stage) => stage.kind === kind).length;
  const whole = Object.keys(WEIGHTS).reduce((sum, kind) => sum + (ofKind(kind) > 0 ? (WEIGHTS[kind] as number) : 0), 0);
  const exact = weighty.map(({ kind }) => (20 * (WEIGHTS[kind] as number)) / ofKind(kind) / whole);
  const days = weighty.map(() => 1);
  for (let left = 20 - days.length; left > 0; left--) {
    const below = exact.map((share, index) => share - (days[index] as number));
    const furthest = below.findIndex((gap) => gap > Math.max(...below) - 1e-9);
    days[furthest] = (days[furthest] as number) + 1;
  }
  return (stage) => {
    const index = weighty.indexOf(stage);
    return index < 0 ? 0 : (stage.budget ?? (days[index] as number));
  };
}
