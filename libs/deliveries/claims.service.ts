import { Injectable, Logger } from '@nestjs/common';
import { describe } from '@app/platform/logging/describe.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { isServerAway } from '@app/platform/database/outage.js';
import { firmByFirm } from '@app/platform/firms/firm-by-firm.js';
import { failpoint } from '@app/platform/failpoints/failpoints.js';
import { MAIL_DEADLINE_MS, Mailer } from '@app/platform/mail/mailer.js';
import { RemindersService } from '@app/reminders/reminders.service.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import type { ClaimedDelivery, DueRow } from './deliveries.types.js';

/** A holder that is gone costs this much; one that lives says so every few seconds. */
const LEASE_SECONDS = 20;
const RENEW_MS = 5_000;
/** What one mail may take from its claim to its end; beyond that its holder is stuck, and somebody else looks after it. */
const LONGEST_CLAIM_MS = 2 * MAIL_DEADLINE_MS + 30_000;

/** Mails of a firm that could not be claimed are looked at again after this long. */
const PASSED_OVER_MS = 5 * 60_000;

interface Batch {
  readonly found: number;
  readonly held: readonly ClaimedDelivery[];
  readonly cancelled: number;
  readonly missed: number;
  readonly suppressed: number;
}

const NOTHING: Batch = { found: 0, held: [], cancelled: 0, missed: 0, suppressed: 0 };

const sum = (a: Batch, b: Batch): Batch => ({
  found: a.found + b.found,
  held: [...a.held, ...b.held],
  cancelled: a.cancelled + b.cancelled,
  missed: a.missed + b.missed,
  suppressed: a.suppressed + b.suppressed,
});

/** What this process holds, and that it goes on holding it. */
@Injectable()
export class ClaimsService {
  private readonly logger = new Logger(ClaimsService.name);
  private readonly held = new Map<ClaimedDelivery, number>();
  private timer: NodeJS.Timeout | null = null;
  private renewing: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly deliveries: DeliveriesRepository,
    private readonly reminders: RemindersService,
    private readonly mailer: Mailer,
  ) {}

  /** Committed before any network: from here on what is held is ours until the lease is over. */
  async take(connection: Transaction, limit: number): Promise<Batch> {
    const batch = await this.together(connection, limit).catch((error: unknown) => {
      if (isServerAway(error)) throw error;
      this.logger.warn({ msg: 'mails are claimed firm by firm', ...describe(error) });
      return this.byFirm(connection, limit);
    });
    for (const one of batch.held) this.held.set(one, performance.now());
    if (batch.held.length > 0) this.timer ??= setInterval(() => this.renew(), RENEW_MS).unref();
    return batch;
  }

  /** Holds it for as long as the work takes, within reason. */
  async while<T>(held: ClaimedDelivery, work: () => Promise<T>): Promise<T | 'postponed'> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<'postponed'>((resolve) => {
      timer = setTimeout(() => {
        this.logger.error(`delivery ${held.id} is stuck: left to its lease`);
        resolve('postponed');
      }, LONGEST_CLAIM_MS);
    });
    try {
      return await Promise.race([work(), tooLong]);
    } finally {
      clearTimeout(timer);
      this.forget([held]);
    }
  }

  forget(claimed: readonly ClaimedDelivery[]): void {
    for (const one of claimed) this.held.delete(one);
    if (this.held.size === 0 && this.timer) {
      clearInterval(this.timer);
      this.timer = null;
    }
  }

  private together(connection: Transaction, limit: number): Promise<Batch> {
    return this.database.transaction(async (tx) => this.claim(tx, await this.lockDue(tx, limit)), connection);
  }

  /** One firm has rows that nothing can be said of: its mails wait, and those of the others go out. */
  private byFirm(connection: Transaction, limit: number): Promise<Batch> {
    return this.database.transaction(async (tx) => {
      const due = await this.lockDue(tx, limit);
      const batches: Batch[] = [];
      const of = (firmId: string): DueRow[] => due.filter((row) => row.firmId === firmId);
      const firms = due.map(({ firmId }) => firmId);
      const failed = await firmByFirm(tx, 'deliveries', firms, async (firmId) => {
        batches.push(await tx.transaction((savepoint) => this.claim(savepoint, of(firmId))));
      });
      const later = [...failed.keys()].flatMap((firmId) =>
        of(firmId).map((row) => ({ due: row, until: new Date(row.now.getTime() + PASSED_OVER_MS) })),
      );
      if (later.length > 0) await this.deliveries.postpone(tx, later);
      return { ...batches.reduce(sum, NOTHING), found: due.length };
    }, connection);
  }

  private async lockDue(tx: Transaction, limit: number): Promise<DueRow[]> {
    const due = await this.deliveries.lockDue(tx, limit, this.mailer.transportName);
    await failpoint('delivery.due_locked');
    return due;
  }

  private async claim(tx: Transaction, due: readonly DueRow[]): Promise<Batch> {
    if (due.length === 0) return NOTHING;
    const decided = await this.decided(tx, due);
    for (const [state, rows, response] of decided.over) {
      if (rows.length > 0) await this.deliveries.settle(tx, rows, state, response);
    }
    if (decided.later.length > 0) await this.deliveries.postpone(tx, decided.later);
    const held = decided.send.length > 0 ? await this.deliveries.claim(tx, decided.send, LEASE_SECONDS) : [];
    await failpoint('delivery.claim_written');
    return { ...decided.counts, found: due.length, held };
  }

  private renew(): void {
    if (this.renewing) return;
    const since = performance.now() - LONGEST_CLAIM_MS;
    const held = [...this.held].filter(([, from]) => from > since).map(([one]) => one);
    this.renewing = this.deliveries
      .renew(this.database.db, held, LEASE_SECONDS)
      .catch((error: unknown) => this.logger.warn({ msg: 'leases could not be renewed', ...describe(error) }))
      .finally(() => (this.renewing = null));
  }

  private async decided(tx: Transaction, due: readonly DueRow[]) {
    // what may have been sent already is asked for again, whatever became of its reason
    const asked = due.filter(({ frozen, suppressed }) => !frozen && !suppressed);
    const verdicts = asked.length > 0 ? await this.reminders.verdictsOn(tx, asked) : new Map();
    const send = due.filter(({ frozen, suppressed }) => frozen && !suppressed);
    const unsure = due.filter(({ frozen, suppressed }) => frozen && suppressed);
    const suppressed = due.filter(({ frozen, suppressed }) => !frozen && suppressed);
    const cancelled: DueRow[] = [];
    const missed: DueRow[] = [];
    const later: { due: DueRow; until: Date }[] = [];
    for (const delivery of asked) {
      const verdict = verdicts.get(delivery.id);
      if (!verdict || 'cancelled' in verdict) cancelled.push(delivery);
      else if ('missed' in verdict) missed.push(delivery);
      else if ('notBefore' in verdict) later.push({ due: delivery, until: verdict.notBefore });
      else send.push(delivery);
    }
    const over = [
      ['cancelled', cancelled, null],
      ['missed', missed, null],
      ['failed', suppressed, 'emails to this address are held back'],
      ['uncertain', unsure, null],
    ] as const;
    const counts = { cancelled: cancelled.length, missed: missed.length, suppressed: suppressed.length };
    return { send, later, over, counts };
  }
}
