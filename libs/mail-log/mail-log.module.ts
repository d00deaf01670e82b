import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { NotificationsModule } from '@app/notifications/notifications.module.js';
import { BouncesService } from './bounces.service.js';
import { MailLogRepository } from './mail-log.repository.js';
import { MailLogService } from './mail-log.service.js';

/** What became of mails, without sending any. */
@Module({
  imports: [AuditModule, NotificationsModule],
  providers: [MailLogService, MailLogRepository, BouncesService],
  exports: [MailLogService, BouncesService],
})
export class MailLogModule {}
