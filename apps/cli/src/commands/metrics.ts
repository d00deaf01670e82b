import type { Command } from 'commander';
import { systemActor } from '@app/identity/identity.types.js';
import { MetricsService } from '@app/metrics/metrics.service.js';
import type { PlacedBy, TimeToOffer } from '@app/metrics/metrics.types.js';
import { Clock } from '@app/platform/time/clock.js';
import type { Cli } from '../cli.js';
import { FirmsRepository } from '../firms.repository.js';
import { momentOf } from '../moment.js';
import { EXIT, type Exit } from '../outcome.js';

interface Options {
  firm?: string;
  at?: string;
}

export function addMetrics(program: Command, cli: Cli): void {
  cli
    .command<Options>(program, 'metrics', 'Prints the figures of a firm with their curves.', (_, options) =>
      metrics(cli, options),
    )
    .option('--firm <name>', 'which firm; may be left out when there is only one')
    .option('--at <moment>', 'as of that moment, ignoring later facts');
}

async function metrics(cli: Cli, options: Options): Promise<Exit> {
  const asked = options.at === undefined ? null : momentOf(options.at);
  await cli.withServices(async (services) => {
    const at = asked ?? services.get(Clock).now();
    const firm = await services.get(FirmsRepository).find(options.firm);
    const { timeToOffer, placedBy90 } = await services.get(MetricsService).figures(systemActor(firm.id), at);
    const document = {
      firm: firm.name,
      at,
      time_to_offer: timeToOfferDocument(timeToOffer),
      placed_by_90: placedDocument(placedBy90),
    };
    cli.print(document, linesOf(document.time_to_offer, document.placed_by_90));
  });
  return EXIT.done;
}

function timeToOfferDocument({ searches, offers, median, completedMean, steps }: TimeToOffer) {
  return {
    n: searches,
    events: offers,
    median: median.estimate,
    low: median.low,
    high: median.high,
    completed_mean: completedMean.mean,
    survival: { steps },
  };
}

function placedDocument({ at, curve }: PlacedBy) {
  return { estimate: at.estimate, low: at.low, high: at.high, n: at.n, steps: curve.steps };
}

function linesOf(
  offer: ReturnType<typeof timeToOfferDocument>,
  placed: ReturnType<typeof placedDocument>,
): readonly string[] {
  const range = (low: string | null, high: string | null) => `${low ?? '?'} to ${high ?? '?'}`;
  return [
    `time to offer    median ${days(offer.median) ?? 'not reached'} (95 %: ${range(days(offer.low), days(offer.high))}), ${offer.n} searches, ${offer.events} with an offer`,
    `                 mean of those with an offer ${days(offer.completed_mean) ?? 'none yet'}`,
    `placed by day 90 ${percent(placed.estimate) ?? 'nothing to go by yet'} (95 %: ${range(percent(placed.low), percent(placed.high))}), ${placed.n} searches`,
  ];
}

const days = (count: number | null): string | null => (count === null ? null : `${count.toFixed(1)} days`);
const percent = (share: number | null): string | null => (share === null ? null : `${(100 * share).toFixed(1)} %`);
