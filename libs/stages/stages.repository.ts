import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import type { Process, Stage } from './stages.types.js';

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

  /** One change of a firm's process at a time; it may add stages, which no lock of rows keeps away. */
  async lock(tx: Transaction, firmId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('stages:' || $1::text, 0))`, [firmId]);
  }

  /** No limits are set for stages meanwhile. */
  async lockLimits(tx: Transaction, firmId: string): Promise<void> {
    await tx.query('select 1 from firm where id = $1 for no key update', [firmId]);
  }

  /** In order, the archived ones where they stood. Its version grows with every change of a stage, by an import too. */
  async process(db: Transaction, firmId: string): Promise<Process> {
    const rows = await db.query<(Stage & { version: number })[]>(
      `select id, key, label, kind, position, budget_working_days as "budgetWorkingDays",
              archived_at is not null as archived, version
       from stage where firm_id = $1 order by position, id`,
      [firmId],
    );
    return {
      version: rows.reduce((sum, { version }) => sum + version, 0),
      stages: rows.map(({ version: _, ...stage }) => stage),
    };
  }

  /** Writes what differs, and new stages. */
  async keep(tx: Transaction, firmId: string, stages: readonly Stage[]): Promise<void> {
    await tx.query(
      `insert into stage as t (firm_id, id, key, label, kind, position, budget_working_days, archived_at)
       select $1, s.id, s.key, s.label, s.kind, s.position, s."budgetWorkingDays", case when s.archived then now() end
         from jsonb_to_recordset($2::jsonb)
           as s (id uuid, key text, label text, kind text, position int, "budgetWorkingDays" int, archived boolean)
       on conflict (firm_id, id) do update
         set label = excluded.label, position = excluded.position, budget_working_days = excluded.budget_working_days,
             archived_at = case when excluded.archived_at is not null then coalesce(t.archived_at, excluded.archived_at) end,
             version = t.version + 1
         where (t.label, t.position, t.budget_working_days, t.archived_at is null)
               is distinct from
               (excluded.label, excluded.position, excluded.budget_working_days, excluded.archived_at is null)`,
      [firmId, JSON.stringify(stages)],
    );
  }
}
