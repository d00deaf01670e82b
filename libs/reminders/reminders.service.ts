import { Injectable } from '@nestjs/common';
import { Config } from '@app/platform/config/config.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { flagMail } from '@app/mails/flag-mail.js';
import { healthMail } from '@app/mails/health-mail.js';
import { RemindersRepository } from './reminders.repository.js';
import { verdictOn } from './reminders.rules.js';
import {
  PipelineHealthSource,
  type DueDelivery,
  type Recipient,
  type ReminderMail,
  type Verdict,
} from './reminders.types.js';

/** What a mail is about: whether it is still owed, and what it says. */
@Injectable()
export class RemindersService {
  private readonly publicUrl: string;

  constructor(
    private readonly database: Database,
    private readonly reminders: RemindersRepository,
    private readonly health: PipelineHealthSource,
    config: Config,
  ) {
    this.publicUrl = config.PUBLIC_URL.replace(/\/+$/, '');
  }

  /** Whether these deliveries still go out, by delivery. Asked in the transaction that claims them. */
  async verdictsOn(tx: Transaction, due: readonly DueDelivery[]): Promise<Map<string, Verdict>> {
    const standing = await this.reminders.standing(tx, due);
    const verdicts = new Map<string, Verdict>();
    for (const delivery of due) {
      const recipient = await this.recipientOf(tx, delivery);
      const open = standing.get(delivery.id) ?? 0;
      if (recipient) verdicts.set(delivery.id, verdictOn({ ...delivery, recipient, standing: open }));
    }
    return verdicts;
  }

  /** Null when nothing is left to be told. */
  async compose(held: Omit<DueDelivery, 'now'>): Promise<ReminderMail | null> {
    const { reader } = this.database;
    const recipient = await this.recipientOf(reader, held);
    if (!recipient) return null;
    if (held.form === 'pipeline_health') {
      const { userId, role } = recipient;
      const health = await this.health.pipelineHealth({ firmId: held.firmId, userId, role });
      return { ...(await healthMail(recipient, health, held.dueAt, this.publicUrl)), headers: {} };
    }
    const flags = await this.reminders.flags(reader, held);
    if (flags.length === 0) return null;
    return { ...(await flagMail(recipient, flags, this.publicUrl)), headers: {} };
  }

  private async recipientOf(
    reader: Transaction,
    { firmId, recipientId }: Pick<DueDelivery, 'firmId' | 'recipientId'>,
  ): Promise<Recipient | null> {
    return recipientId ? this.reminders.recipient(reader, firmId, recipientId) : null;
  }
}
