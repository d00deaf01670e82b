import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import { KINDS, RetentionRepository } from './retention.repository.js';
import { RETENTION_DAYS } from './retention.rules.js';

/** Ends what nobody needs any more, in all firms. Safe to run any number of times, anywhere. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: Database,
    private readonly repository: RetentionRepository,
  ) {}

  async end(): Promise<Record<string, number>> {
    const ended: Record<string, number> = {};
    for (const kind of KINDS) {
      let count: number;
      do {
        count = await this.repository.end(this.database.reader, kind, RETENTION_DAYS);
        ended[kind] = (ended[kind] ?? 0) + count;
      } while (count > 0);
    }
    return ended;
  }
}
