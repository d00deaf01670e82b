import { Link } from '@tanstack/react-router';
import { HealthBadge } from '../../../components/health-badge';
import type { Health, PipelineHealth } from '../../../lib/answers';
import type { Slice } from '../api/pipeline-health';
import classes from './health.module.css';

type Counts = PipelineHealth['counts'];
const TILES: { health: Health; key: keyof Counts; says: string }[] = [
  { health: 'stalled', key: 'stalled', says: 'something has stopped, whether or not somebody has taken it up' },
  { health: 'at_risk', key: 'atRisk', says: 'a limit is reached or a window is closing' },
  { health: 'on_track', key: 'onTrack', says: 'no open flag' },
  { health: 'on_hold', key: 'onHold', says: 'paused by the client; windows keep running' },
];

interface HealthCountsProps {
  counts: Counts;
  /** as they were on that day */
  then?: { counts: Counts; day: string } | undefined;
  slice: Slice;
}

export function HealthCounts({ counts, then, slice }: HealthCountsProps) {
  const all = TILES.reduce((sum, { key }) => sum + counts[key], 0);
  return (
    <>
      <div className={classes['bar']} aria-hidden>
        {TILES.map(({ health, key }) =>
          counts[key] > 0 ? <span key={key} data-health={health} style={{ flexGrow: counts[key] / all }} /> : null,
        )}
      </div>
      <ul className={classes['tiles']}>
        {TILES.map(({ health, key, says }) => (
          <li key={key}>
            <Link to="/searches" search={{ ...slice, health }} className={classes['tile']}>
              <span className={classes['number']}>{counts[key]}</span>
              <HealthBadge health={health} />
              <span className={classes['says']}>{says}</span>
              {then ? (
                <span className={classes['says']}>
                  {changed(counts[key], then.counts[key])} on {then.day}
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function changed(now: number, before: number): string {
  if (now === before) return `${before}, as`;
  return now > before ? `${now - before} more than` : `${before - now} fewer than`;
}
