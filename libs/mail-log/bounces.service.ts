import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { Config } from '@app/platform/config/config.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { readBounceNotice } from '@app/platform/mail/bounce-notice.js';
import { isSigned, readProviderEvent, type SignedHeaders } from '@app/platform/mail/provider-event.js';
import { Clock } from '@app/platform/time/clock.js';
import { MAIL_HELD_BACK } from './mail-log.events.js';
import { MailLogRepository, type Told } from './mail-log.repository.js';

export type EventOutcome = 'taken' | 'ignored' | 'not_signed' | 'not_configured';
export type BounceOutcome = 'failed' | 'delayed' | 'unknown_mail' | 'not_a_bounce';

/** What comes back about mails that had been accepted. */
@Injectable()
export class BouncesService {
  constructor(
    private readonly database: Database,
    private readonly repository: MailLogRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** An event of the provider, as its bytes came in. */
  async takeEvent(body: Buffer, headers: SignedHeaders): Promise<EventOutcome> {
    const secret = this.config.MAIL_WEBHOOK_SECRET;
    if (!secret) return 'not_configured';
    if (!isSigned(body, headers, secret, this.clock.now())) return 'not_signed';
    const event = readProviderEvent(body, headers);
    if (!event) return 'ignored';
    return this.database.transaction(async (tx) => {
      const told = await this.repository.lockTold(tx, { providerId: event.providerId, id: event.deliveryId });
      if (!told) return 'ignored';
      if (event.type === 'delivered') await this.repository.markArrived(tx, told);
      else if (event.type === 'complained')
        await this.suppress(tx, told, 'the recipient called an email spam', event.happenedAt);
      else await this.bounced(tx, told, event.reason ?? 'no reason given', event.hard, event.happenedAt);
      return 'taken';
    });
  }

  /** A delivery status notification, as the mail server sent it. */
  async takeNotice(source: Buffer): Promise<BounceOutcome> {
    const notice = await readBounceNotice(source);
    if (!notice) return 'not_a_bounce';
    return this.database.transaction(async (tx) => {
      const told = await this.repository.lockTold(tx, { messageId: notice.messageId });
      if (!told) return 'unknown_mail';
      // a notice says when it was written at best: what counts is that the mail is from before or after a suppression was lifted
      if (notice.action === 'failed')
        await this.bounced(tx, told, notice.reason, notice.hard, told.finishedAt ?? undefined);
      return notice.action;
    });
  }

  /** The server said so at once. */
  async refusedAddress(tx: Transaction, deliveryId: string, reason: string): Promise<void> {
    const told = await this.repository.lockTold(tx, { id: deliveryId });
    if (told) await this.bounced(tx, told, reason, true);
  }

  private async bounced(tx: Transaction, told: Told, reason: string, hard: boolean, at?: Date): Promise<void> {
    await this.repository.markBounced(tx, told, reason);
    if (hard) await this.suppress(tx, told, 'an email to this address came back', at);
  }

  /** `at`: when it happened, unless just now. */
  private async suppress(tx: Transaction, told: Told, reason: string, at?: Date): Promise<void> {
    if (!(await this.repository.suppress(tx, newId(), told, reason, at ?? null))) return;
    const { firmId, recipientId, contactId, id } = told;
    const subject = recipientId ? (['user', recipientId] as const) : (['contact', contactId ?? id] as const);
    const detail = { deliveryId: id };
    await this.audit.fact(tx, { firmId, userId: null }, { fact: MAIL_HELD_BACK, subject, detail });
  }
}
