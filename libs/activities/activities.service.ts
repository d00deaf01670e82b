import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { sqlState, type Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { announce } from '@app/platform/outbox/outbox.js';
import { Clock } from '@app/platform/time/clock.js';
import { ACTIVITY_LOGGED } from './activities.events.js';
import { ActivitiesRepository } from './activities.repository.js';
import { isProgress, momentOf } from './activities.rules.js';
import type { ActivitiesErrorCode, Activity, LoggedActivity, RecordActivity } from './activities.types.js';

const SHOWN_AT_ONCE = 200;
export const FOREIGN_KEY_VIOLATION = '23503';

@Injectable()
export class ActivitiesService {
  constructor(
    private readonly repository: ActivitiesRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Writes what was said or done; clocks that it moves are the caller's, in the same transaction. */
  async record(tx: Transaction, actor: Actor, input: RecordActivity): Promise<LoggedActivity> {
    const { kind, searchId = null, candidateId = null, contactId = null, text = null } = input;
    const at = momentOf(input.at, this.clock.now());
    if (!at)
      throw refused('activity_in_future', 'An activity is logged once it has happened: give a moment in the past.');
    if (!searchId && !candidateId && !contactId) {
      throw refused('activity_without_subject', 'Say what it was about: a search, a candidate or a contact.');
    }
    const id = newId();
    const { firmId, userId } = actor;
    await this.refuseErased(tx, firmId, { candidateId, contactId });
    await this.repository
      .insert(tx, { id, firmId, kind, at, byUserId: userId, searchId, candidateId, contactId, text })
      .catch((error: unknown) => {
        if (sqlState(error) !== FOREIGN_KEY_VIOLATION) throw error;
        throw refused('unknown_subject', 'There is no such candidate or contact in this firm.');
      });
    const detail = { kind, searchId, candidateId, contactId };
    await this.audit.record(tx, actor, {
      action: ACTIVITY_LOGGED,
      subjectType: 'activity',
      subjectId: id,
      detail,
    });
    if (searchId) await announce(tx, firmId, ACTIVITY_LOGGED, searchId);
    return { id, kind, at, progress: isProgress(kind) };
  }

  /** Nothing is written about somebody who was erased, also not by whoever began before. */
  async refuseErased(
    tx: Transaction,
    firmId: string,
    about: { candidateId: string | null; contactId: string | null },
  ): Promise<void> {
    if (!about.candidateId && !about.contactId) return;
    if (await this.repository.erased(tx, firmId, about)) {
      throw refused('unknown_subject', 'This person was erased: nothing is written about them any more.');
    }
  }

  /** What was logged about a candidate in a search. Whether the search may be seen is the caller's to ask. */
  about(reader: Transaction, firmId: string, searchId: string, candidateId: string): Promise<Activity[]> {
    return this.repository.about(reader, firmId, searchId, candidateId, SHOWN_AT_ONCE);
  }
}

function refused(code: ActivitiesErrorCode, sentence: string): DomainError<ActivitiesErrorCode> {
  return new DomainError(code, sentence);
}
