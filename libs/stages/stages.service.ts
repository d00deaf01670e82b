import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { StagesRepository } from './stages.repository.js';
import { DEFAULT_STAGES, type Process, type Stage } from './stages.types.js';

/** The steps of a firm's process. */
@Injectable()
export class StagesService {
  constructor(private readonly repository: StagesRepository) {}

  /** Gives a new firm its first process, in the transaction that makes the firm. */
  async giveDefaults(tx: Transaction, firmId: string): Promise<void> {
    await this.repository.insert(
      tx,
      firmId,
      DEFAULT_STAGES.map((stage) => ({ ...stage, id: newId(), archived: false })),
    );
  }

  process(db: Transaction, firmId: string): Promise<Process> {
    return this.repository.process(db, firmId);
  }

  /** The process as nobody else changes it before the commit, by an edit or an import. */
  async lock(tx: Transaction, firmId: string): Promise<Process> {
    await this.lockForImport(tx, firmId);
    await this.repository.lockLimits(tx, firmId);
    return this.repository.process(tx, firmId);
  }

  async lockForImport(tx: Transaction, firmId: string): Promise<void> {
    await this.repository.lock(tx, firmId);
  }

  async keep(tx: Transaction, firmId: string, stages: readonly Stage[]): Promise<Process> {
    await this.repository.keep(tx, firmId, stages);
    return this.repository.process(tx, firmId);
  }
}
