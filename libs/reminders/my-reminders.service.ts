import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import type { NoticeItem } from '@app/mails/mails.types.js';
import { NotificationsService } from '@app/notifications/notifications.service.js';
import type { PersonKey } from '@app/notifications/notifications.types.js';
import { Database } from '@app/platform/database/database.js';
import { DEFAULT_PAGE, pageOf, readCursor, type Page, type PageRequest } from '@app/platform/lists/page.js';
import { noticeItemOf } from '@app/notifications/notices.rules.js';
import { RemindersRepository } from './reminders.repository.js';
import { MAIL_SENTENCES, mailStateOf } from './reminders.rules.js';
import type { MyReminder, MyReminderRow } from './reminders.types.js';

/** A person's own reminders, as they read them in the app. */
@Injectable()
export class MyRemindersService {
  constructor(
    private readonly database: Database,
    private readonly repository: RemindersRepository,
    private readonly notifications: NotificationsService,
  ) {}

  /** A person's own reminders, the latest first. */
  async myReminders(actor: Actor, { after, limit = DEFAULT_PAGE }: PageRequest): Promise<Page<MyReminder>> {
    const cursor = readCursor(after, ['moment', 'uuid']);
    const { db } = this.database;
    const rows = await this.repository.reminders(db, keyOf(actor), limit + 1, cursor);
    const { items, next } = pageOf(rows, limit, ({ key, id }) => [key, id]);
    const [person] = await this.notifications.people(db, [keyOf(actor)]);
    const ids = items.map(({ id }) => id);
    const details = ids.length > 0 ? await this.repository.detailsOf(db, actor.firmId, ids) : [];
    const known = new Map(details.map((detail) => [detail.id, detail]));
    const current = ids.length > 0 ? await this.repository.current(db, actor.firmId, ids) : new Set();
    const zone = person?.timeZone ?? 'UTC';
    return {
      items: items.flatMap((row) => {
        const detail = known.get(row.id);
        return detail
          ? [myReminderOf(row, noticeItemOf(detail, detail.dueAt, detail.dueAt, zone), current.has(row.id))]
          : [];
      }),
      next,
    };
  }

  unseen(actor: Actor): Promise<number> {
    return this.repository.unseen(this.database.db, keyOf(actor));
  }

  /** These, or all when none are named. */
  async markSeen(actor: Actor, ids: readonly string[] | null): Promise<number> {
    return this.database.transaction(async (tx) => {
      await this.repository.markSeen(tx, keyOf(actor), ids);
      return this.repository.unseen(tx, keyOf(actor));
    });
  }
}

/** The system has no reminders of its own. */
const keyOf = ({ firmId, userId }: Actor): PersonKey => ({ firmId, userId: userId ?? firmId });

function myReminderOf(row: MyReminderRow, item: NoticeItem, isCurrent: boolean): MyReminder {
  const { severity, group, about, sentence, nextStep, path, at } = item;
  const mail = mailStateOf(row);
  const words = { severity, group, about, sentence, nextStep, path, at };
  const { id, kind, dueAt, seenAt } = row;
  return { id, kind, ...words, dueAt, seenAt, isCurrent, mail, mailSentence: MAIL_SENTENCES[mail] };
}
