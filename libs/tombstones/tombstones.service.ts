import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { demand } from '@app/platform/errors/demand.js';
import { mayErasePersons } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import type { Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { TOMBSTONE_LIFTED, TOMBSTONE_PASSED } from './tombstones.events.js';
import { TombstonesRepository } from './tombstones.repository.js';
import type { Kept, Marks, TombstoneErrorCode } from './tombstones.types.js';

const SALT_BYTES = 32;
const MOST_MARKS = 6;

/** Recognises people who were erased, so that nobody takes them in again unawares. */
@Injectable()
export class TombstonesService {
  constructor(
    private readonly repository: TombstonesRepository,
    private readonly audit: AuditService,
  ) {}

  /** In the transaction that erases them, while the marks still stand on the record. */
  async bury(tx: Transaction, firmId: string, erasureId: string, marks: Marks): Promise<void> {
    await this.repository.salt(tx, firmId, randomBytes(SALT_BYTES));
    await this.repository.bury(
      tx,
      firmId,
      erasureId,
      marks,
      Array.from({ length: MOST_MARKS }, () => newId()),
    );
  }

  /** Which of several people would be refused, by their place in the list. */
  recognised(db: Transaction, firmId: string, people: readonly Marks[]): Promise<number[]> {
    return this.repository.recognised(db, firmId, people);
  }

  /**
   * Refuses somebody who was erased. A partner may keep them again, which lifts the tombstone, or somebody else who
   * shares a number or a name with them, which lets that record pass. Both are audited.
   */
  async refuseErased(tx: Transaction, actor: Actor, { marks, before = {}, despite }: Kept): Promise<void> {
    const { firmId } = actor;
    const erasures = await this.repository.found(tx, firmId, marks, before);
    if (erasures.length === 0) return;
    if (!despite) {
      const mayKeep = mayErasePersons(actor);
      throw new DomainError<TombstoneErrorCode>('asked_to_be_forgotten', askedToBeForgotten(mayKeep), { mayKeep });
    }
    demand(mayErasePersons(actor), 'Only partners and admins can keep somebody who asked to be forgotten.');
    const passes = despite === 'somebody_else';
    if (!passes) await this.repository.lift(tx, firmId, erasures);
    const action = passes ? TOMBSTONE_PASSED : TOMBSTONE_LIFTED;
    for (const subjectId of erasures) {
      await this.audit.record(tx, actor, { action, subjectType: 'erasure', subjectId, detail: { reason: despite } });
    }
  }
}

/** Said of whoever was erased, before and when they are taken in again. */
export const askedToBeForgotten = (mayKeep: boolean): string =>
  `This person asked to be forgotten. ${mayKeep ? 'You' : 'A partner'} can keep them again, with a reason.`;
