import { newId } from '@app/platform/database/id.js';
import type { Transaction } from '@app/platform/database/database.js';

export interface DefaultStage {
  key: string;
  label: string;
  kind: 'sourcing' | 'engaged' | 'assessed' | 'presented' | 'client_interview' | 'finalist' | 'offer' | 'placed';
  position: number;
  /** null: time in this stage is not judged. */
  budgetWorkingDays: number | null;
}

/** The process every new firm starts with; it may rename, add and reorder stages. */
export const DEFAULT_STAGES: readonly DefaultStage[] = [
  { key: 'sourced', label: 'Sourced', kind: 'sourcing', position: 1, budgetWorkingDays: null },
  { key: 'contacted', label: 'Contacted', kind: 'engaged', position: 2, budgetWorkingDays: 3 },
  { key: 'assessed', label: 'Assessed', kind: 'assessed', position: 3, budgetWorkingDays: 4 },
  { key: 'presented', label: 'Presented', kind: 'presented', position: 4, budgetWorkingDays: 4 },
  { key: 'client_interview', label: 'Client interview', kind: 'client_interview', position: 5, budgetWorkingDays: 4 },
  { key: 'finalist', label: 'Finalist', kind: 'finalist', position: 6, budgetWorkingDays: 3 },
  { key: 'offer', label: 'Offer', kind: 'offer', position: 7, budgetWorkingDays: 2 },
  { key: 'placed', label: 'Placed', kind: 'placed', position: 8, budgetWorkingDays: null },
];

/** Gives a new firm the stages above, in the transaction that makes the firm. */
export async function insertDefaultStages(tx: Transaction, firmId: string): Promise<void> {
  const stages = DEFAULT_STAGES.map((stage) => ({ ...stage, id: newId() }));
  await tx.query(
    `insert into stage (firm_id, id, key, label, kind, position, budget_working_days)
     select $1, s.id, s.key, s.label, s.kind, s.position, s."budgetWorkingDays"
       from jsonb_to_recordset($2::jsonb)
         as s (id uuid, key text, label text, kind text, position int, "budgetWorkingDays" int)`,
    [firmId, JSON.stringify(stages)],
  );
}
