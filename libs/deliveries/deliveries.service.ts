import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { MAIL_CONNECTIONS, MAIL_DEADLINE_MS, Mailer } from '@app/platform/mail/mailer.js';
import type { DeliveryResult } from '@app/platform/mail/mailer.types.js';
import { RemindersService } from '@app/reminders/reminders.service.js';
import type { DueDelivery, ReminderMail } from '@app/reminders/reminders.types.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { afterAttempt } from './deliveries.rules.js';
import type { ClaimedDelivery, DeliverySummary } from './deliveries.types.js';

/**
 * More than twice the longest attempt, for a mail may wait behind one before its own: a lease runs out only under a
 * holder that is gone or stuck.
 */
const LEASE_SECONDS = (2 * MAIL_DEADLINE_MS) / 1_000 + 30;

type Outcome = keyof DeliverySummary;

interface ClaimBatch {
  readonly found: number;
  readonly held: readonly ClaimedDelivery[];
  readonly cancelled: number;
  readonly missed: number;
}

/** The state machine of one mail. What is owed and whether it still is, the reminders say. */
@Injectable()
export class DeliveriesService implements OnModuleDestroy {
  private readonly logger = new Logger(DeliveriesService.name);
  private running: Promise<DeliverySummary> | null = null;
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly deliveries: DeliveriesRepository,
    private readonly reminders: RemindersService,
    private readonly mailer: Mailer,
  ) {}

  onModuleDestroy(): void {
    this.stopping = true;
  }

  /** Delivers what has fallen due, a few mails at a time. A call while another one runs joins it. */
  async deliverDue({ limit }: { limit: number }): Promise<DeliverySummary> {
    this.running ??= this.drain(limit).finally(() => (this.running = null));
    return this.running;
  }

  /** Takes deliveries back from holders that are gone. */
  async releaseExpired(): Promise<{ pending: number; uncertain: number }> {
    const released = await this.database.transaction((tx) => this.deliveries.releaseExpired(tx));
    const count = (state: string) => released.find((row) => row.state === state)?.count ?? 0;
    const result = { pending: count('pending'), uncertain: count('uncertain') };
    if (result.uncertain > 0)
      this.logger.warn(`${result.uncertain} deliveries became uncertain: their senders are gone`);
    return result;
  }

  private async drain(limit: number): Promise<DeliverySummary> {
    const summary = { sent: 0, failed: 0, cancelled: 0, missed: 0, uncertain: 0, postponed: 0 };
    const claimed: ClaimedDelivery[] = [];
    let claiming: Promise<void> | null = null;
    let left = limit;
    let postponedInARow = 0;
    const claimMore = async (): Promise<void> => {
      const batch = await this.claimBatch(Math.min(left, MAIL_CONNECTIONS));
      left = batch.found === 0 ? 0 : left - batch.found;
      summary.cancelled += batch.cancelled;
      summary.missed += batch.missed;
      claimed.push(...batch.held);
    };
    const lane = async (): Promise<void> => {
      for (;;) {
        const held = claimed.shift();
        if (held) {
          const outcome = await this.deliverOne(held);
          summary[outcome] += 1;
          postponedInARow = outcome === 'postponed' ? postponedInARow + 1 : 0;
          continue;
        }
        // a mail server that is down is asked again at the next look, not once per mail
        if (this.stopping || postponedInARow >= MAIL_CONNECTIONS || left <= 0) return;
        claiming ??= claimMore().finally(() => (claiming = null));
        await claiming;
      }
    };
    const lanes = await Promise.allSettled(Array.from({ length: MAIL_CONNECTIONS }, lane));
    for (const result of lanes) if (result.status === 'rejected') throw result.reason;
    return summary;
  }

  /** Committed before any network: from here on what is held is ours until the lease is over. */
  private async claimBatch(limit: number): Promise<ClaimBatch> {
    return this.database.transaction(async (tx) => {
      const due = await this.deliveries.lockDue(tx, limit);
      if (due.length === 0) return { found: 0, held: [], cancelled: 0, missed: 0 };
      const decided = await this.decided(tx, due);
      if (decided.cancelled.length > 0) await this.deliveries.settle(tx, decided.cancelled, 'cancelled');
      if (decided.missed.length > 0) await this.deliveries.settle(tx, decided.missed, 'missed');
      if (decided.later.length > 0) await this.deliveries.postpone(tx, decided.later);
      const held = decided.send.length > 0 ? await this.deliveries.claim(tx, decided.send, LEASE_SECONDS) : [];
      return { found: due.length, held, cancelled: decided.cancelled.length, missed: decided.missed.length };
    });
  }

  private async decided(tx: Transaction, due: readonly DueDelivery[]) {
    const verdicts = await this.reminders.verdictsOn(tx, due);
    const send: DueDelivery[] = [];
    const cancelled: DueDelivery[] = [];
    const missed: DueDelivery[] = [];
    const later: { due: DueDelivery; until: Date }[] = [];
    for (const delivery of due) {
      const verdict = verdicts.get(delivery.id);
      if (!verdict || 'cancelled' in verdict) cancelled.push(delivery);
      else if ('missed' in verdict) missed.push(delivery);
      else if ('notBefore' in verdict) later.push({ due: delivery, until: verdict.notBefore });
      else send.push(delivery);
    }
    return { send, cancelled, missed, later };
  }

  private async deliverOne(held: ClaimedDelivery): Promise<Outcome> {
    const mail = await this.compose(held);
    const result = mail
      ? await this.send(held, mail)
      : ({ kind: 'deferred', response: 'could not be written' } as const);
    const response = 'response' in result ? result.response : result.reason;
    const next = afterAttempt(result.kind, held.attempts, Math.random(), response);
    await this.database.transaction((tx) => this.deliveries.finish(tx, held, next));
    if (next.state === 'uncertain' || next.state === 'failed') this.logger.warn(`delivery ${held.id} is ${next.state}`);
    return next.state === 'pending' ? 'postponed' : next.state;
  }

  private async compose(held: ClaimedDelivery): Promise<ReminderMail | null> {
    try {
      return await this.reminders.compose(held);
    } catch (error) {
      const detail = error instanceof Error ? error.stack : error;
      this.logger.error(`the mail of delivery ${held.id} could not be written`, detail);
      return null;
    }
  }

  private async send(held: ClaimedDelivery, { headers, subject, html, text }: ReminderMail): Promise<DeliveryResult> {
    if (!held.toAddress) return { kind: 'refused', response: 'there is no address to send it to' };
    return this.mailer.deliver(
      {
        subject,
        html,
        text,
        messageId: held.messageId,
        to: { name: held.toName, address: held.toAddress },
        headers: { 'Auto-Submitted': 'auto-generated', ...headers },
      },
      {
        beforeData: async () => {
          const stillOurs = await this.database.transaction((tx) => this.deliveries.markDataStarted(tx, held));
          if (!stillOurs) throw new Error('the lease on this delivery is over');
        },
      },
    );
  }
}
