import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import { isServerAway } from '@app/platform/database/outage.js';
import { firmByFirm } from '@app/platform/firms/firm-by-firm.js';
import { describe } from '@app/platform/logging/describe.js';
import { KINDS, RetentionRepository } from './retention.repository.js';
import { RETENTION_DAYS } from './retention.rules.js';

/** Ends what nobody needs any more, in all firms. Safe to run any number of times, anywhere. */
@Injectable()
export class RetentionService {
  private readonly logger = new Logger(RetentionService.name);

  constructor(
    private readonly database: Database,
    private readonly repository: RetentionRepository,
  ) {}

  /** What cannot be ended keeps nothing else: neither another kind, nor the same kind of other firms. */
  async end(): Promise<Record<string, number>> {
    const ended: Record<string, number> = {};
    const failures: unknown[] = [];
    for (const kind of KINDS) {
      ended[kind] = 0;
      const count = (of: number): void => void (ended[kind] = (ended[kind] ?? 0) + of);
      try {
        await this.endAll(kind, count);
      } catch (error) {
        if (isServerAway(error)) throw error;
        this.logger.error({ msg: `${kind} could not be ended`, ...describe(error) });
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} kinds could not be ended`);
    return ended;
  }

  /** Of all firms at once; where that fails, firm by firm. */
  private async endAll(kind: string, count: (of: number) => void): Promise<void> {
    const { db } = this.database;
    try {
      await this.endOf(kind, null, count);
    } catch (error) {
      const firms = isServerAway(error) ? null : await this.repository.firmsOf(db, kind);
      if (!firms) throw error;
      await firmByFirm(db, 'retention', firms, (firmId) => this.endOf(kind, firmId, count));
    }
  }

  private async endOf(kind: string, firmId: string | null, count: (of: number) => void): Promise<void> {
    for (let gone = 1; gone > 0;) {
      gone = await this.repository.end(this.database.db, kind, RETENTION_DAYS, firmId);
      count(gone);
    }
  }
}
