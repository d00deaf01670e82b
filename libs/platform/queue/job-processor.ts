import { WorkerHost } from '@nestjs/bullmq';
import type { Job as QueuedJob, WorkerOptions } from 'bullmq';
import { QUEUES, type JobName, type JobOf, type JobPayloads, type QueueName } from './jobs.js';

export type Handlers<Queue extends QueueName> = {
  readonly [Name in JobOf<Queue>]: (payload: JobPayloads[Name]) => Promise<unknown>;
};

/**
 * The consumer of one queue. A subclass names one service call per job; nothing is caught, so that a failed job is
 * listed as failed. It must be harmless to run a job twice, and to run it at the same time as itself.
 */
export abstract class JobProcessor<Queue extends QueueName = never> extends WorkerHost {
  abstract readonly handlers: Handlers<Queue>;
  private readonly inHand = new Set<Promise<unknown>>();

  async process(job: Pick<QueuedJob, 'name' | 'data'>): Promise<unknown> {
    const work = this.handlerOf(job.name)(job.data);
    this.inHand.add(work);
    try {
      return await work;
    } finally {
      this.inHand.delete(work);
    }
  }

  /** Resolves when what is in hand now has ended, well or not. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.inHand);
  }

  private handlerOf(name: string): (payload: unknown) => Promise<unknown> {
    const handler = (this.handlers as Partial<Record<string, (payload: never) => Promise<unknown>>>)[name];
    if (!handler) throw new Error(`nobody handles the job ${name}`);
    return handler as (payload: unknown) => Promise<unknown>;
  }

  /** The jobs this processor can do. */
  get jobs(): JobName[] {
    return Object.keys(this.handlers) as JobName[];
  }
}

export function workerOptions(queue: QueueName): Omit<WorkerOptions, 'connection'> {
  return {
    ...QUEUES[queue],
    // by default the second crash in the middle of a job fails it for good
    maxStalledCount: 100,
    // by default a worker that found its store away sleeps for 15 s, and nothing wakes it when it is told to end
    runRetryDelay: 1_000,
    removeOnComplete: { age: 3_600, count: 1_000 },
    removeOnFail: { age: 7 * 86_400, count: 1_000 },
  };
}
