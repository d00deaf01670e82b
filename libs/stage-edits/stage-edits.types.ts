import type { Stage, StageKind } from '@app/stages/stages.types.js';

/** The steps of the firm's process as people see and edit them. */
export interface StagesRecord {
  version: number;
  /** in use, in order */
  items: Stage[];
  archived: Stage[];
  allowed: { edit: boolean };
}

/** A stage as it should be; without an id it is a new one. */
export interface WantedStage {
  id?: string | null;
  label: string;
  kind: StageKind;
  budgetWorkingDays: number | null;
}

/** The whole process in its order: what is left out is archived, what was archived and is named is in use again. */
export interface EditStages {
  version: number;
  stages: readonly WantedStage[];
}

export interface StageVersion {
  version: number;
  at: Date;
  by: { id: string; name: string } | null;
  /** what differs from the version before, a sentence each */
  changes: string[];
}

export interface StoredStageVersion {
  version: number;
  at: Date;
  by: { id: string; name: string } | null;
  stages: Stage[];
}

export interface FieldRefusal {
  field: string;
  message: string;
}

export type StageEditsErrorCode = 'stages_refused' | 'stale_version';
