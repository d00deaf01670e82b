export const ROLE_KEYS = [
  'chief_ai_officer',
  'vp_mlops',
  'head_of_ai_infrastructure',
  'vp_research',
  'chief_data_officer',
  'head_of_ai_safety_governance',
  'vp_ai_product',
  'head_of_agentic_ai',
  'evaluation_reliability_lead',
  'inference_lead',
] as const;
export type RoleKey = (typeof ROLE_KEYS)[number];

export const PRACTICES = ['leadership', 'infrastructure', 'research', 'governance', 'product'] as const;
/** The practice of the firm a role belongs to. */
export type Practice = (typeof PRACTICES)[number];

export const CRITERION_KINDS = ['technical', 'organisational', 'commercial', 'governance'] as const;
export type CriterionKind = (typeof CRITERION_KINDS)[number];

export interface Criterion {
  text: string;
  kind: CriterionKind;
  mustHave: boolean;
}

/** What a new search of this role starts with. */
export interface RoleTemplate {
  key: RoleKey;
  title: string;
  family: Practice;
  criteria: Criterion[];
}
