import type { ImportListener } from '@app/merges/importer.service.js';
import type { ImportsRepository } from './imports.repository.js';
import type { ImportFileName, ImportProgress, Refusal } from '@app/import-files/import-files.types.js';

const PROGRESS_EVERY_MS = 1_000;
const REFUSALS_AT_ONCE = 2_000;

/** Writes refusals as they come and progress once a second, on connections of its own, so that both show at once. */
export class ProgressKeeper implements ImportListener {
  private saving: Promise<void> = Promise.resolve();
  private savedAt = 0;
  private savedStates = '';

  constructor(
    private readonly repository: ImportsRepository,
    private readonly firmId: string,
    private readonly runId: string,
  ) {}

  began(file: ImportFileName): Promise<void> {
    return this.repository.forgetRefusals(this.firmId, this.runId, file);
  }

  async refused(refusals: readonly Refusal[]): Promise<void> {
    for (let at = 0; at < refusals.length; at += REFUSALS_AT_ONCE) {
      const some = refusals.slice(at, at + REFUSALS_AT_ONCE);
      await this.repository.insertRefusals(this.firmId, this.runId, some);
    }
  }

  progressed(progress: ImportProgress): void {
    const states = progress.files.map(({ state }) => state).join();
    const now = performance.now();
    if (states === this.savedStates && now - this.savedAt < PROGRESS_EVERY_MS) return;
    this.savedStates = states;
    this.savedAt = now;
    const copy = structuredClone(progress);
    this.saving = this.saving
      .then(() => this.repository.saveProgress(this.firmId, this.runId, copy))
      .catch(() => undefined);
  }

  settled(): Promise<void> {
    return this.saving;
  }
}
