import { DEFAULT_POLICY } from '@app/limits/limits.types.js';
import { IN_ORDER } from '@app/limits/limits.rules.js';
import type { Policy, PolicySettings } from '@app/limits/limits.types.js';
import type { FieldRefusal, PolicyField, PolicyUnit, PolicyValue } from './policies.types.js';

const MOST_DAYS = 250;
const MOST_PEOPLE = 50;

const days = (key: PolicyField['key'], label: string, about: string): PolicyField => ({
  ...{ key, label, about },
  ...{ unit: 'working_days', min: 1, max: MOST_DAYS },
});
const dayOf = (unit: PolicyUnit, key: PolicyField['key'], label: string, about: string): PolicyField => ({
  ...{ key, label, about, unit },
  ...{ min: 1, max: MOST_DAYS },
});
const people = (key: PolicyField['key'], label: string, about: string): PolicyField => ({
  ...{ key, label, about },
  ...{ unit: 'people', min: 1, max: MOST_PEOPLE },
});

/** Every limit, in the order people think of them. */
export const POLICY_FIELDS: readonly PolicyField[] = [
  days('noProgressDays', 'No progress', 'A search is stalled when nobody in it has moved for this long.'),
  days(
    'noProgressSourcingDays',
    'No progress while sourcing',
    'The same, while everybody in the search is still in sourcing.',
  ),
  dayOf('window_day', 'windowWatchDay', 'Window closing', "A candidate's market window is watched from this day on."),
  dayOf(
    'window_day',
    'windowCloseDay',
    'Window closed',
    'Without an offer by this day the candidate counts as lost to the market.',
  ),
  people('slateSize', 'Slate', 'How many people to present to the client on time.'),
  dayOf(
    'search_day',
    'slateDay',
    'Slate due',
    'The slate is late when too few people have been presented by this day of the search; days on hold do not count.',
  ),
  days('clientSilentWatchDays', 'Client silent', 'The client is watched when feedback has been missing for this long.'),
  days(
    'clientSilentStalledDays',
    'Client silent for too long',
    'The candidacy is stalled when the client has said nothing for this long.',
  ),
  days('offerPendingDays', 'Offer undecided', 'An offer is stalled when it has had no answer for this long.'),
  people('thinPipelineSize', 'Pipeline', 'How many live people at assessed or later keep a pipeline from being thin.'),
  dayOf(
    'search_day',
    'thinPipelineDay',
    'Pipeline due',
    'A thin pipeline is flagged from this day of the search on; days on hold do not count.',
  ),
  days(
    'decisionMakerDays',
    'Decision maker silent',
    "The search is watched when nobody has spoken with the client's decision maker for this long.",
  ),
  days('escalateAfterDays', 'Escalation', 'A flag nobody has acknowledged for this long goes to the lead partner.'),
  {
    key: 'mailClientForFeedback',
    label: 'Ask the client by email',
    about: "The client's decision maker may be asked for missing feedback by email.",
    unit: 'yes_no',
    min: 0,
    max: 1,
  },
];

/** A sentence for every field of an edit that is wrong. */
export function editRefusals(
  given: Readonly<Record<string, unknown>>,
  stages: readonly { id: string; label: string; settable: boolean }[],
): FieldRefusal[] {
  const refusals: FieldRefusal[] = [];
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === undefined) {
      if (key !== 'stageBudgets' && !fieldOf(key)) refusals.push(unknownSetting(key));
      continue;
    }
    if (key === 'stageBudgets') refusals.push(...budgetRefusals(value, stages));
    else {
      const field = fieldOf(key);
      const message = field ? valueRefusal(field, value) : unknownSetting(key).message;
      if (message) refusals.push({ field: key, message });
    }
  }
  return refusals;
}

/** A layer after an edit: null takes a setting back, what is left out stays. Only for edits without refusals. */
export function edited(settings: PolicySettings, given: Readonly<Record<string, unknown>>): PolicySettings {
  const { stageBudgets: budgetsGiven, ...others } = given;
  const { stageBudgets, ...kept } = settings;
  const budgets = budgetsGiven === null ? {} : merged(stageBudgets ?? {}, (budgetsGiven ?? {}) as Entries);
  return { ...merged(kept, others), ...(Object.keys(budgets).length > 0 ? { stageBudgets: budgets } : {}) };
}

