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

export interface RoleTemplateFields {
  title: string;
  family: Practice;
  /** the letters a search's reference starts with */
  code: string;
  /** in order of weight */
  criteria: Criterion[];
}

/** What a new search of this role starts with. */
export interface StoredRoleTemplate extends RoleTemplateFields {
  id: string;
  /** what searches, limits and import files call the role; it never changes */
  key: string;
  /** No search is opened from it any more; those that were stay as they are. */
  archived: boolean;
  version: number;
}

export interface RoleTemplate extends StoredRoleTemplate {
  allowed: { edit: boolean };
}

/** Each by title. */
export interface RoleTemplates {
  items: RoleTemplate[];
  archived: RoleTemplate[];
  allowed: { add: boolean };
}

/** What is absent stays as it is. */
export type EditRoleTemplate = Partial<RoleTemplateFields> & { archived?: boolean; version: number };

export type RoleTemplatesErrorCode =
  'role_template_not_found' | 'role_title_taken' | 'too_many_role_templates' | 'stale_version';
