import { Injectable } from '@nestjs/common';
import { DEFAULT_MODES, digestDue } from '@app/notifications/notifications.rules.js';
import { NotificationsService } from '@app/notifications/notifications.service.js';
import type { PersonKey } from '@app/notifications/notifications.types.js';
import { Config } from '@app/platform/config/config.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { failpoint } from '@app/platform/failpoints/failpoints.js';
import { newId } from '@app/platform/database/id.js';
import { firmByFirm } from '@app/platform/firms/firm-by-firm.js';
import { type HealthReader, PlanningRepository } from './planning.repository.js';
import { mondayMailDue } from './reminders.rules.js';
import type { NewDelivery, OwnMail } from './reminders.types.js';

/**
 * Flags of one sweep arrive in several commits, and a first import raises hundreds. So what a person is to hear gathers
 * for half a minute and goes out as one mail; the next one waits a quarter of an hour and gathers meanwhile.
 */
const NOTICE_MAILS = { gather: 30, pause: 15 * 60 };

/** A client is asked once a day at most. */
const CLIENT_MAILS = { gather: 30, pause: 24 * 3_600 };
/** What changes by the day is looked at less often than every minute: it is most of what there is to look at. */
const DATES_EVERY_MS = 10 * 60_000;
const ARTICLE14_EVERY_MS = 3_600_000;

/** A first import may raise tens of thousands at once; each transaction stays short. */
const BATCH = 2_000;
const BATCHES = 50;

/**
 * With more searches due than this a sweep has a backlog, and announces every batch of it. What it raises is planned when
 * it is through, by the last of its facts or within a minute: planned beside it, the two compete for the same processors.
 */
const BACKLOG = 500;

/** 0: flags, tasks, offers and check-ins; 1: windows and interviews too; 2: everything. */
type Depth = 0 | 1 | 2;

/** Makes what people are owed from what is due. Safe to run any number of times, anywhere. */
@Injectable()
export class PlanningService {
  private readonly mailHost: string;
  private datesAt = -Infinity;
  private article14At = -Infinity;

  constructor(
    private readonly database: Database,
    private readonly planning: PlanningRepository,
    private readonly notifications: NotificationsService,
    config: Config,
  ) {
    this.mailHost = /@([^\s>]+)/.exec(config.MAIL_FROM)?.[1] ?? 'localhost';
  }

  /** Makes whatever reminders are missing, in every firm. */
  async plan(): Promise<{ notices: number; health: number }> {
    const now = await this.planning.now(this.database.db);
    const depth = this.depthAt(now.getTime());
    const notices = await this.database.onOneConnection(async (connection) => {
      let made = 0;
      await firmByFirm(connection, 'planning', await this.planning.firms(connection), async (firmId) => {
        made += await this.planFirm(firmId, depth, connection);
        await this.planDigests(firmId, now, connection);
      });
      return made;
    });
    return { notices, health: await this.planHealthMails(now) };
  }

  /** For a fact that was announced. */
  async planWhenSwept(firmId: string): Promise<number> {
    const isSwept = await this.planning.areMoreDue(this.database.db, firmId, BACKLOG);
    return isSwept ? 0 : this.planFirm(firmId);
  }

