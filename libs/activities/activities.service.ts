import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, sqlState, type Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { DEFAULT_PAGE, pageOf, type Page, type PageRequest } from '@app/platform/lists/page.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { Clock } from '@app/platform/time/clock.js';
import { ACTIVITY_CORRECTED, ACTIVITY_LOGGED, ACTIVITY_WITHDRAWN, COLLEAGUE_MENTIONED } from './activities.events.js';
import { ActivitiesRepository, type StoredActivity } from './activities.repository.js';
import { isProgress, mayChange, momentOf } from './activities.rules.js';
import type {
  ActivitiesErrorCode,
  Activity,
  ActivityFilter,
  ActivityVersion,
  CorrectActivity,
  ListedActivity,
  LockedActivity,
  LoggedActivity,
  RecordActivity,
  WithdrawActivity,
} from './activities.types.js';

const SHOWN_AT_ONCE = 200;
export const FOREIGN_KEY_VIOLATION = '23503';

@Injectable()
export class ActivitiesService {
  constructor(
    private readonly database: Database,
    private readonly repository: ActivitiesRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes what was said or done; clocks that it moves are the caller's, in the same transaction. One is moved by a trigger:
   * a talk with a decision maker is the last word with them of the search, or of all of the client's (`decision_maker_spoke`).
   */
  async record(tx: Transaction, actor: Actor, input: RecordActivity): Promise<LoggedActivity> {
    const { kind, searchId = null, candidateId = null, contactId = null, text = null } = input;
    const at = momentOf(input.at, this.clock.now());
    if (!at)
      throw refused('activity_in_future', 'An activity is logged once it has happened: enter a time in the past.');
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
    if (input.mentions?.length) await this.mention(tx, actor, { id, searchId }, input.mentions);
    const detail = { kind, searchId, candidateId, contactId };
    await this.audit.fact(tx, actor, { fact: ACTIVITY_LOGGED, subject: ['activity', id], about: searchId, detail });
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
      throw refused('unknown_subject', 'This person was erased, so nothing more can be recorded about them.');
    }
  }

  /** What was logged about a candidate in a search. Whether the search may be seen is the caller's to ask. */
  async about(db: Transaction, actor: Actor, searchId: string, candidateId: string): Promise<Activity[]> {
    const stored = await this.repository.about(db, actor.firmId, searchId, candidateId, SHOWN_AT_ONCE);
    return stored.map((activity) => ({ ...activity, changeable: isChangeable(actor, activity) }));
  }

  /** A page of what was logged about a search, a candidate, a contact or a client, as far as the reader may see its search. */
  async list(actor: Actor, filter: ActivityFilter, page: PageRequest): Promise<Page<ListedActivity>> {
    if (!filter.searchId && !filter.candidateId && !filter.contactId && !filter.clientId) {
      throw refused(
        'activity_without_subject',
        'Say whose activities: of a search, a candidate, a contact or a client.',
      );
    }
    const rows = await this.repository.list(this.database.db, actor, filter, page);
    const { items, next } = pageOf(rows, page.limit ?? DEFAULT_PAGE, ({ atKey, id }) => [atKey, id]);
    return {
      items: items.map(({ atKey: _, ...stored }) => ({ ...stored, changeable: isChangeable(actor, stored) })),
      next,
    };
  }

  /** For the pipeline room, which asks whether this search may be seen. */
  searchOf(db: Transaction, firmId: string, id: string): Promise<string | null | undefined> {
    return this.repository.searchOf(db, firmId, id);
  }

  /** Null: there is no such activity, or this person is not on its search. */
  async versions(db: Transaction, actor: Actor, id: string): Promise<ActivityVersion[] | null> {
    return (await this.repository.isVisible(db, actor, id)) ? this.repository.versions(db, actor.firmId, id) : null;
  }

