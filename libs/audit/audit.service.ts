import { Injectable } from '@nestjs/common';
import { newId } from '@app/platform/database/id.js';
import type { Transaction } from '@app/platform/database/database.js';
import { takenOver } from '@app/platform/once/once.js';
import type { AuditAuthor, AuditedFact, AuditEntry } from './audit.types.js';
import { AuditRepository } from './audit.repository.js';

@Injectable()
export class AuditService {
  constructor(private readonly repository: AuditRepository) {}

  /** Records a fact and announces it, so that neither is ever without the other. */
  async fact(tx: Transaction, author: AuditAuthor, { fact, subject, about, detail }: AuditedFact): Promise<void> {
    const [subjectType, subjectId] = subject;
    const entry = { action: fact, subjectType, subjectId, detail };
    if (about === null) return this.record(tx, author, entry);
    const told = { id: newId(), about: about ?? subjectId };
    if (!(await this.repository.insertFact(tx, newId(), author, entry, told))) throw takenOver();
  }

  /** Records who did what, in the transaction that did it. Ids and field names only, never a person's data. */
  async record(tx: Transaction, author: AuditAuthor, entry: AuditEntry): Promise<void> {
    if (!(await this.repository.insert(tx, newId(), author, entry))) throw takenOver();
  }
}
