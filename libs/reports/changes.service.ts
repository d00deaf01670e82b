import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { MetricsService } from '@app/metrics/metrics.service.js';
import type { Slice } from '@app/vocabulary/vocabulary.types.js';
import { Database, sqlState } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { Clock } from '@app/platform/time/clock.js';
import { StallsService } from '@app/stalls/stalls.service.js';
import type { AssessedSearch } from '@app/stalls/stalls.types.js';
import { changesSince, lastMonday } from './changes.rules.js';
import { ReportsRepository } from './reports.repository.js';
import { rankByHealth, timeToOfferFigure } from './reports.rules.js';
import type { HealthChanges, ReportsErrorCode } from './reports.types.js';

const PATIENCE_SECONDS = 20;
const OUT_OF_TIME = '57014';

/** What is otherwise than it was. What was then is read from the facts up to that moment, and never kept. */
@Injectable()
export class ChangesService {
  constructor(
    private readonly database: Database,
    private readonly repository: ReportsRepository,
    private readonly stalls: StallsService,
    private readonly metrics: MetricsService,
    private readonly clock: Clock,
  ) {}

  /** Since the last Monday, over the searches this person may see today. */
  async sinceMonday(actor: Actor, slice: Slice, zone: string): Promise<HealthChanges> {
    const { db } = this.database;
    const since = lastMonday(this.clock.now(), zone);
    const assessed = await this.assessedAt(actor, since);
    const [recent, running, offers] = await Promise.all([
      this.repository.recent(db, actor, slice, since),
      this.repository.searches(db, actor, slice),
      this.metrics.timeToOffer(actor, since, slice),
    ]);
    const then = new Map(assessed.map(({ facts, assessment }) => [facts.searchId, assessment.health]));
    const now = new Map(rankByHealth(running).map(({ id, health }) => [id, health]));
    return { ...changesSince(since, then, now, recent), medianDaysThen: timeToOfferFigure(offers).medianDays };
  }

  private async assessedAt(actor: Actor, at: Date): Promise<AssessedSearch[]> {
    try {
      return await this.stalls.assessFirm(actor, at, PATIENCE_SECONDS);
    } catch (error) {
      if (sqlState(error) !== OUT_OF_TIME) throw error;
      throw new DomainError<ReportsErrorCode>(
        'moment_too_costly',
        `The firm has too much history to look back within ${PATIENCE_SECONDS} seconds.`,
      );
    }
  }
}