/** Pairs that an edit has turned the wrong way round, a sentence at the later of the two. */
export function orderRefusals(policy: Policy, given: Readonly<Record<string, unknown>>, where = ''): FieldRefusal[] {
  const turned = IN_ORDER.filter(
    ([before, after]) => (before in given || after in given) && policy[before] >= policy[after],
  );
  return turned.map(([before, after]) => ({
    field: after,
    message: `${where}“${labelOf(before)}” (${policy[before]}) must come before “${labelOf(after)}” (${policy[after]}).`,
  }));
}

/** What differs between two versions of a layer, a sentence each. */
export function policyChanges(
  before: PolicySettings,
  after: PolicySettings,
  stageLabel: (id: string) => string,
): string[] {
  const limits = POLICY_FIELDS.map((field) => change(field.label, field.unit, before[field.key], after[field.key]));
  const [was, is] = [before.stageBudgets ?? {}, after.stageBudgets ?? {}];
  const stageIds = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const budgets = stageIds.map((id) => change(`Budget of ${stageLabel(id)}`, 'working_days', was[id], is[id]));
  return [...limits, ...budgets].filter((sentence) => sentence !== null);
}

/** "5 working days", "day 21", "3 people", "yes" */
export function inWords(unit: PolicyUnit, value: PolicyValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (unit === 'people') return value === 1 ? '1 person' : `${value} people`;
  if (unit === 'working_days') return value === 1 ? '1 working day' : `${value} working days`;
  return `day ${value}`;
}

type Entries = Readonly<Record<string, unknown>>;

const fieldOf = (key: string): PolicyField | undefined => POLICY_FIELDS.find((field) => field.key === key);
const labelOf = (key: PolicyField['key']): string => fieldOf(key)?.label ?? key;

const unknownSetting = (key: string): FieldRefusal => ({ field: key, message: `There is no setting “${key}”.` });

function valueRefusal({ label, key, min, max }: PolicyField, value: unknown): string | null {
  if (typeof DEFAULT_POLICY[key] === 'boolean')
    return typeof value === 'boolean' ? null : `“${label}” is either yes or no.`;
  return wholeNumber(value, min, max) ? null : `“${label}” must be a whole number from ${min} to ${max}.`;
}

function budgetRefusals(value: unknown, stages: Parameters<typeof editRefusals>[1]): FieldRefusal[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ field: 'stageBudgets', message: 'Budgets are given by stage, such as {"<id of the stage>": 4}.' }];
  return Object.entries(value as Entries).flatMap(([id, budget]) => {
    const message = budgetRefusal(
      stages.find((stage) => stage.id === id),
      budget,
    );
    return message ? [{ field: `stageBudgets.${id}`, message }] : [];
  });
}

function budgetRefusal(stage: { label: string; settable: boolean } | undefined, budget: unknown): string | null {
  if (!stage) return 'There is no stage with this id.';
  if (budget === null) return null;
  if (!stage.settable) return `“${stage.label}” is outside the market window and has no budget.`;
  if (wholeNumber(budget, 1, MOST_DAYS)) return null;
  return `The budget of “${stage.label}” must be a whole number from 1 to ${MOST_DAYS}.`;
}

const wholeNumber = (value: unknown, min: number, max: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;

function merged<T extends object>(kept: T, given: Entries): T {
  const all = Object.entries({ ...kept, ...given }).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(all) as T;
}

function change(label: string, unit: PolicyUnit, was?: PolicyValue, is?: PolicyValue): string | null {
  if (was === is) return null;
  if (is === undefined) return `${label}: no longer set here (was ${inWords(unit, was ?? 0)})`;
  return `${label}: ${inWords(unit, is)}${was === undefined ? '' : ` instead of ${inWords(unit, was)}`}`;
}
