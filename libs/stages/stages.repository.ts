import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import type { Stage } from './stages.types.js';

@Injectable()
export class StagesRepository {
  async insert(tx: Transaction, firmId: string, stages: readonly Stage[]): Promise<void> {
    await tx.query(
      `insert into stage (firm_id, id, key, label, kind, position, budget_working_days)
       select $1, s.id, s.key, s.label, s.kind, s.position, s."budgetWorkingDays"
         from jsonb_to_recordset($2::jsonb)
           as s (id uuid, key text, label text, kind text, position int, "budgetWorkingDays" int)`,
      [firmId, JSON.stringify(stages)],
    );
  }
}
