import { Injectable, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';

/** Work that an answer does not wait for, because how long it takes would tell something. */
@Injectable()
export class Background implements OnApplicationShutdown {
  private readonly logger = new Logger('Background');
  private readonly running = new Set<Promise<unknown>>();

  /** `what` is said in the log when it fails; the error itself may name people, so of that only the code. */
  run(what: string, work: () => Promise<unknown>): void {
    const task = work()
      .catch((error: { code?: string }) => this.logger.error({ msg: `Failed: ${what}`, code: error.code }))
      .finally(() => this.running.delete(task));
    this.running.add(task);
  }

  /** Done when everything begun so far has been done or given up. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.running);
  }

  onApplicationShutdown(): Promise<void> {
    return this.settled();
  }
}

@Module({ providers: [Background], exports: [Background] })
export class BackgroundModule {}
