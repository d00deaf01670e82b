import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { flagMail } from '@app/mails/flag-mail.js';
import { healthMail } from '@app/mails/health-mail.js';
import { Config } from '@app/platform/config/config.js';
import { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { MAIL_CONNECTIONS, MAIL_DEADLINE_MS, Mailer } from '@app/platform/mail/mailer.js';
import type { DeliveryResult } from '@app/platform/mail/mailer.types.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { PlanningRepository } from './planning.repository.js';
import { afterAttempt, byRecipient, mondayMailDue, verdictOn, type Verdict } from './reminders.rules.js';
import {
  PipelineHealthSource,
  type ClaimedDelivery,
  type ComposedMail,
  type DeliverySummary,
  type FlagBundle,
  type HealthReminder,
} from './reminders.types.js';

/**
 * Flags of one sweep arrive in several commits, and a first import raises hundreds. So a person's flags gather for half
 * a minute and go out as one mail; the next one waits a quarter of an hour and gathers meanwhile.
 */
const FLAG_MAILS = { gather: 30, pause: 15 * 60 };
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

@Injectable()
export class RemindersService implements OnModuleDestroy {
  private readonly logger = new Logger(RemindersService.name);
  private readonly publicUrl: string;
  private readonly mailHost: string;
  private running: Promise<DeliverySummary> | null = null;
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly planning: PlanningRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly mailer: Mailer,
    private readonly health: PipelineHealthSource,
    config: Config,
  ) {
    this.publicUrl = config.PUBLIC_URL.replace(/\/+$/, '');
    this.mailHost = /@([^\s>]+)/.exec(config.MAIL_FROM)?.[1] ?? 'localhost';
  }

  onModuleDestroy(): void {
    this.stopping = true;
  }

  /** Makes whatever reminders are missing, in every firm. Safe to run any number of times, anywhere. */
  async plan(): Promise<{ flags: number; health: number }> {
    let flags = 0;
    for (const firmId of await this.planning.firmsWithUntoldFlags(this.database.reader)) {
      flags += await this.planFirm(firmId);
    }
    return { flags, health: await this.planHealthMails(await this.planning.now(this.database.reader)) };
  }

  /**
   * Puts every open flag that nobody was told of into one reminder per lead. A flag is in one reminder at most, a
   * reminder has one delivery, a delivery is accepted once: so an episode is mailed once.
   */
  async planFirm(firmId: string): Promise<number> {
    return this.database.transaction(async (tx) => {
      await this.planning.takeTurn(tx, firmId);
      const untold = byRecipient(await this.planning.untoldFlags(tx, firmId));
      if (untold.size === 0) return 0;
      const reminders = await this.planning.openBundles(tx, firmId, [...untold.keys()]);
      const bundles: FlagBundle[] = [];
      for (const [recipientId, [first]] of untold) {
        if (!first || reminders.has(recipientId)) continue;
        const bundle = { ...this.delivery(), recipientId, occurrenceKey: `flag/${first.flagId}` };
        reminders.set(recipientId, bundle.id);
        bundles.push(bundle);
      }
      if (bundles.length > 0) await this.planning.insertBundles(tx, firmId, bundles, FLAG_MAILS);
      const rows = [...untold.values()].flat().map(({ flagId, recipientId }) => ({
        id: newId(),
        flagId,
        reminderId: reminders.get(recipientId) ?? '',
      }));
      await this.planning.addFlags(tx, firmId, rows);
      return rows.length;
    });
  }

  /** The Monday mails whose local 07:00 has passed by `now`. One per person and Monday, however often this runs. */
  async planHealthMails(now: Date): Promise<number> {
    const perFirm = new Map<string, HealthReminder[]>();
    for (const { firmId, recipient } of await this.planning.healthReaders(this.database.reader)) {
      const monday = mondayMailDue(recipient, now);
      if (!monday) continue;
      const occurrenceKey = `monday/${monday.date}`;
      const reminder = { ...this.delivery(), recipientId: recipient.userId, occurrenceKey, dueAt: monday.dueAt };
      perFirm.set(firmId, [...(perFirm.get(firmId) ?? []), reminder]);
    }
    let planned = 0;
    for (const [firmId, reminders] of perFirm) {
      planned += await this.database.transaction((tx) => this.planning.insertHealthReminders(tx, firmId, reminders));
    }
    return planned;
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
      const by = (verdict: Verdict) => due.filter((delivery) => verdictOn(delivery) === verdict);
      const [send, cancelled, missed] = [by('send'), by('cancelled'), by('missed')];
      if (cancelled.length > 0) await this.deliveries.settle(tx, cancelled, 'cancelled');
      if (missed.length > 0) await this.deliveries.settle(tx, missed, 'missed');
      const held = send.length > 0 ? await this.deliveries.claim(tx, send, LEASE_SECONDS) : [];
      return { found: due.length, held, cancelled: cancelled.length, missed: missed.length };
    });
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

  private async compose({ id, firmId, kind, recipient, flags, dueAt }: ClaimedDelivery): Promise<ComposedMail | null> {
    try {
      if (kind === 'flag_raised') return await flagMail(recipient, flags, this.publicUrl);
      const health = await this.health.pipelineHealth({ firmId, userId: recipient.userId, role: recipient.role });
      return await healthMail(recipient, health, dueAt, this.publicUrl);
    } catch (error) {
      this.logger.error(
        `the mail of delivery ${id} could not be written`,
        error instanceof Error ? error.stack : error,
      );
      return null;
    }
  }

  private async send(held: ClaimedDelivery, mail: ComposedMail): Promise<DeliveryResult> {
    const { name, email } = held.recipient;
    return this.mailer.deliver(
      {
        ...mail,
        messageId: held.messageId,
        to: { name, address: email },
        headers: { 'Auto-Submitted': 'auto-generated' },
      },
      {
        beforeData: async () => {
          const stillOurs = await this.database.transaction((tx) => this.deliveries.markDataStarted(tx, held));
          if (!stillOurs) throw new Error('the lease on this delivery is over');
        },
      },
    );
  }

  private delivery(): Pick<FlagBundle, 'id' | 'deliveryId' | 'messageId'> {
    const deliveryId = newId();
    return { id: newId(), deliveryId, messageId: `<em.${deliveryId}@${this.mailHost}>` };
  }
}
