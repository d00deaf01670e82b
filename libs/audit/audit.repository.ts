import { Injectable } from '@nestjs/common';
import { announced } from '@app/platform/announcements/announcements.sql.js';
import { prepared } from '@app/platform/database/prepared.js';
import type { Transaction } from '@app/platform/database/database.js';
import type { AuditAuthor, AuditEntry } from './audit.types.js';

/** Of whom a fact is announced, under which id. */
export interface Announcement {
  readonly id: string;
  readonly about: string;
}

const ENTRY = 'insert into audit_entry (firm_id, id, actor_id, action, subject_type, subject_id, detail)';
const VALUES = '$1, $2, $3, $4, $5, $6, $7';
const TOLD = { firm: '$1', id: '$8', fact: '$4', subject: '$9' };

/** Commits the request's claim together with the entry: there is no entry where another attempt has taken the claim over. */
const claim = (once: string): string =>
  `claim as (update idempotency_key set committed = true where firm_id = $1 and id = ${once} returning id)`;

@Injectable()
export class AuditRepository {
  /** False when another attempt at the request has taken its claim over; nothing is written then. */
  async insert(tx: Transaction, id: string, author: AuditAuthor, entry: AuditEntry): Promise<boolean> {
    const { once } = author;
    const values = valuesOf(id, author, entry);
    const rows = once
      ? await prepared(
          tx,
          'audit_insert_once',
          `with ${claim('$8')} ${ENTRY} select ${VALUES} from claim returning id`,
          [...values, once],
        )
      : await prepared(tx, 'audit_insert', `${ENTRY} values (${VALUES}) returning id`, values);
    return rows.length > 0;
  }

  /** The same, and the announcement of it in the same statement. */
  async insertFact(
    tx: Transaction,
    id: string,
    author: AuditAuthor,
    entry: AuditEntry,
    told: Announcement,
  ): Promise<boolean> {
    const { once } = author;
    const values = [...valuesOf(id, author, entry), told.id, told.about];
    const rows = once
      ? await prepared(
          tx,
          'fact_insert_once',
          `with ${claim('$10')}, told as (${announced(TOLD, 'from claim')})
           ${ENTRY} select ${VALUES} from claim returning id`,
          [...values, once],
        )
      : await prepared(
          tx,
          'fact_insert',
          `with told as (${announced(TOLD)}) ${ENTRY} values (${VALUES}) returning id`,
          values,
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
