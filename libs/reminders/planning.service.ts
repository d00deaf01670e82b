import { Injectable } from '@nestjs/common';
import { Config } from '@app/platform/config/config.js';
import { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { PlanningRepository } from './planning.repository.js';
import { DEFAULT_MODES, mondayMailDue } from './reminders.rules.js';
import type { NewDelivery, OwnMail } from './reminders.types.js';

/**
 * Flags of one sweep arrive in several commits, and a first import raises hundreds. So what a person is to hear gathers
 * for half a minute and goes out as one mail; the next one waits a quarter of an hour and gathers meanwhile.
 */
const NOTICE_MAILS = { gather: 30, pause: 15 * 60 };

/** Makes what people are owed from what is due. Safe to run any number of times, anywhere. */
@Injectable()
export class PlanningService {
  private readonly mailHost: string;

  constructor(
    private readonly database: Database,
    private readonly planning: PlanningRepository,
    config: Config,
  ) {
    this.mailHost = /@([^\s>]+)/.exec(config.MAIL_FROM)?.[1] ?? 'localhost';
  }

  /** Makes whatever reminders are missing, in every firm. */
  async plan(): Promise<{ notices: number; health: number }> {
    let notices = 0;
    for (const firmId of await this.planning.firms(this.database.reader)) notices += await this.planFirm(firmId);
    return { notices, health: await this.planHealthMails(await this.planning.now(this.database.reader)) };
  }

  /**
   * One reminder for everything due that its recipient has none of yet, and one mail for all that a person is to hear
   * at once. A reminder is in one mail at most, and a mail is accepted once: so nothing is told twice.
   */
  async planFirm(firmId: string): Promise<number> {
    return this.database.transaction(async (tx) => {
      await this.planning.takeTurn(tx, firmId);
      const made = await this.planning.insertOwed(tx, firmId, DEFAULT_MODES);
      const waiting = await this.planning.waitingRecipients(tx, firmId);
      if (waiting.length === 0) return made;
      const mails = await this.planning.openNotices(tx, firmId, waiting);
      const missing = waiting
        .filter((recipientId) => !mails.has(recipientId))
        .map((recipientId) => ({ ...this.delivery(), recipientId }));
      for (const { recipientId, id } of missing) mails.set(recipientId, id);
      if (missing.length > 0) await this.planning.insertNotices(tx, firmId, missing, NOTICE_MAILS);
      await this.planning.fillNotices(tx, firmId, mails);
      return made;
    });
  }

  /** The Monday mails whose local 07:00 has passed by `now`. One per person and Monday, however often this runs. */
  async planHealthMails(now: Date): Promise<number> {
    const perFirm = new Map<string, OwnMail[]>();
    for (const { firmId, recipient } of await this.planning.healthReaders(this.database.reader)) {
      const monday = mondayMailDue(recipient, now);
      if (!monday) continue;
      const mail = {
        ...this.delivery(),
        reminderId: newId(),
        recipientId: recipient.userId,
        occurrenceKey: `monday/${monday.date}`,
        dueAt: monday.dueAt,
      };
      perFirm.set(firmId, [...(perFirm.get(firmId) ?? []), mail]);
    }
    let planned = 0;
    for (const [firmId, mails] of perFirm) {
      planned += await this.database.transaction(async (tx) => {
        await this.planning.takeTurn(tx, firmId);
        return this.planning.insertOwnMails(tx, firmId, 'pipeline_health', mails);
      });
    }
    return planned;
  }

  private delivery(): Pick<NewDelivery, 'id' | 'messageId'> {
    const id = newId();
    return { id, messageId: `<em.${id}@${this.mailHost}>` };
  }
}
