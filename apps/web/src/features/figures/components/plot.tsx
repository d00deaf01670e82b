import { useElementSize } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './figures.module.css';
import { type Scales, ticksOf } from './geometry';

const LEFT = 44;
const RIGHT = 12;
const TOP = 8;
const HEIGHT = 210;
/** Two lines of words stand under the axis, and one more for each line of numbers. */
const UNDER = 38;
const LINE = 17;
/** So much room takes the word under the axis. */
const WORD = 46;
const SHARES = [0, 0.25, 0.5, 0.75, 1];

interface PlotProps {
  /** what it shows, in one sentence */
  label: string;
  lastDay: number;
  /** numbers under the axis */
  under?: readonly { name: string; at: readonly { day: number; text: string }[] }[];
  children: (scales: Scales) => ReactNode;
}

/** Shares over days, drawn as wide as there is room. */
export function Plot({ label, lastDay, under = [], children }: PlotProps) {
  const { ref, width } = useElementSize();
  const right = Math.max(width, 240) - RIGHT;
  const scales: Scales = {
    x: (day) => LEFT + (day / lastDay) * (right - LEFT),
    y: (share) => TOP + (1 - share) * (HEIGHT - TOP),
    right,
  };
  const height = HEIGHT + UNDER + (under.length > 0 ? (under.length + (under.length > 1 ? 1 : 0)) * LINE + 4 : 0);
  return (
    <div ref={ref}>
      {width > 0 ? (
        <svg role="img" aria-label={label} viewBox={`0 0 ${right + RIGHT} ${height}`} height={height}>
          {SHARES.map((share) => (
            <g key={share}>
              <line className={classes['grid-line']} x1={LEFT} x2={right} y1={scales.y(share)} y2={scales.y(share)} />
              <text x={LEFT - 6} y={scales.y(share) + 4} textAnchor="end">
                {100 * share} %
              </text>
            </g>
          ))}
          {children(scales)}
          <DayAxis lastDay={lastDay} scales={scales} />
          {under.map(({ name, at }, row) => (
            <g key={name}>
              <text x={0} y={HEIGHT + UNDER + 6 + row * 2 * LINE}>
                {name}
              </text>
              {at.map(({ day, text }) => (
                <text key={day} x={scales.x(day)} y={HEIGHT + UNDER + 6 + (row * 2 + 1) * LINE} textAnchor="middle">
                  {text}
                </text>
              ))}
            </g>
          ))}
        </svg>
      ) : null}
    </div>
  );
}

function DayAxis({ lastDay, scales: { x, right } }: { lastDay: number; scales: Scales }) {
  const ticks = ticksOf(lastDay, right - LEFT);
  const room = right - x(ticks.at(-1) ?? 0);
  return (
    <>
      {ticks.map((day) => (
        <g key={day}>
          <line className={classes['grid-line']} x1={x(day)} x2={x(day)} y1={HEIGHT} y2={HEIGHT + 5} />
          <text x={x(day)} y={HEIGHT + 18} textAnchor="middle">
            {day}
          </text>
        </g>
      ))}
      {room > WORD ? (
        <text x={right} y={HEIGHT + 18} textAnchor="end">
          days
        </text>
      ) : null}
    </>
  );
}
