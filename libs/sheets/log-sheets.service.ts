import { Injectable } from '@nestjs/common';
import { ComplianceService } from '@app/compliance/compliance.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { MailLogService } from '@app/mail-log/mail-log.service.js';
import type { MailLogFilter } from '@app/mail-log/mail-log.types.js';
import { MyRemindersService } from '@app/reminders/my-reminders.service.js';
import { TodayService } from '@app/today/today.service.js';
import { ERASURES, MAIL_LOG, REMINDERS, TODAY } from './columns.rules.js';
import { SheetsService } from './sheets.service.js';
import type { SheetFile, SheetFormat } from './sheets.types.js';

/** What happened, and what somebody is told of, as files. Their columns are not chosen. */
@Injectable()
export class LogSheetsService {
  constructor(
    private readonly sheets: SheetsService,
    private readonly mailLog: MailLogService,
    private readonly compliance: ComplianceService,
    private readonly reminders: MyRemindersService,
    private readonly today: TodayService,
  ) {}

  mailLogSheet(actor: Actor, filter: MailLogFilter, format: SheetFormat): Promise<SheetFile> {
    const rows = (page: { limit: number }) => this.mailLog.list(actor, filter, page);
    return this.sheets.make(actor, format, { list: 'mail-log', columns: MAIL_LOG, rows });
  }

  erasureSheet(actor: Actor, format: SheetFormat): Promise<SheetFile> {
    const rows = (page: { limit: number }) => this.compliance.list(actor, page);
    return this.sheets.make(actor, format, { list: 'erasures', columns: ERASURES, rows });
  }

  /** A person's own. */
  reminderSheet(actor: Actor, format: SheetFormat): Promise<SheetFile> {
    const rows = (page: { limit: number }) => this.reminders.myReminders(actor, page);
    return this.sheets.make(actor, format, { list: 'reminders', columns: REMINDERS, rows });
  }

  /** A row for each flag, in the order of the day. */
  todaySheet(actor: Actor, asked: { snoozed?: boolean }, format: SheetFormat): Promise<SheetFile> {
    const rows = (page: { limit: number }) => this.today.today(actor, { ...asked, ...page });
    return this.sheets.make(actor, format, { list: 'today', columns: TODAY, rows });
  }
}
