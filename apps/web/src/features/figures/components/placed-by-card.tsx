import type { CSSProperties } from 'react';
import { CLOSE_REASON, count } from '../../../lib/words';
import { FigureCard } from './figure-card';
import classes from './figures.module.css';
import { areaPath } from './geometry';
import { Plot } from './plot';
import { percent, saidShare, type Figures } from './said';

type Figure = Figures['placedBy90'];
type Shares = NonNullable<Figure['shares']>;

/** From the ground up. */
const LAYERS: readonly { key: keyof Shares; name: string; tone: string }[] = [
  { key: 'placed', name: CLOSE_REASON.placed, tone: 'light-dark(#2f9e75, #4fb98f)' },
  { key: 'internal_hire', name: CLOSE_REASON.internal_hire, tone: 'var(--sl-ring-fresh)' },
  { key: 'cancelled', name: CLOSE_REASON.cancelled, tone: 'var(--sl-ring-red)' },
  { key: 'terminated', name: CLOSE_REASON.terminated, tone: 'var(--sl-ring-amber)' },
  { key: 'unfilled', name: CLOSE_REASON.unfilled, tone: 'var(--sl-ring-stopped)' },
  { key: 'waiting', name: 'Still open', tone: 'var(--sl-ring-track)' },
];
const NOTHING: Shares = { placed: 0, internal_hire: 0, cancelled: 0, terminated: 0, unfilled: 0, waiting: 1 };

/** What has become of searches by each age: all outcomes and who still waits, which make up the whole. */
export function PlacedByCard({ figure }: { figure: Figure }) {
  const { n, day, share, marketShare, marketExplained, shares, steps } = figure;
  const market = `The market's line, ${percent(marketShare)}, is of European searches for a Chief AI Officer.`;
  return (
    <FigureCard
      name="placedBy90"
      title={`Placed by day ${day}`}
      figure={figure}
      counted={`${count(n, 'episode')}`}
      headline={saidShare(figure)}
      sentence={
        share !== null && shares
          ? `By day ${day} ${percent(share)} had placed somebody, ${percent(1 - share - shares.waiting)} had ended otherwise and ${percent(shares.waiting)} were still open. ${marketExplained ?? market}`
          : market
      }
      table={{
        heads: ['Day', 'At risk', ...LAYERS.map(({ name }) => name)],
        rows: steps.map((step) => [step.day.toFixed(1), step.atRisk, ...LAYERS.map(({ key }) => percent(step[key]))]),
      }}
    >
      <Stacked steps={steps} day={day} marketShare={marketShare} />
      <ul className={classes['legend']}>
        {LAYERS.map(({ key, name, tone }) => (
          <li key={key} style={{ '--tone': tone } as CSSProperties}>
            {name}
            {shares ? ` ${percent(shares[key])}` : ''}
          </li>
        ))}
      </ul>
    </FigureCard>
  );
}

function Stacked({ steps, day, marketShare }: Pick<Figure, 'steps' | 'day' | 'marketShare'>) {
  const lastDay = Math.max(day * 1.15, ...steps.map((step) => step.day));
  const points = [{ day: 0, ...NOTHING }, ...steps, { ...(steps.at(-1) ?? NOTHING), day: lastDay }];
  return (
    <Plot label={`What has become of searches by each day of their age, with the line of day ${day}`} lastDay={lastDay}>
      {(scales) => (
        <>
          {LAYERS.map(({ key, tone }, i) => (
            <path
              key={key}
              style={{ fill: tone }}
              d={areaPath(
                points.map((point) => {
                  const from = LAYERS.slice(0, i).reduce((sum, layer) => sum + point[layer.key], 0);
                  return { day: point.day, from, to: from + point[key] };
                }),
                scales,
              )}
            />
          ))}
          <line
            className={classes['reference']}
            x1={scales.x(0)}
            x2={scales.right}
            y1={scales.y(marketShare)}
            y2={scales.y(marketShare)}
          />
          <text className={classes['said']} x={scales.x(0) + 6} y={scales.y(marketShare) - 5}>
            {percent(marketShare)} market
          </text>
          <line
            className={classes['reference']}
            x1={scales.x(day)}
            x2={scales.x(day)}
            y1={scales.y(0)}
            y2={scales.y(1)}
          />
          <text className={classes['said']} x={scales.x(day) - 5} y={scales.y(1) + 14} textAnchor="end">
            day {day}
          </text>
        </>
      )}
    </Plot>
  );
}
