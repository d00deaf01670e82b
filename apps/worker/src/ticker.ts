import { Injectable, Logger } from '@nestjs/common';
import { describe } from '@app/platform/logging/describe.js';
import { JobQueues } from '@app/platform/queue/job-queues.js';
import { Consumers } from './consumers.js';
import { SCHEDULES } from './schedules.js';

/**
 * The same schedules without the queue: BullMQ makes the next repeating job only when the last one starts, so busy
 * workers delay their own schedule, and a queue that lost its store has no schedules at all.
 */
@Injectable()
export class Ticker {
  /** The last time any timer fired; a process whose timers stand still is not alive. */
  lastBeat = performance.now();
  private readonly logger = new Logger(Ticker.name);
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(
    private readonly consumers: Consumers,
    private readonly queues: JobQueues,
  ) {}

  start(): void {
    for (const { job, everySeconds } of SCHEDULES) {
      this.every(everySeconds, job.name, () => this.consumers.run(job.name));
    }
    this.every(60, 'schedules', () => this.queues.keepSchedules(SCHEDULES));
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.underWay.values());
  }

  /** Now, because something may have fallen due while nobody ran, and from now on. */
  private every(seconds: number, name: string, work: () => Promise<unknown>): void {
    const tick = (): void => {
      this.lastBeat = performance.now();
      if (this.underWay.has(name)) return;
      const run = work()
        .catch((error: unknown) => this.logger.warn({ msg: `${name} failed`, ...describe(error) }))
        .then(() => void this.underWay.delete(name));
      this.underWay.set(name, run);
    };
    tick();
    this.timers.push(setInterval(tick, seconds * 1_000));
  }
}
