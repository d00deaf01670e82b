/** How far a stage is in the process, in this order. Firms name and order stages; the kind carries the meaning. */
export const STAGE_KINDS = [
  'sourcing',
  'engaged',
  'assessed',
  'presented',
  'client_interview',
  'finalist',
  'offer',
  'placed',
] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

/** In these the next word is the client's. */
export const ASKS_CLIENT: readonly StageKind[] = ['presented', 'client_interview'];
/** In these it is theirs once they have met the candidate. */
export const ASKS_CLIENT_ONCE_MET: readonly StageKind[] = [...ASKS_CLIENT, 'finalist'];
/** Some kinds as SQL lists them. */
export const oneOf = (kinds: readonly StageKind[]): string => kinds.map((kind) => `'${kind}'`).join(', ');

export interface Stage {
  id: string;
  key: string;
  label: string;
  kind: StageKind;
  position: number;
  budgetWorkingDays: number | null;
  /** Nobody can be put there any more; whoever stands there stays until they are moved. */
  archived: boolean;
}

/** All stages of a firm in order, those that are archived too. */
export interface Process {
  version: number;
  stages: Stage[];
}

/** A stage of a firm's process, as the split of the window over its stages needs it. */
export interface TemplateStage {
  readonly kind: StageKind;
  /** working days typed in by the firm */
  readonly budgetDays: number | null;
  /** it has no part in the process any more, and so no budget */
  readonly archived?: boolean;
}

/** The process every new firm starts with; it may rename, add and reorder stages. A budget of null: time in it is not judged. */
export const DEFAULT_STAGES: readonly Omit<Stage, 'id' | 'archived'>[] = [
  { key: 'sourced', label: 'Sourced', kind: 'sourcing', position: 1, budgetWorkingDays: null },
  { key: 'contacted', label: 'Contacted', kind: 'engaged', position: 2, budgetWorkingDays: 3 },
  { key: 'assessed', label: 'Assessed', kind: 'assessed', position: 3, budgetWorkingDays: 4 },
  { key: 'presented', label: 'Presented', kind: 'presented', position: 4, budgetWorkingDays: 4 },
  { key: 'client_interview', label: 'Client interview', kind: 'client_interview', position: 5, budgetWorkingDays: 4 },
  { key: 'finalist', label: 'Finalist', kind: 'finalist', position: 6, budgetWorkingDays: 3 },
  { key: 'offer', label: 'Offer', kind: 'offer', position: 7, budgetWorkingDays: 2 },
  { key: 'placed', label: 'Placed', kind: 'placed', position: 8, budgetWorkingDays: null },
];
