import { Injectable } from '@nestjs/common';
import { prepared } from '@app/platform/database/prepared.js';
import type { Transaction } from '@app/platform/database/database.js';
import type { AuditAuthor, AuditEntry } from './audit.types.js';

const COLUMNS = 'firm_id, id, actor_id, action, subject_type, subject_id, detail';

@Injectable()
export class AuditRepository {
  async insert(tx: Transaction, id: string, author: AuditAuthor, entry: AuditEntry): Promise<void> {
    const sql = `insert into audit_entry (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7)`;
    await prepared(tx, 'audit_insert', sql, valuesOf(id, author, entry));
  }

  /** Commits the request's claim together with the entry; false when another attempt has taken the claim over. */
  async insertOnce(tx: Transaction, id: string, author: AuditAuthor, entry: AuditEntry): Promise<boolean> {
    const rows = await prepared(
      tx,
      'audit_insert_once',
      `with claim as (update idempotency_key set committed = true where firm_id = $1 and id = $8 returning id)
       insert into audit_entry (${COLUMNS}) select $1, $2, $3, $4, $5, $6, $7 from claim returning id`,
      [...valuesOf(id, author, entry), author.once],
    );
    return rows.length > 0;
  }
}

const valuesOf = (id: string, { firmId, userId }: AuditAuthor, entry: AuditEntry): unknown[] => [
  firmId,
  id,
  userId,
  entry.action,
  entry.subjectType,
  entry.subjectId,
  JSON.stringify(entry.detail ?? {}),
];
