import type { CSSProperties } from 'react';
import type { Figures } from './said';
import classes from './figures.module.css';
import { areaPath, stepsPath, ticksOf } from './geometry';
import { Plot } from './plot';

export type Curve = Pick<Figures['timeToOffer'], 'steps' | 'atRisk' | 'censored'>;
export interface Series {
  name: string;
  curve: Curve;
  tone: string;
}

const BEGINNING = { day: 0, waiting: 1, low: 1, high: 1 };

/** The share still waiting over time, with its band, a tick for everyone who was not followed longer, and how many are left. */
export function StepCurve({ label, series }: { label: string; series: readonly Series[] }) {
  const lastDay = Math.max(90, ...series.flatMap(({ curve }) => curve.steps.map(({ day }) => day))) * 1.02;
  const shown = new Set(ticksOf(lastDay, 400));
  return (
    <Plot
      label={label}
      lastDay={lastDay}
      under={series.map(({ name, curve }) => ({
        name: series.length > 1 ? `Still waiting, ${name}` : 'Still waiting',
        at: curve.atRisk.flatMap(({ day, episodes }) => (shown.has(day) ? [{ day, text: String(episodes) }] : [])),
      }))}
    >
      {(scales) =>
        series.map(({ name, curve, tone }) => {
          const points = [BEGINNING, ...curve.steps];
          const end = points.at(-1)?.day ?? 0;
          return (
            <g key={name} style={{ '--series': tone } as CSSProperties}>
              <path
                className={classes['band']}
                d={areaPath(
                  points.map(({ day, waiting, low, high }) => ({ day, from: low ?? waiting, to: high ?? waiting })),
                  scales,
                )}
              />
              <path
                className={classes['line']}
                d={stepsPath(
                  points.map(({ day, waiting }) => ({ day, value: waiting })),
                  scales,
                )}
              />
              {curve.censored
                .filter(({ day }) => day <= end)
                .map(({ day }) => {
                  const at = scales.y(points.findLast((point) => point.day <= day)?.waiting ?? 1);
                  return (
                    <line
                      key={day}
                      className={classes['tick']}
                      x1={scales.x(day)}
                      x2={scales.x(day)}
                      y1={at - 4}
                      y2={at + 4}
                    />
                  );
                })}
            </g>
          );
        })
      }
    </Plot>
  );
}
