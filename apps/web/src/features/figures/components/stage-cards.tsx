import { count, STAGE_KIND } from '../../../lib/words';
import { Bars, Legend, Ranges } from './bars';
import { FigureCard } from './figure-card';
import { days, percent, saidDays, saidShare, type Figures } from './said';

const PASSED = { name: 'Went on', tone: 'light-dark(#2f9e75, #4fb98f)' };
const ENDED = { name: 'Ended there', tone: 'var(--sl-ring-stopped)' };
const WAITING = { name: 'Waiting', tone: 'var(--sl-ring-stopped)', hatched: true };

/** Where candidates go on, where they end, and where they wait. */
export function PassthroughCard({ figure }: { figure: Figures['passthrough'] }) {
  const { stages } = figure;
  const known = stages.filter(({ share }) => share !== null);
  const narrowest = known.length > 1 ? known.reduce((a, b) => ((b.share ?? 1) < (a.share ?? 1) ? b : a)) : undefined;
  return (
    <FigureCard
      name="passthrough"
      title="Passthrough"
      figure={figure}
      counted={count(figure.n, 'stay')}
      headline={
        narrowest ? `${percent(narrowest.share ?? 0)} at ${STAGE_KIND[narrowest.kind].toLowerCase()}` : undefined
      }
      sentence={
        narrowest
          ? `The narrowest place is ${STAGE_KIND[narrowest.kind].toLowerCase()}: of ${narrowest.passed + narrowest.ended} stays that are over, ${narrowest.passed} went on; ${narrowest.waiting} are waiting.`
          : undefined
      }
      table={{
        heads: ['Stage', PASSED.name, ENDED.name, WAITING.name, 'Share, 95 % interval'],
        rows: stages.map((stage) => [
          STAGE_KIND[stage.kind],
          stage.passed,
          stage.ended,
          stage.waiting,
          saidShare(stage),
        ]),
      }}
    >
      <Bars
        rows={stages.map(({ kind, passed, ended, waiting, share }) => ({
          name: STAGE_KIND[kind],
          said: share === null ? 'too few' : percent(share),
          parts: [
            { ...PASSED, count: passed },
            { ...ENDED, count: ended },
            { ...WAITING, count: waiting },
          ],
        }))}
      />
      <Legend parts={[PASSED, ENDED, WAITING]} />
    </FigureCard>
  );
}

/** How long candidates stay: the middle half of the stays that are over, and the median. */
export function TimeInStageCard({ figure }: { figure: Figures['timeInStage'] }) {
  const { stages } = figure;
  const known = stages.filter(({ medianDays }) => medianDays !== null);
  const longest =
    known.length > 1 ? known.reduce((a, b) => ((b.medianDays ?? 0) > (a.medianDays ?? 0) ? b : a)) : undefined;
  return (
    <FigureCard
      name="timeInStage"
      title="Time in stage"
      figure={figure}
      counted={count(figure.n, 'stay')}
      headline={
        longest ? `${saidDays(longest.medianDays)} days at ${STAGE_KIND[longest.kind].toLowerCase()}` : undefined
      }
      sentence={
        longest
          ? `The longest stays are at ${STAGE_KIND[longest.kind].toLowerCase()}: half of the ${longest.ended} that are over took more than ${saidDays(longest.medianDays)} days; ${longest.waiting} are in progress${longest.waiting > 0 ? `, with a median age of ${saidDays(longest.waitingDays)}` : ''}.`
          : undefined
      }
      table={{
        heads: [
          'Stage',
          'Over',
          'Quartile',
          'Median',
          'Quartile ',
          'In progress',
          'Median age',
          'Median of both',
          '95 % from',
          'to',
        ],
        rows: stages.map((stage) => [
          STAGE_KIND[stage.kind],
          stage.ended,
          saidDays(stage.lowerDays),
          saidDays(stage.medianDays),
          saidDays(stage.upperDays),
          stage.waiting,
          saidDays(stage.waitingDays),
          saidDays(stage.expectedDays),
          saidDays(stage.lowDays),
          saidDays(stage.highDays),
        ]),
      }}
    >
      <Ranges
        rows={stages.map(({ kind, lowerDays, medianDays, upperDays }) => ({
          name: STAGE_KIND[kind],
          said: medianDays === null ? 'too few' : `${days(medianDays)} days`,
          low: lowerDays,
          middle: medianDays,
          high: upperDays,
        }))}
      />
    </FigureCard>
  );
}
