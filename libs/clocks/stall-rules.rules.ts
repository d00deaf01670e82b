import { clientSilent, offerPending, stageOverdue } from './candidacy-clocks.rules.js';
import { windowClosed, windowClosing, type StallRule } from './clocks.rules.js';
import type { StallRuleName } from './clocks.types.js';
import { pace } from './forecast.rules.js';
import { decisionMakerSilent, noProgress, slateLate, thinPipeline } from './search-clocks.rules.js';

/** Every rule there is. */
export const STALL_RULES: readonly StallRule[] = [
  noProgress,
  stageOverdue,
  windowClosing,
  windowClosed,
  clientSilent,
  offerPending,
  slateLate,
  thinPipeline,
  decisionMakerSilent,
  pace,
];

const BY_NAME = new Map(STALL_RULES.map((rule) => [rule.name, rule]));

export const isStallRule = (name: string): boolean => BY_NAME.has(name as StallRuleName);

export function stallRule(name: StallRuleName): StallRule {
  const rule = BY_NAME.get(name);
  if (!rule) throw new Error(`there is no stall rule ${name}`);
  return rule;
}
