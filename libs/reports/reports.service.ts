import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { MetricsService } from '@app/metrics/metrics.service.js';
import { Database } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { Clock } from '@app/platform/time/clock.js';
import { localDayOf } from '@app/platform/time/zone.js';
import { LimitsService } from '@app/limits/limits.service.js';
import type { Slice } from '@app/vocabulary/vocabulary.types.js';
import { ChangesService } from './changes.service.js';
import { ReportsRepository } from './reports.repository.js';
import { closingWindows, countedBySearch, healthCounts, rankByHealth, timeToOfferFigure } from './reports.rules.js';
import { narrowedTo, whoStalls } from './who-stalls.rules.js';
import type {
  Found,
  HealthChanges,
  HealthReport,
  HealthRow,
  PipelineHealth,
  RankedSearch,
  Recipient,
  ReportsErrorCode,
} from './reports.types.js';

/** A list on one page; the counts beside it are of everything. */
const LONGEST_LIST = 200;
/** On paper every search is listed, as long as somebody can read it. */
const LONGEST_REPORT = 500;
const TOO_COSTLY: ReportsErrorCode = 'moment_too_costly';

@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly repository: ReportsRepository,
    private readonly metrics: MetricsService,
    private readonly limits: LimitsService,
    private readonly since: ChangesService,
    private readonly clock: Clock,
  ) {}

  /** Where the firm stands now, over the searches this person may see; of the searches and windows the most pressing. */
  async pipelineHealth(actor: Actor, slice: Slice = {}, most = LONGEST_LIST): Promise<PipelineHealth> {
    const at = this.clock.now();
    const { db } = this.database;
    const [policyOf, searches, windows, timeToOffer] = await Promise.all([
      this.limits.policyOf(db, actor.firmId),
      this.repository.searches(db, actor, slice),
      this.repository.windows(db, actor, slice, at),
      this.metrics.timeToOffer(actor, at, slice),
    ]);
    const ranked = rankByHealth(searches);
    const ids = windows.slice(0, most).map(({ id }) => id);
    return {
      at,
      counts: healthCounts(ranked),
      searches: await this.healthRows(actor, ranked.slice(0, most), at),
      windowsClosing: windows.length,
      windowsThisWeek: closingWindows(await this.repository.windowsOf(db, actor.firmId, ids), policyOf, at),
      whoStalls: whoStalls(ranked, countedBySearch(windows), at),
      timeToOffer: timeToOfferFigure(timeToOffer, Object.values(slice).some(Boolean)),
    };
  }

  /** Every running search this person may see with its health, the worst first. */
  async running(actor: Actor, slice: Slice = {}): Promise<RankedSearch[]> {
    return rankByHealth(await this.repository.searches(this.database.db, actor, slice));
  }

  /** What is otherwise than it was as the last Monday before today began where this person is. */
  async changes(actor: Actor, slice: Slice = {}): Promise<HealthChanges> {
    const { timeZone } = await this.recipient(actor);
    return this.since.sinceMonday(actor, slice, timeZone);
  }

  /** Both, with every search there is, as long as somebody can read it. */
  async report(actor: Actor, slice: Slice = {}): Promise<HealthReport> {
    const health = await this.pipelineHealth(actor, slice, LONGEST_REPORT);
    const changes = await this.changes(actor, slice).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === TOO_COSTLY) return null;
      throw error;
    });
    const { roleKey } = slice;
    const role = roleKey ? await this.repository.roleTitle(this.database.db, actor.firmId, roleKey) : null;
    return { ...health, changes, narrowedTo: narrowedTo(slice, health.whoStalls, role) };
  }

  /** Who a sheet is made for, and what it says of their firm. */
  async recipient(actor: Actor): Promise<Recipient> {
    const recipient = await this.repository.recipient(this.database.db, actor);
    if (!recipient) throw new DomainError('not_found', 'There is no such person in this firm.');
    return recipient;
  }

  /** People, searches and clients whose words begin like the query. */
  find(actor: Actor, query: string): Promise<Found[]> {
    return this.repository.find(this.database.db, actor, query);
  }

  private async healthRows(
    actor: Actor,
    ranked: readonly Pick<HealthRow, 'id' | 'health'>[],
    at: Date,
  ): Promise<HealthRow[]> {
    const ids = ranked.map(({ id }) => id);
    const healths = new Map(ranked.map(({ id, health }) => [id, health]));
    const records = await this.repository.health(this.database.db, actor.firmId, ids);
    return records.map(({ openedAt, zone, ...row }) => ({
      ...row,
      day: localDayOf(at, zone) - localDayOf(openedAt, zone),
      health: healths.get(row.id) ?? 'on_track',
    }));
  }
}
