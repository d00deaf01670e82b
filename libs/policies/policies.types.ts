import type { StageKind } from '@app/stages/stages.types.js';
import type { PolicyScope, PolicySettings } from '@app/limits/limits.types.js';

/** Where an effective value comes from; `default` is what holds for a firm that has said nothing. */
export type PolicyOrigin = PolicyScope | 'default';

/** What a limit counts. */
export type PolicyUnit = 'working_days' | 'window_day' | 'search_day' | 'people' | 'yes_no';

export type PolicyKey = Exclude<keyof PolicySettings, 'stageBudgets'>;

export type PolicyValue = number | boolean;

/** A limit as a person meets it: what it is called, what it does, which values it takes. */
export interface PolicyField {
  readonly key: PolicyKey;
  readonly label: string;
  /** what it does, in one sentence */
  readonly about: string;
  readonly unit: PolicyUnit;
  readonly min: number;
  readonly max: number;
}

/** A value and the layer that says so. */
export interface Sourced<Value, Origin = PolicyOrigin> {
  readonly value: Value;
  readonly origin: Origin;
}

export interface ExplainedSetting extends PolicyField, Sourced<PolicyValue> {
  /** what holds when the layer it comes from says nothing; null for a default */
  readonly wider: Sourced<PolicyValue> | null;
}

/** `stage`: typed in with the stage itself; `share`: its part of the market window. */
export type BudgetOrigin = PolicyScope | 'stage' | 'share';

export interface ExplainedBudget extends Sourced<number | null, BudgetOrigin> {
  readonly stageId: string;
  readonly label: string;
  readonly wider: Sourced<number | null, BudgetOrigin> | null;
  /** false for stages outside of the market window, which have no budget */
  readonly settable: boolean;
}

/** The policy of a firm, a role or a search: what holds there, and where each part of it comes from. */
export interface PolicyView {
  scope: PolicyScope;
  scopeKey: string;
  /** the layer's own version; 0 while it says nothing */
  version: number;
  settings: ExplainedSetting[];
  stageBudgets: ExplainedBudget[];
  allowed: { edit: boolean };
}

export interface FirmPolicies {
  firm: PolicyView;
  roles: (PolicyView & { title: string })[];
}

/** What a layer is told: null takes a setting back, what is left out stays. */
export interface EditPolicy {
  version: number;
  settings: Readonly<Record<string, unknown>>;
}

export interface PolicyEdit {
  version: number;
  at: Date;
  by: { id: string; name: string } | null;
  /** what differs from the version before, a sentence each */
  changes: string[];
}

export interface StoredPolicyEdit {
  version: number;
  at: Date;
  byUserId: string | null;
  settings: PolicySettings;
}

export interface PolicyRole {
  key: string;
  title: string;
  archived: boolean;
}

/** A stage with what the firm typed in for it. */
export interface PolicyStage {
  id: string;
  label: string;
  kind: StageKind;
  budgetDays: number | null;
}

export interface FieldRefusal {
  field: string;
  message: string;
}

export type PoliciesErrorCode = 'policy_refused' | 'unknown_role' | 'stale_version';
