import { Injectable, Logger } from '@nestjs/common';
import { Queue, type DefaultJobOptions } from 'bullmq';
import { describe } from '../logging/describe.js';
import { QueueBackend } from './backend.js';
import { queueOf, QUEUES, type Job, type QueueName } from './jobs.js';

/** An `add` to a Redis that is down would otherwise never settle. */
const DEADLINE_MS = 3_000;

/** Our tables hold the retries, and everything is looked at again within a minute: the queue never tries twice. */
const JOB_OPTIONS: DefaultJobOptions = {
  attempts: 1,
  removeOnComplete: { age: 3_600, count: 1_000 },
  removeOnFail: { age: 7 * 86_400, count: 1_000 },
};

export interface QueuedJob {
  readonly job: Job;
  /** Without ':'. The same id twice is one job while the first is remembered: less noise, no guarantee. */
  readonly id: string;
}

export interface Schedule {
  readonly job: Job;
  readonly everySeconds: number;
}

/** The producing side of every queue. */
@Injectable()
export class JobQueues {
  private readonly queues: ReadonlyMap<QueueName, Queue>;
  private readonly logger = new Logger('Queue');

  constructor(private readonly backend: QueueBackend) {
    this.queues = new Map(
      (Object.keys(QUEUES) as QueueName[]).map((name) => {
        const queue = new Queue(name, { connection: backend.forProducers, defaultJobOptions: JOB_OPTIONS });
        queue.on('error', (error: Error) => this.logger.warn({ msg: `the queue ${name}`, ...describe(error) }));
        return [name, queue];
      }),
    );
  }

  /** Resolves when every job is stored. */
  async add(jobs: readonly QueuedJob[]): Promise<void> {
    const perQueue = new Map<QueueName, QueuedJob[]>();
    for (const queued of jobs) {
      const name = queueOf(queued.job.name);
      perQueue.set(name, [...(perQueue.get(name) ?? []), queued]);
    }
    for (const [name, batch] of perQueue) {
      const rows = batch.map(({ job, id }) => ({ name: job.name, data: job.payload, opts: { jobId: id } }));
      await inTime(this.queue(name).addBulk(rows), `the queue ${name} did not take its jobs`);
    }
  }

  /** Makes the queues hold exactly these schedules; those already there keep their rhythm. */
  async keepSchedules(schedules: readonly Schedule[]): Promise<void> {
    for (const [name, queue] of this.queues) {
      const wanted = schedules.filter(({ job }) => queueOf(job.name) === name);
      const present = await inTime(queue.getJobSchedulers(), `the queue ${name} did not list its schedules`);
      for (const { key } of present) {
        if (!wanted.some(({ job }) => job.name === key)) await queue.removeJobScheduler(key);
      }
      for (const { job, everySeconds } of wanted) {
        const every = everySeconds * 1_000;
        if (present.some((schedule) => schedule.key === job.name && Number(schedule.every) === every)) continue;
        await inTime(
          queue.upsertJobScheduler(job.name, { every, tz: 'UTC' }, { name: job.name, data: job.payload }),
          `the queue ${name} did not take its schedule`,
        );
      }
    }
  }

  /** The names of the schedules the queues hold now. */
  async schedules(): Promise<string[]> {
    const perQueue = await Promise.all([...this.queues.values()].map((queue) => queue.getJobSchedulers()));
    return perQueue
      .flat()
      .map(({ key }) => key)
      .sort();
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.backend.close();
  }

  private queue(name: QueueName): Queue {
    const queue = this.queues.get(name);
    if (!queue) throw new Error(`there is no queue ${name}`);
    return queue;
  }
}

async function inTime<T>(work: Promise<T>, complaint: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(complaint)), DEADLINE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
