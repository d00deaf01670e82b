import { Injectable } from '@nestjs/common';
import { newId } from '@app/platform/database/id.js';
import type { Transaction } from '@app/platform/database/database.js';
import type { AuditEntry } from './audit.types.js';
import { AuditRepository } from './audit.repository.js';

@Injectable()
export class AuditService {
  constructor(private readonly repository: AuditRepository) {}

  /** Records who did what, in the transaction that did it. Ids and field names only, never a person's data. */
  async record(tx: Transaction, entry: AuditEntry): Promise<void> {
    await this.repository.insert(tx, newId(), entry);
  }
}
