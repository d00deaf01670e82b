import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { MetricsService } from '@app/metrics/metrics.service.js';
import { Database } from '@app/platform/database/database.js';
import { Clock } from '@app/platform/time/clock.js';
import { ReportsService } from '@app/reports/reports.service.js';
import type { Population } from '@app/vocabulary/vocabulary.types.js';
import { placedByInsight, placementRate, timeToOfferInsight } from './episode-figures.rules.js';
import { FiguresRepository } from './figures.repository.js';
import { loadOf, lostToMarket, offerAcceptance, ofPopulation, openSearches, sideBySide } from './figures.rules.js';
import { passthrough, timeInStage } from './stage-figures.rules.js';
import {
  type AskedFigures,
  FIGURE_NAMES,
  type Figures,
  type LostFound,
  type NamedFigures,
  type OffersFound,
  type PastFigures,
  type SideBySide,
} from './figures.types.js';

/** Every figure, over the searches that the reader may see. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly database: Database,
    private readonly repository: FiguresRepository,
    private readonly metrics: MetricsService,
    private readonly reports: ReportsService,
    private readonly clock: Clock,
  ) {}

  /** As of now. */
  async figures(actor: Actor, asked: AskedFigures = {}): Promise<Figures> {
    const at = this.clock.now();
    const of = await this.populationOf(actor, asked);
    const past = await this.past(actor, at, of);
    const searches = ofPopulation(await this.reports.running(actor, of), of);
    const ids = searches.map(({ id }) => id);
    const inPlay = await this.repository.inPlay(this.database.db, actor.firmId, ids);
    return { ...past, openSearches: openSearches(searches, at), load: loadOf(searches, inPlay) };
  }

  /** The same with the names of the searches they come from. */
  async named(actor: Actor, asked: AskedFigures): Promise<NamedFigures> {
    const figures = await this.figures(actor, asked);
    const ids = new Set(FIGURE_NAMES.flatMap((name) => figures[name].searchIds));
    return { ...figures, named: await this.repository.names(this.database.db, actor.firmId, [...ids]) };
  }

  /** As of a moment: what came after it is not known. */
  async at(actor: Actor, at: Date, asked: AskedFigures = {}): Promise<PastFigures> {
    return this.past(actor, at, await this.populationOf(actor, asked));
  }

  private async past(actor: Actor, at: Date, of: Population): Promise<PastFigures> {
    const [ofEpisodes, spells, { offers, lost }] = await Promise.all([
      this.metrics.figures(actor, at, of),
      this.repository.stageSpells(this.database.db, actor, at, of),
      this.endings(actor, at, of),
    ]);
    return {
      at,
      timeToOffer: timeToOfferInsight(ofEpisodes, at, Object.values(of).some(Boolean)),
      placedBy90: placedByInsight(ofEpisodes, at),
      placementRate: placementRate(ofEpisodes.episodes, at),
      offerAcceptance: offerAcceptance(offers),
      passthrough: passthrough(spells),
      timeInStage: timeInStage(spells),
      lostToMarket: lostToMarket(lost),
    };
  }

  /** The time to offer of two selections, with the log-rank test. */
  async sideBySide(actor: Actor, one: AskedFigures, other: AskedFigures): Promise<SideBySide> {
    const at = this.clock.now();
    const [first, second] = await Promise.all([
      this.metrics.figures(actor, at, await this.populationOf(actor, one)),
      this.metrics.figures(actor, at, await this.populationOf(actor, other)),
    ]);
    return sideBySide(first, second, at);
  }

  private async endings(actor: Actor, at: Date, of: Population): Promise<{ offers: OffersFound; lost: LostFound }> {
    const { db } = this.database;
    const offers = await this.repository.offers(db, actor, at, of);
    return { offers, lost: await this.repository.lost(db, actor, at, of) };
  }

  /** A practice is the roles that belong to it. */
  private async populationOf({ firmId }: Actor, { practice, ...asked }: AskedFigures): Promise<Population> {
    if (practice === undefined) return asked;
    return { ...asked, roleKeys: await this.repository.roleKeys(this.database.db, firmId, practice) };
  }
}
