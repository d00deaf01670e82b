import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import type { RoleTemplateFields, StoredRoleTemplate } from './role-templates.types.js';

type NewRoleTemplate = RoleTemplateFields & { key: string };

@Injectable()
export class RoleTemplatesRepository {
  /** By title, the archived ones among them. */
  list(db: Transaction, firmId: string): Promise<StoredRoleTemplate[]> {
    return db.query(
      `select id, key, code, title, family, criteria, archived_at is not null as archived, version
       from role_template where firm_id = $1 order by title, id`,
      [firmId],
    );
  }

  /** One change of a firm's templates at a time: no two of them have one title. */
  async lock(tx: Transaction, firmId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('role_templates:' || $1::text, 0))`, [firmId]);
  }

  /** Returns their ids. */
  async insert(tx: Transaction, firmId: string, templates: readonly NewRoleTemplate[]): Promise<string[]> {
    const rows = templates.map((template) => ({ ...template, id: newId() }));
    await tx.query(
      `insert into role_template (firm_id, id, key, code, title, family, criteria)
       select $1, t.id, t.key, t.code, t.title, t.family, t.criteria
       from jsonb_to_recordset($2::jsonb)
         as t (id uuid, key text, code text, title text, family text, criteria jsonb)`,
      [firmId, JSON.stringify(rows)],
    );
    return rows.map(({ id }) => id);
  }

  async update(tx: Transaction, firmId: string, template: StoredRoleTemplate): Promise<void> {
    const { id, title, family, code, criteria, archived } = template;
    await tx.query(
      `update role_template
       set title = $3, family = $4, code = $5, criteria = $6::jsonb,
           archived_at = case when $7 then coalesce(archived_at, now()) end, version = version + 1
       where firm_id = $1 and id = $2`,
      [firmId, id, title, family, code, JSON.stringify(criteria), archived],
    );
  }
}
