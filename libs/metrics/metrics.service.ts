import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import type { Population } from '@app/vocabulary/vocabulary.types.js';
import { Database } from '@app/platform/database/database.js';
import { cumulativeIncidence, incidenceAt } from './incidence.rules.js';
import { meanOf } from './metrics.rules.js';
import { MetricsRepository } from './metrics.repository.js';
import { placementSpell } from './placement.rules.js';
import { kaplanMeier } from './survival.rules.js';
import { offerSpell } from './time-to-offer.rules.js';
import type { EpisodeFigures, EpisodeRow, LeftOut, PlacedBy, TimeToOffer } from './metrics.types.js';

/** A search that has not placed anybody by this day is late by any standard of the market. */
const PLACED_BY_DAY = 90;

@Injectable()
export class MetricsService {
  constructor(
    private readonly database: Database,
    private readonly repository: MetricsRepository,
  ) {}

  /** Search opened to first offer extended, over all episodes this actor may see, or those of a slice, as of a moment. */
  async timeToOffer(actor: Actor, at: Date, of: Population = {}): Promise<TimeToOffer> {
    return (await this.figures(actor, at, of)).timeToOffer;
  }

  /** The figures of whole episodes, and those episodes. */
  async figures(actor: Actor, at: Date, of: Population = {}): Promise<EpisodeFigures> {
    const { db } = this.database;
    const episodes = await this.repository.episodes(db, actor, at, of);
    const leftOut = await this.repository.leftOut(db, actor, at, of);
    return {
      episodes,
      timeToOffer: timeToOffer(episodes, leftOut, at),
      placedBy90: placedBy(episodes, at, PLACED_BY_DAY),
    };
  }
}

function timeToOffer(episodes: readonly EpisodeRow[], leftOut: LeftOut, at: Date): TimeToOffer {
  const spells = episodes.map((episode) => offerSpell(episode, at));
  const { median, steps, n, events } = kaplanMeier(spells);
  const completed = spells.filter((spell) => spell.event).map((spell) => spell.time);
  return {
    searches: searchesOf(episodes),
    episodes: n,
    offers: events,
    median,
    completedMean: meanOf(completed),
    leftOut,
    steps,
  };
}

function placedBy(episodes: readonly EpisodeRow[], at: Date, day: number): PlacedBy {
  const spells = episodes.map((episode) => placementSpell(episode, at));
  return {
    day,
    searches: searchesOf(episodes),
    at: incidenceAt(spells, 'placed', day),
    curve: cumulativeIncidence(spells, 'placed'),
  };
}

const searchesOf = (episodes: readonly EpisodeRow[]): number => new Set(episodes.map(({ searchId }) => searchId)).size;
