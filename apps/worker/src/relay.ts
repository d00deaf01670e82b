import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import { forgetKeys } from '@app/platform/once/once.js';
import { failpoint } from '@app/platform/failpoints/failpoints.js';
import { describe } from '@app/platform/logging/describe.js';
import {
  forgetRelayed,
  markRelayed,
  takeWaiting,
  type AnnouncedFact,
} from '@app/platform/announcements/announcements.js';
import { JobQueues, type QueuedJob } from '@app/platform/queue/job-queues.js';
import { ROUTES } from './routes.js';

const BATCH = 500;
const PAUSE_MS = 1_000;
const PAUSE_AFTER_FAILURE_MS = 5_000;
const FORGET_EVERY_MS = 3_600_000;
const FORGET_BATCH = 20_000;

/** Hands announced facts on to the queue, at least once each. The only file that adds jobs. */
@Injectable()
export class Relay {
  private readonly logger = new Logger(Relay.name);
  private readonly stopping = new AbortController();
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
  ) {}

  start(): void {
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  /**
   * One batch. The rows stay locked while the queue takes the jobs, the one transaction that waits for the network (3 s
   * at most): a relay that dies in between leaves the rows waiting, and a queue that is down does too.
   */
  async relayBatch(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const facts = await takeWaiting(tx, BATCH);
      if (facts.length === 0) return 0;
      await this.queues.add(jobsFor(facts));
      await failpoint('relay.jobs_added');
      await markRelayed(tx, facts);
      return facts.length;
    });
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    let forgetAt = performance.now() + FORGET_EVERY_MS;
    while (!signal.aborted) {
      let wait = PAUSE_MS;
      try {
        if ((await this.relayBatch()) === BATCH) wait = 0;
        if (performance.now() >= forgetAt) {
          forgetAt = performance.now() + FORGET_EVERY_MS;
          await this.database.transaction((tx) => forgetRelayed(tx, FORGET_BATCH));
          while ((await this.database.transaction((tx) => forgetKeys(tx, FORGET_BATCH))) === FORGET_BATCH);
        }
      } catch (error) {
        this.logger.warn({ msg: 'facts are waiting', ...describe(error) });
        wait = PAUSE_AFTER_FAILURE_MS;
      }
      await pause(wait, signal);
    }
  }
}

/** The jobs a batch of facts asks for. Jobs mean "look at what is due", so equal ones are asked for once. */
export function jobsFor(facts: readonly AnnouncedFact[]): QueuedJob[] {
  const jobs = new Map<string, QueuedJob>();
  for (const fact of facts) {
    for (const { wake } of ROUTES[fact.fact] ?? []) {
      const job = wake(fact);
      const same = JSON.stringify(job);
      if (!jobs.has(same)) jobs.set(same, { job, id: `${job.name}-${fact.id}` });
    }
  }
  return [...jobs.values()];
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
