import type { Policy } from '@app/clocks/clocks.types.js';

/** From the widest to the narrowest; a narrower one overrides setting by setting. */
export const POLICY_SCOPES = ['firm', 'role', 'search'] as const;
export type PolicyScope = (typeof POLICY_SCOPES)[number];

/** What a layer says; what it leaves out comes from the next wider one. */
export type PolicySettings = Partial<Omit<Policy, 'version'>>;

export interface PolicyLayer {
  readonly scope: PolicyScope;
  /** '' for the firm, the role's key, or the id of the search */
  readonly scopeKey: string;
  readonly settings: PolicySettings;
  readonly version: number;
}

/** Where an effective value comes from; `default` is what holds for a firm that has said nothing. */
export type PolicyOrigin = PolicyScope | 'default';

/** What a search is to its policies. */
export interface PolicySubject {
  readonly searchId: string;
  readonly roleKey: string;
}

/** One object per distinct policy, so that what is derived from it can be kept per object. */
export type PolicyOf = (subject: PolicySubject) => Policy;
