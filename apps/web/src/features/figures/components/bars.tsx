import type { CSSProperties, ReactNode } from 'react';
import classes from './figures.module.css';

export interface Part {
  name: string;
  count: number;
  tone: string;
  /** not over yet */
  hatched?: boolean;
}

interface BarRow {
  name: string;
  said: ReactNode;
  parts: readonly Part[];
}

/** One bar a row, each as long as what it counts. */
export function Bars({ rows }: { rows: readonly BarRow[] }) {
  const longest = Math.max(1, ...rows.map(({ parts }) => parts.reduce((sum, part) => sum + part.count, 0)));
  return (
    <ul className={classes['rows']}>
      {rows.map(({ name, said, parts }) => (
        <li key={name}>
          <span>{name}</span>
          <span
            className={classes['bar']}
            aria-label={parts.map((part) => `${part.name} ${part.count}`).join(', ')}
            role="img"
          >
            {parts.map((part) => (
              <span
                key={part.name}
                title={`${part.name}: ${part.count}`}
                data-hatched={part.hatched || undefined}
                style={{ width: `${(100 * part.count) / longest}%`, '--tone': part.tone } as CSSProperties}
              />
            ))}
          </span>
          <span>{said}</span>
        </li>
      ))}
    </ul>
  );
}

interface RangeRow {
  name: string;
  said: ReactNode;
  low: number | null;
  middle: number | null;
  high: number | null;
}

/** One line a row: from where to where, and a dot between. */
export function Ranges({ rows, most }: { rows: readonly RangeRow[]; most?: number }) {
  const scale = most ?? Math.max(1, ...rows.map(({ high, middle }) => high ?? middle ?? 0));
  const place = (value: number): string => `${(96 * Math.min(value, scale)) / scale + 2}%`;
  return (
    <ul className={classes['rows']}>
      {rows.map(({ name, said, low, middle, high }) => (
        <li key={name}>
          <span>{name}</span>
          <span className={classes['bar']} aria-hidden>
            {low !== null && high !== null ? (
              <span
                className={classes['range']}
                style={{ left: place(low), width: `${(96 * (Math.min(high, scale) - low)) / scale}%` }}
              />
            ) : null}
            {middle === null ? null : <span className={classes['dot']} style={{ left: place(middle) }} />}
          </span>
          <span>{said}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the colours of some bars stand for. */
export function Legend({ parts }: { parts: readonly Omit<Part, 'count'>[] }) {
  return (
    <ul className={classes['legend']}>
      {parts.map(({ name, tone, hatched }) => (
        <li
          key={name}
          style={
            {
              '--tone': hatched
                ? 'repeating-linear-gradient(-45deg, var(--sl-ring-stopped) 0 3px, transparent 3px 6px)'
                : tone,
            } as CSSProperties
          }
        >
          {name}
        </li>
      ))}
    </ul>
  );
}
