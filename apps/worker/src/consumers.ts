import { setTimeout as pause } from 'node:timers/promises';
import { BullRegistrar } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { describe } from '@app/platform/logging/describe.js';
import type { JobProcessor } from '@app/platform/queue/job-processor.js';
import type { JobName } from '@app/platform/queue/jobs.js';
import { PROCESSORS } from './processors/processors.js';
import { ROUTES } from './routes.js';
import { SCHEDULES } from './schedules.js';

/** With nothing in hand a worker ends at once, unless it waits for the answer of a store that is away. */
const QUEUE_PATIENCE_MS = 1_500;

/** The consuming side of every queue of this process. */
@Injectable()
export class Consumers {
  private readonly logger = new Logger('Jobs');
  private started = false;

  constructor(private readonly moduleRef: ModuleRef) {}

  get processors(): JobProcessor[] {
    return PROCESSORS.map((type) => this.moduleRef.get<JobProcessor>(type, { strict: false }));
  }

  /** Only when everything else has started: a worker takes its first job the moment it exists. */
  start(): void {
    this.refuseUnhandledJobs();
    this.moduleRef.get(BullRegistrar, { strict: false }).register();
    this.started = true;
    for (const { worker } of this.processors) {
      worker.on('error', (error) => this.logger.warn({ msg: `the queue ${worker.name}`, ...describe(error) }));
      worker.on('failed', (job, error) =>
        this.logger.error({ msg: `${job?.name ?? worker.name} failed`, ...describe(error) }),
      );
    }
  }

  /** True while every worker takes jobs. */
  get running(): boolean {
    return this.started && this.processors.every(({ worker }) => worker.isRunning());
  }

  /** Takes no more jobs; resolves when those under way have ended. A queue that does not answer is not waited for. */
  async stop(): Promise<void> {
    if (!this.started) return;
    const closed = Promise.all(this.processors.map(({ worker }) => worker.close()));
    const idle = Promise.all(this.processors.map((processor) => processor.idle()));
    await Promise.race([closed, idle.then(() => pause(QUEUE_PATIENCE_MS, undefined, { ref: false }))]);
  }

  /** Runs a job here and now, past the queue. */
  async run(name: JobName): Promise<unknown> {
    const processor = this.processors.find(({ jobs }) => jobs.includes(name));
    return processor?.process({ name, data: {} });
  }

  private refuseUnhandledJobs(): void {
    const handled = new Set(this.processors.flatMap(({ jobs }) => jobs));
    const routed = Object.values(ROUTES).flatMap((routes) => routes.map(({ job }) => job));
    const unhandled = [...routed, ...SCHEDULES.map(({ job }) => job.name)].filter((name) => !handled.has(name));
    if (unhandled.length > 0) throw new Error(`no processor handles ${[...new Set(unhandled)].join(', ')}`);
  }
}