  /** Puts the words right; when it was, and that it was, stays. */
  async correct(
    tx: Transaction,
    actor: Actor,
    id: string,
    { version, text, mentions }: CorrectActivity,
  ): Promise<{ version: number }> {
    const activity = await this.lock(tx, actor, id, version);
    const others = mentions !== undefined && (await this.mention(tx, actor, activity, mentions));
    if (activity.text === text && !others) return { version };
    await this.keep(tx, actor, activity, 'corrected', null);
    await this.repository.setText(tx, actor.firmId, id, text);
    await this.changed(tx, actor, activity, ACTIVITY_CORRECTED);
    return { version: version + 1 };
  }

  /** Takes it back as if it had not been; clocks that it moved are the caller's. */
  async withdraw(
    tx: Transaction,
    actor: Actor,
    id: string,
    { version, reason }: WithdrawActivity,
  ): Promise<LockedActivity> {
    const activity = await this.lock(tx, actor, id, version);
    await this.keep(tx, actor, activity, 'withdrawn', reason);
    await this.repository.remove(tx, actor.firmId, id);
    await this.changed(tx, actor, activity, ACTIVITY_WITHDRAWN);
    return activity;
  }

  /** Who is named hears of it, so it is nobody who may not see what it is about. Whether others are named than before. */
  private async mention(
    tx: Transaction,
    actor: Actor,
    { id, searchId }: { id: string; searchId: string | null },
    userIds: readonly string[],
  ): Promise<boolean> {
    const { firmId, userId } = actor;
    const before = new Set(await this.repository.mentioned(tx, firmId, id));
    const fresh = userIds.filter((one) => !before.has(one));
    if (fresh.length === 0 && userIds.length === before.size) return false;
    const known = await this.repository.mentionable(tx, firmId, searchId, fresh);
    if (known.length < fresh.length) throw refused('mention_not_allowed', 'There is no such colleague in this firm.');
    const shutOut = known.find(({ may }) => !may);
    if (shutOut) {
      throw refused(
        'mention_not_allowed',
        `${shutOut.name} cannot see this search, or has left the firm, so they cannot be mentioned here.`,
      );
    }
    await this.repository.setMentions(tx, firmId, id, userIds, userId);
    if (fresh.length > 0) {
      const detail = { userIds: fresh };
      await this.audit.fact(tx, actor, { fact: COLLEAGUE_MENTIONED, subject: ['activity', id], detail });
    }
    return true;
  }

  private async lock(tx: Transaction, actor: Actor, id: string, version: number): Promise<LockedActivity> {
    const activity = await this.repository.lock(tx, actor.firmId, id);
    if (!activity) throw refused('activity_not_changeable', 'This was withdrawn and can no longer be changed.');
    if (!mayChange(actor, activity)) {
      throw refused(
        'activity_not_changeable',
        activity.kind === 'interview_set'
          ? 'Change or cancel an interview on the interview itself.'
          : 'Only the person who logged this, a partner or an admin can change it.',
      );
    }
    await this.refuseErased(tx, actor.firmId, activity);
    if (activity.version !== version) {
      const { text, version: newest } = activity;
      throw new DomainError<ActivitiesErrorCode>('stale_version', 'Somebody changed this in the meantime.', {
        current: { id, text, version: newest },
      });
    }
    return activity;
  }

  private async keep(
    tx: Transaction,
    actor: Actor,
    activity: LockedActivity,
    change: 'corrected' | 'withdrawn',
    reason: string | null,
  ): Promise<void> {
    const version = { id: newId(), change, at: this.clock.now(), by: actor.userId, reason };
    await this.repository.keepVersion(tx, actor.firmId, activity.id, version);
  }

  private async changed(tx: Transaction, actor: Actor, activity: LockedActivity, fact: string): Promise<void> {
    const { id, kind, searchId, candidateId, contactId, version } = activity;
    const detail = { kind, searchId, candidateId, contactId, version };
    await this.audit.fact(tx, actor, { fact, subject: ['activity', id], about: searchId, detail });
  }
}

const isChangeable = (actor: Actor, { kind, by, withdrawn }: StoredActivity): boolean =>
  !withdrawn && mayChange(actor, { kind, byUserId: by?.id ?? null });

function refused(code: ActivitiesErrorCode, sentence: string): DomainError<ActivitiesErrorCode> {
  return new DomainError(code, sentence);
}
