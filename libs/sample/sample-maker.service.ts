import { Injectable } from '@nestjs/common';
import { type ImportListener, ImporterService } from '@app/merges/importer.service.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { Clock } from '@app/platform/time/clock.js';
import { StallsService } from '@app/stalls/stalls.service.js';
import { sampleSource } from './sample-files.adapter.js';
import { SampleRepository } from './sample.repository.js';
import { SAMPLE_NAME } from './sample.types.js';

/** Makes the firm that sample data is in, as any firm would come in: by an import. */
@Injectable()
export class SampleMakerService {
  constructor(
    private readonly database: Database,
    private readonly repository: SampleRepository,
    private readonly importer: ImporterService,
    private readonly stalls: StallsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Under this id, and with its flags; `open` lets the first person in. False where another process has begun it. What was
   * left half made is made anew.
   */
  make(id: string, sampleOf: string, open: (tx: Transaction) => Promise<void>): Promise<boolean> {
    return this.importer.withLock(id, async (firm) => {
      const standing = await this.repository.find(this.database.db, sampleOf);
      if (standing && (standing.ready || standing.id !== id)) return false;
      if (standing) await this.database.transaction((tx) => this.repository.remove(tx, id));
      if (!(await this.repository.insertFirm(this.database.db, { id, name: SAMPLE_NAME, sampleOf }))) return false;
      const source = await sampleSource(this.clock.now());
      await firm.import({ source, listener: NOBODY, checkOnly: false, by: { runId: null, userId: null } });
      await this.stalls.sweepFirm(id);
      await this.database.transaction(open);
      return true;
    });
  }
}

/** Nobody watches: a row that is refused would be a fault of the generator, which a test looks for. */
const NOBODY: ImportListener = {
  began: () => Promise.resolve(),
  refused: () => Promise.resolve(),
  progressed: () => undefined,
};
