import { Injectable } from '@nestjs/common';
import { prepared } from '@app/platform/database/prepared.js';
import type { Transaction } from '@app/platform/database/database.js';
import type { AuditEntry } from './audit.types.js';

@Injectable()
export class AuditRepository {
  async insert(tx: Transaction, id: string, entry: AuditEntry): Promise<void> {
    await prepared(
      tx,
      'audit_insert',
      `insert into audit_entry (firm_id, id, actor_id, action, subject_type, subject_id, detail)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        entry.firmId,
        id,
        entry.actorId,
        entry.action,
        entry.subjectType,
        entry.subjectId,
        JSON.stringify(entry.detail ?? {}),
      ],
    );
  }
}
