import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { FLAG_ASSIGNED, FLAG_REOPENED } from '@app/flags/flags.events.js';
import { FlagsHandOverRepository } from './flags-hand-over.repository.js';

const FACTS = { assigned: FLAG_ASSIGNED, reopened: FLAG_REOPENED } as const;

/** What becomes of the flags that somebody who leaves has in hand. Inside the transaction of whoever lets them go. */
@Injectable()
export class FlagsHandOverService {
  constructor(
    private readonly database: Database,
    private readonly repository: FlagsHandOverRepository,
    private readonly audit: AuditService,
  ) {}

  /** How many this person has in hand, of those the actor may see. */
  count(actor: Actor, userId: string): Promise<number> {
    return this.repository.count(this.database.db, actor, userId);
  }

  async handOver(tx: Transaction, actor: Actor, from: string, to: string): Promise<number> {
    const { firmId } = actor;
    const flags = await this.repository.lock(tx, firmId, from);
    const actions = flags.flatMap(({ id: flagId, searchId, assigned, acknowledged }) => [
      ...(acknowledged ? [{ flagId, searchId, action: 'reopened' as const, detail: {} }] : []),
      ...(assigned ? [{ flagId, searchId, action: 'assigned' as const, detail: { userId: to } }] : []),
    ]);
    await this.repository.handOver(tx, firmId, flags, from, to);
    await this.repository.recordActions(tx, actor, actions);
    for (const { flagId, searchId, action, detail } of actions) {
      await this.audit.fact(tx, actor, {
        fact: FACTS[action],
        subject: ['flag', flagId],
        detail: { searchId, ...detail },
      });
    }
    return flags.length;
  }
}
