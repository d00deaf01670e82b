import type { ImportsRepository } from './imports.repository.js';

const LOOK_EVERY_MS = 1_000;

/** Looks once a second whether a run was called off, and ends what it has the database do at that moment. */
export class CancelWatch {
  private readonly controller = new AbortController();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly repository: ImportsRepository,
    private readonly firmId: string,
    private readonly runId: string,
  ) {}

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** A worker that died may have left it called off. `backend` is the connection that works for the run. */
  async start(backend: number): Promise<void> {
    await this.look(backend);
    this.timer = setInterval(() => void this.look(backend).catch(() => undefined), LOOK_EVERY_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(backend: number): Promise<void> {
    if (this.signal.aborted || !(await this.repository.isCancelAsked(this.firmId, this.runId))) return;
    this.stop();
    this.controller.abort();
    await this.repository.endStatement(backend);
  }
}
