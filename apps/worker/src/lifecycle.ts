import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationShutdown } from '@nestjs/common';
import { Mailer } from '@app/platform/mail/mailer.js';
import { JobQueues } from '@app/platform/queue/job-queues.js';
import { Consumers } from './consumers.js';
import { Health } from './health.js';
import { Relay } from './relay.js';
import { Ticker } from './ticker.js';

/** Mails under way get this long to end; then the mail server is taken to hang. */
const PATIENCE_MS = 12_000;
const LAST_WORDS_MS = 5_000;

/** Starts the parts of the worker once the application stands, and ends them before anything they need is gone. */
@Injectable()
export class Lifecycle implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger('Worker');

  constructor(
    private readonly consumers: Consumers,
    private readonly ticker: Ticker,
    private readonly relay: Relay,
    private readonly health: Health,
    private readonly queues: JobQueues,
    private readonly mailer: Mailer,
  ) {}

  async start(): Promise<void> {
    this.consumers.start();
    this.ticker.start();
    this.relay.start();
    await this.health.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    const drained = Promise.all([this.consumers.stop(), this.ticker.stop(), this.relay.stop()]);
    if (!(await inTime(drained, PATIENCE_MS))) {
      this.logger.warn('the mail server does not answer: giving up on mails under way');
      this.mailer.abandon();
      await inTime(drained, LAST_WORDS_MS);
    }
    // before Nest waits for the queue's workers: one that waits for an answer of the store gets it now
    await inTime(this.queues.close(), LAST_WORDS_MS);
  }

  onApplicationShutdown(): void {
    this.health.stop();
  }
}

async function inTime(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return done;
}
