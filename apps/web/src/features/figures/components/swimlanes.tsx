import { useElementSize } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { Answer } from '../../../lib/answers';
import classes from './swimlanes.module.css';
import { ticksOf } from './geometry';

const DAY = 86_400_000;
const WEEK = 7;
const MONTH = 30;
const HEIGHT = 10;

type SearchFigures = Answer<'/api/searches/{id}/figures'>;
export type Desk = keyof SearchFigures['days'];

export interface Lane {
  key: string;
  name: ReactNode;
  /** what it shows, in one sentence */
  label: string;
  stretches: SearchFigures['stretches'];
}

interface SwimlanesProps {
  lanes: readonly Lane[];
  openedAt: string;
  lastDay: number;
  desks: Record<Desk, { name: string; tone: string }>;
}

/** One lane a person, under that of the search: days from left to right, coloured by whose desk they were spent on. */
export function Swimlanes({ lanes, openedAt, lastDay, desks }: SwimlanesProps) {
  const { ref, width } = useElementSize();
  const opened = Date.parse(openedAt);
  const dayOf = (moment: string): number => (Date.parse(moment) - opened) / DAY;
  const whole = Math.max(lastDay, 1);
  return (
    <ul className={classes['lanes']}>
      {lanes.map(({ key, name, label, stretches }) => (
        <li key={key}>
          <span className={classes['name']}>{name}</span>
          <svg role="img" aria-label={label} viewBox={`0 0 ${whole} ${HEIGHT}`} preserveAspectRatio="none">
            {stretches.map(({ from, to, desk }) => (
              <rect
                key={from}
                x={dayOf(from)}
                width={dayOf(to) - dayOf(from)}
                height={HEIGHT}
                style={{ fill: desks[desk].tone }}
              >
                <title>{`${desks[desk].name}: day ${dayOf(from).toFixed(1)} to ${dayOf(to).toFixed(1)}`}</title>
              </rect>
            ))}
          </svg>
        </li>
      ))}
      <li aria-hidden className={classes['axis']}>
        <span className={classes['name']} />
        <span ref={ref} className={classes['days']}>
          {(width > 0 ? ticksOn(whole, width) : []).map((day) => (
            <span key={day} style={{ left: `${(100 * day) / whole}%` }}>
              {day === 0 ? 'day 0' : day}
            </span>
          ))}
        </span>
      </li>
    </ul>
  );
}

/** Weeks where there is no month yet. */
const ticksOn = (lastDay: number, room: number): number[] =>
  lastDay < MONTH ? Array.from({ length: Math.floor(lastDay / WEEK) + 1 }, (_, i) => i * WEEK) : ticksOf(lastDay, room);
