import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { MetricsService } from '@app/metrics/metrics.service.js';
import { Database } from '@app/platform/database/database.js';
import { Clock } from '@app/platform/time/clock.js';
import { MS_PER_DAY } from '@app/platform/time/local-date.js';
import { localDayOf } from '@app/platform/time/zone.js';
import { ReportsRepository } from './reports.repository.js';
import { closingWithinAWeek, healthCounts, timeToOfferFigure } from './reports.rules.js';
import type { Found, PipelineHealth } from './reports.types.js';

/** A window that closes within a week opened between three and four weeks ago, give or take a zone. */
const OLDEST_WINDOW_DAYS = 30;
const YOUNGEST_WINDOW_DAYS = 19;

@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly repository: ReportsRepository,
    private readonly metrics: MetricsService,
    private readonly clock: Clock,
  ) {}

  /** Where the firm stands now, over the searches this person may see. */
  async pipelineHealth(actor: Actor): Promise<PipelineHealth> {
    const at = this.clock.now();
    const { reader } = this.database;
    const records = await this.repository.health(reader, actor);
    const searches = records.map(({ openedAt, zone, ...row }) => ({
      ...row,
      day: localDayOf(at, zone) - localDayOf(openedAt, zone),
    }));
    const daysAgo = (days: number): Date => new Date(at.getTime() - days * MS_PER_DAY);
    const windows = await this.repository.windows(
      reader,
      actor,
      daysAgo(OLDEST_WINDOW_DAYS),
      daysAgo(YOUNGEST_WINDOW_DAYS),
    );
    return {
      at,
      counts: healthCounts(searches),
      searches,
      windowsThisWeek: closingWithinAWeek(windows, at),
      timeToOffer: timeToOfferFigure(await this.metrics.timeToOffer(actor, at)),
    };
  }

  /** People, searches and clients whose words begin like the query. */
  find(actor: Actor, query: string): Promise<Found[]> {
    return this.repository.find(this.database.reader, actor, query);
  }
}
