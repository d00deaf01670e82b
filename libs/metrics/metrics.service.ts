import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { Database } from '@app/platform/database/database.js';
import { meanOf } from './metrics.rules.js';
import { MetricsRepository } from './metrics.repository.js';
import { kaplanMeier } from './survival.rules.js';
import { offerSpell } from './time-to-offer.rules.js';
import type { TimeToOffer } from './metrics.types.js';

@Injectable()
export class MetricsService {
  constructor(
    private readonly database: Database,
    private readonly repository: MetricsRepository,
  ) {}

  /** Search opened to first offer extended, over all episodes this actor may see, as of a moment. */
  async timeToOffer(actor: Actor, at: Date): Promise<TimeToOffer> {
    const episodes = await this.repository.episodes(this.database.reader, actor, at);
    const spells = episodes.map((episode) => offerSpell(episode, at));
    const { median, steps, n, events } = kaplanMeier(spells);
    const completed = spells.filter((spell) => spell.event).map((spell) => spell.time);
    return { searches: n, offers: events, median, completedMean: meanOf(completed), steps };
  }
}
