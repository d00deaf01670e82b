import type { Command } from 'commander';
import { FiguresService } from '@app/figures/figures.service.js';
import type { PastFigures, Share } from '@app/figures/figures.types.js';
import { systemActor } from '@app/identity/identity.types.js';
import { MetricsService } from '@app/metrics/metrics.service.js';
import type { PlacedBy, TimeToOffer } from '@app/metrics/metrics.types.js';
import { FEWEST_SEARCHES } from '@app/reports/reports.rules.js';
import type { Cli } from '../cli.js';
import { FirmsRepository } from '../firms.repository.js';
import { momentOf } from '../moment.js';
import { EXIT, type Exit } from '../outcome.js';

type Insights = Omit<PastFigures, 'at' | 'timeToOffer' | 'placedBy90'>;

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
    const firm = await services.get(FirmsRepository).find(options.firm);
    const actor = systemActor(firm.id);
    const figures = services.get(FiguresService);
    const {
      at,
      timeToOffer: _,
      placedBy90: __,
      ...insights
    } = asked ? await figures.at(actor, asked) : await figures.figures(actor);
    const { timeToOffer, placedBy90 } = await services.get(MetricsService).figures(actor, at);
    const document = {
      firm: firm.name,
      at,
      time_to_offer: timeToOfferDocument(timeToOffer),
      placed_by_90: placedDocument(placedBy90),
      ...(snakeCased(insights) as object),
    };
    cli.print(document, [...linesOf(document.time_to_offer, document.placed_by_90), ...insightLines(insights)]);
  });
  return EXIT.done;
}

function timeToOfferDocument({ searches, episodes, offers, median, completedMean, leftOut, steps }: TimeToOffer) {
  return {
    n: episodes,
    searches,
    events: offers,
    median: median.estimate,
    low: median.low,
    high: median.high,
    completed_mean: completedMean.mean,
    left_out: { before_opening: leftOut.beforeOpening, after_closing: leftOut.afterClosing },
    survival: { steps },
  };
}

function placedDocument({ searches, at, curve }: PlacedBy) {
  const { estimate, low, high, n, at_risk, followed } = at;
  return { estimate, low, high, n, searches, at_risk, followed, steps: curve.steps };
}

function linesOf(
  offer: ReturnType<typeof timeToOfferDocument>,
  placed: ReturnType<typeof placedDocument>,
): readonly string[] {
  const { before_opening: early, after_closing: late } = offer.left_out;
  return [
    `time to offer    ${medianOf(offer)}, ${counted(offer)}, ${offer.events} with an offer`,
    `                 mean of those with an offer ${days(offer.completed_mean) ?? 'none yet'}`,
    ...(early + late > 0
      ? [`                 left out: ${early} offers before their search was opened, ${late} while it was closed`]
      : []),
    `placed by day 90 ${placedOf(placed)}, ${counted(placed)}`,
  ];
}

function insightLines({ placementRate, offerAcceptance, lostToMarket, passthrough }: Insights): readonly string[] {
  const { all } = placementRate;
  const { accepted, pending, n } = offerAcceptance;
  return [
    `placed, of ended ${shareLine(all)}: ${all.placed} of ${placementRate.n}; ${all.open} go on`,
    `offers accepted  ${shareLine(offerAcceptance)}: ${accepted} of ${n}; ${pending} undecided`,
    ...passthrough.stages.map((stage, i) => {
      const { kind, passed, ended, waiting } = stage;
      const of = `${kind} ${shareLine(stage)}: ${passed} of ${passed + ended}; ${waiting} waiting`;
      return `${(i === 0 ? 'passthrough' : '').padEnd(17)}${of}`;
    }),
    `lost to market   ${lostToMarket.n}`,
  ];
}

function shareLine({ share, low, high }: Share): string {
  return share === null ? 'too few to say' : `${percent(share)}${range(percent(low), percent(high))}`;
}

/** Names as the documents of the command line write them. */
function snakeCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCased);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, of]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      snakeCased(of),
    ]),
  );
}

function medianOf({ searches, median, low, high }: ReturnType<typeof timeToOfferDocument>): string {
  if (searches > 0 && searches < FEWEST_SEARCHES) return `too few to say: ${searches}`;
  return `median ${days(median) ?? 'not reached'}${range(days(low), days(high))}`;
}

function placedOf({ n, searches, followed, estimate, low, high }: ReturnType<typeof placedDocument>): string {
  if (n === 0) return 'nothing to go by yet';
  if (!followed) return 'not known yet: nobody followed to day 90';
  if (searches < FEWEST_SEARCHES) return `too few to say: ${searches}`;
  return `${percent(estimate)}${range(percent(low), percent(high))}`;
}

/** A search that was reopened has more than one episode. */
function counted({ n, searches }: { readonly n: number; readonly searches: number }): string {
  const those = searches === 1 ? '1 search' : `${searches} searches`;
  return n === searches ? those : `${n} episodes of ${those}`;
}

const range = (low: string | null, high: string | null): string => {
  if (low === null && high === null) return '';
  return ` (95 %: ${low ?? 'any'} to ${high ?? 'any'})`;
};
const days = (count: number | null): string | null => (count === null ? null : `${count.toFixed(1)} days`);
const percent = (share: number | null): string | null => (share === null ? null : `${(100 * share).toFixed(1)} %`);