  /**
   * One reminder for everything due that its recipient has none of yet, and one mail for all that a person is to hear
   * at once. A reminder is in one mail at most, and a mail is accepted once: so nothing is told twice. Of sample data
   * nobody hears.
   */
  async planFirm(firmId: string, depth: Depth = 1, connection = this.database.db): Promise<number> {
    if (await this.planning.isSample(connection, firmId)) return 0;
    let made = 0;
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const more = await this.planBatch(connection, firmId, depth);
      made += more;
      if (more < BATCH) break;
      if (batch === 0) await this.planning.learnSize(connection);
    }
    return made;
  }

  /** Today's digest of everybody whose time for it has come by `now` and who has something to read in it. */
  async planDigests(firmId: string, now: Date, connection = this.database.db): Promise<number> {
    const waiting = await this.planning.waitingForDigest(connection, firmId);
    if (waiting.length === 0) return 0;
    const people = await this.notifications.people(connection, keysOf(firmId, waiting));
    const mails: OwnMail[] = people.flatMap((person) => {
      const digest = digestDue(person, now);
      if (!digest) return [];
      const occurrenceKey = `digest/${person.userId}/${digest.date}`;
      return [{ ...this.ownMail(person.userId), occurrenceKey, dueAt: digest.dueAt }];
    });
    if (mails.length === 0) return 0;
    return this.database.transaction(async (tx) => {
      await this.planning.takeTurn(tx, firmId);
      const made = new Set(await this.planning.insertOwnMails(tx, firmId, 'daily_digest', mails));
      const opened = mails.filter(({ recipientId }) => made.has(recipientId));
      if (opened.length > 0) await this.planning.fillDigests(tx, firmId, opened);
      return opened.length;
    }, connection);
  }

  /** The Monday mails whose local 07:00 has passed by `now`. One per person and Monday, however often this runs. */
  async planHealthMails(now: Date): Promise<number> {
    const { db } = this.database;
    const perFirm = new Map<string, HealthReader[]>();
    for (const person of await this.planning.healthReaders(db)) {
      const others = perFirm.get(person.firmId);
      if (others) others.push(person);
      else perFirm.set(person.firmId, [person]);
    }
    let planned = 0;
    await firmByFirm(db, 'monday_mails', perFirm.keys(), async (firmId) => {
      const mails = (perFirm.get(firmId) ?? []).flatMap((person): OwnMail[] => {
        const monday = mondayMailDue(person, now);
        if (!monday) return [];
        return [{ ...this.ownMail(person.userId), occurrenceKey: `monday/${monday.date}`, dueAt: monday.dueAt }];
      });
      if (mails.length === 0) return;
      planned += await this.database.transaction(async (tx) => {
        await this.planning.takeTurn(tx, firmId);
        return (await this.planning.insertOwnMails(tx, firmId, 'pipeline_health', mails)).length;
      });
    });
    return planned;
  }

  private async planBatch(connection: Transaction, firmId: string, depth: Depth): Promise<number> {
    const planned = await this.database.transaction(async (tx) => {
      await this.planning.takeTurn(tx, firmId);
      const made = await this.planning.insertOwed(tx, firmId, DEFAULT_MODES, depth, BATCH);
      await this.openNotices(tx, firmId);
      await this.openContactMails(tx, firmId);
      await failpoint('planning.written');
      return made;
    }, connection);
    await failpoint('planning.committed');
    return planned;
  }

  private depthAt(now: number): Depth {
    if (now - this.article14At >= ARTICLE14_EVERY_MS) {
      this.article14At = this.datesAt = now;
      return 2;
    }
    if (now - this.datesAt < DATES_EVERY_MS) return 0;
    this.datesAt = now;
    return 1;
  }

  private async openNotices(tx: Transaction, firmId: string): Promise<void> {
    const waiting = await this.planning.waitingRecipients(tx, firmId);
    if (waiting.length === 0) return;
    const mails = await this.planning.openNotices(tx, firmId, waiting);
    const missing = waiting
      .filter((recipientId) => !mails.has(recipientId))
      .map((recipientId) => ({ ...this.delivery(), recipientId }));
    for (const { recipientId, id } of missing) mails.set(recipientId, id);
    if (missing.length > 0) await this.planning.insertNotices(tx, firmId, missing, NOTICE_MAILS);
    await this.planning.fillNotices(tx, firmId, mails);
  }

  private async openContactMails(tx: Transaction, firmId: string): Promise<void> {
    const waiting = await this.planning.waitingContacts(tx, firmId);
    if (waiting.length === 0) return;
    const mails = waiting.map((asked) => ({ ...this.delivery(), ...asked }));
    await this.planning.insertContactMails(tx, firmId, mails, CLIENT_MAILS);
  }

  private ownMail(recipientId: string): Omit<OwnMail, 'occurrenceKey' | 'dueAt'> {
    return { ...this.delivery(), reminderId: newId(), recipientId };
  }

  private delivery(): Pick<NewDelivery, 'id' | 'messageId'> {
    const id = newId();
    return { id, messageId: `<em.${id}@${this.mailHost}>` };
  }
}

const keysOf = (firmId: string, userIds: readonly string[]): PersonKey[] =>
  userIds.map((userId) => ({ firmId, userId }));
