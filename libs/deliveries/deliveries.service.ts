import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { describe } from '@app/platform/logging/describe.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { isServerAway } from '@app/platform/database/outage.js';
import { passedOver, succeeded } from '@app/platform/firms/firm-by-firm.js';
import { failpoint } from '@app/platform/failpoints/failpoints.js';
import { Mailer } from '@app/platform/mail/mailer.js';
import type { DeliveryResult, OwedMail } from '@app/platform/mail/mailer.types.js';
import { RemindersService, type Told } from '@app/reminders/reminders.service.js';
import { BouncesService } from '@app/mail-log/bounces.service.js';
import { ClaimsService } from './claims.service.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { afterAttempt, frozen, refusesAddress, thawed } from './deliveries.rules.js';
import type { ClaimedDelivery, DeliverySummary } from './deliveries.types.js';

/** Where a provider's keys were never used there is none to outlive. */
const NO_KEYS_SECONDS = 0;

/** Mails claimed at once for each that is handed over at a time: a claim costs the same however many it takes. */
const MAILS_PER_LANE = 2;

type Outcome = keyof DeliverySummary | 'unwritten';

interface InHand {
  readonly held: ClaimedDelivery;
  /** read for all of a claim; missing: to be read for this one */
  readonly told: Told | undefined;
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
    private readonly claims: ClaimsService,
    private readonly reminders: RemindersService,
    private readonly mailer: Mailer,
    private readonly bounces: BouncesService,
  ) {}

  onModuleDestroy(): void {
    this.stopping = true;
  }

  /** Delivers what has fallen due, a few mails at a time. A call while another one runs joins it. */
  async deliverDue({ limit }: { limit: number }): Promise<DeliverySummary> {
    this.running ??= this.database
      .onOneConnection((connection) => this.drain(connection, limit))
      .finally(() => (this.running = null));
    return this.running;
  }

  /** Takes deliveries back from holders that are gone. */
  async releaseExpired(): Promise<{ pending: number; uncertain: number }> {
    const keySeconds = this.mailer.idempotentSeconds ?? NO_KEYS_SECONDS;
    const released = await this.database.transaction(async (tx) => {
      const rows = await this.deliveries.releaseExpired(tx, keySeconds);
      await failpoint('delivery.release_written');
      return rows;
    });
    await failpoint('delivery.released');
    const count = (state: string) => released.find((row) => row.state === state)?.count ?? 0;
    const result = { pending: count('pending'), uncertain: count('uncertain') };
    if (result.uncertain > 0)
      this.logger.warn(`${result.uncertain} deliveries became uncertain: their senders are gone`);
    return result;
  }

  private async drain(connection: Transaction, limit: number): Promise<DeliverySummary> {
    const summary = { sent: 0, failed: 0, cancelled: 0, missed: 0, uncertain: 0, postponed: 0 };
    const claimed: InHand[] = [];
    const well = new Set<string>();
    let claiming: Promise<void> | null = null;
    let left = limit;
    let postponedInARow = 0;
    const claimMore = async (): Promise<void> => {
      const batch = await this.claims.take(connection, Math.min(left, this.mailer.connections * MAILS_PER_LANE));
      left = batch.found === 0 ? 0 : left - batch.found;
      summary.cancelled += batch.cancelled;
      summary.missed += batch.missed;
      summary.failed += batch.suppressed;
      await failpoint('delivery.claimed');
      const told = await this.told(connection, batch.held);
      claimed.push(...batch.held.map((held) => ({ held, told })));
    };
    const lane = async (): Promise<void> => {
      for (;;) {
        const next = claimed.shift();
        if (next) {
          const outcome = await this.claims.while(next.held, () => this.deliverOrLeave(next));
          summary[outcome === 'unwritten' ? 'postponed' : outcome] += 1;
          // a mail that cannot be written says nothing of the mail server
          if (outcome === 'unwritten') continue;
          well.add(next.held.firmId);
          postponedInARow = outcome === 'postponed' ? postponedInARow + 1 : 0;
          continue;
        }
        // a mail server that is down is asked again at the next look, not once per mail
        if (this.stopping || postponedInARow >= this.mailer.connections || left <= 0) return;
        claiming ??= claimMore().finally(() => (claiming = null));
        await claiming;
      }
    };
    try {
      const lanes = await Promise.allSettled(Array.from({ length: this.mailer.connections }, lane));
      for (const result of lanes) if (result.status === 'rejected') throw result.reason;
    } finally {
      this.claims.forget(claimed.map(({ held }) => held));
    }
    await succeeded(connection, 'deliveries', well);
    return summary;
  }

  /** What cannot be done for one firm's mail is left to its lease, and the next one is taken up. */
  private async deliverOrLeave(next: InHand): Promise<Outcome> {
    try {
      return await this.deliverOne(next);
    } catch (error) {
      if (isServerAway(error)) throw error;
      await passedOver(this.database.db, 'deliveries', next.held.firmId, error);
      return 'unwritten';
    }
  }

  private async deliverOne({ held, told }: InHand): Promise<Outcome> {
    const mail = held.frozen ? thawed(held.frozen) : await this.compose(held, told);
    await failpoint('delivery.composed');
    const result = mail
      ? await this.send(held, mail)
      : ({ kind: 'deferred', response: 'could not be written' } as const);
    await failpoint('delivery.answered');
    const next = afterAttempt(
      {
        kind: result.kind,
        response: 'response' in result ? result.response : result.reason,
        attempts: held.attempts,
        idempotent: this.mailer.idempotentSeconds !== null,
        retryAfterSeconds: result.kind === 'unsent' ? result.retryAfterSeconds : undefined,
      },
      Math.random(),
    );
    const providerId = (result.kind === 'accepted' && result.providerId) || null;
    const keepKey = held.frozen !== null || result.kind === 'unknown';
    const end = { result: result.kind, next, providerId, keepKey };
    if (next.state === 'failed' && refusesAddress(next.response)) {
      await this.database.transaction(async (tx) => {
        if (await this.deliveries.finish(tx, held, end)) await this.bounces.refusedAddress(tx, held.id, next.response);
      });
    } else {
      await this.deliveries.finish(this.database.db, held, end);
    }
    await failpoint('delivery.finished');
    if (next.state === 'uncertain' || next.state === 'failed') this.logger.warn(`delivery ${held.id} is ${next.state}`);
    if (!mail) return 'unwritten';
    return next.state === 'pending' ? 'postponed' : next.state;
  }

  /** Undefined: each is read for by itself, so that one that cannot be read stands in no other's way. */
  private async told(connection: Transaction, held: readonly ClaimedDelivery[]): Promise<Told | undefined> {
    const written = held.filter(({ frozen }) => !frozen);
    if (written.length === 0) return undefined;
    return this.reminders.toldIn(connection, written).catch((error: unknown) => {
      this.logger.warn({ msg: `${written.length} mails are read one by one`, ...describe(error) });
      return undefined;
    });
  }

  private async compose(
    held: ClaimedDelivery,
    told: Told | undefined,
  ): Promise<(OwedMail & Parameters<typeof frozen>[0]) | null> {
    try {
      const mail = await this.reminders.compose(held, told);
      if (!mail) return null;
      const { subject, html, text, attachments, replyTo, headers } = mail;
      return {
        subject,
        html,
        text,
        attachments,
        ...(replyTo ? { replyTo } : {}),
        messageId: held.messageId,
        to: { name: held.toName, address: held.toAddress ?? '' },
        headers: { 'Auto-Submitted': 'auto-generated', ...headers },
      };
    } catch (error) {
      this.logger.error(`the mail of delivery ${held.id} could not be written`);
      await passedOver(this.database.db, 'deliveries', held.firmId, error);
      return null;
    }
  }

  private async send(held: ClaimedDelivery, mail: OwedMail & Parameters<typeof frozen>[0]): Promise<DeliveryResult> {
    if (!mail.to.address) return { kind: 'refused', response: 'there is no address to send it to' };
    const keep = this.mailer.idempotentSeconds === null ? null : frozen(mail);
    await failpoint('mail.before_connect');
    return this.mailer.deliver(mail, {
      beforeData: async () => {
        await failpoint('delivery.body_wanted');
        // by itself, so committed once it is answered
        const { db } = this.database;
        const stillOurs = await this.deliveries.markDataStarted(db, held, this.mailer.transportName, keep);
        if (!stillOurs) throw new Error('the lease on this delivery is over');
        await failpoint('delivery.marked');
      },
    });
  }
}
