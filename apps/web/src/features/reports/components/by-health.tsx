import { Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { HealthBadge } from '../../../components/health-badge';
import type { Health, PipelineHealth } from '../../../lib/answers';
import classes from './health.module.css';

type Row = PipelineHealth['searches'][number];
const ORDER: Health[] = ['stalled', 'at_risk', 'on_hold', 'on_track'];
const REASONS_SHOWN = 3;

/** The worst first; `all`: how many there are, however many are listed. */
export function ByHealth({ searches, all, narrowed }: { searches: Row[]; all: number; narrowed: boolean }) {
  if (searches.length === 0)
    return (
      <Paper p="lg">
        <Text size="sm" c="dimmed">
          {narrowed
            ? 'No running search matches the filter.'
            : 'No search is open. The first one you open appears here with its health.'}
        </Text>
      </Paper>
    );
  const sorted = [...searches].sort((a, b) => ORDER.indexOf(a.health) - ORDER.indexOf(b.health) || b.day - a.day);
  return (
    <>
      {all > searches.length ? (
        <Text size="sm" c="dimmed" mb="xs">
          The {searches.length} that need somebody most, of {all}; the list of searches has all of them.
        </Text>
      ) : null}
      <ul className={classes['rows']}>
        {sorted.map((row) => (
          <li key={row.id} className={classes['search']}>
            <div>
              <HealthBadge health={row.health} />
            </div>
            <div>
              <Link to="/searches/$searchId" params={{ searchId: row.id }} className={classes['title']}>
                {row.title}
              </Link>
              <p className={classes['of']}>{[row.clientName, row.ref, row.leadName].filter(Boolean).join(' · ')}</p>
            </div>
            <div>
              {row.reasons.slice(0, REASONS_SHOWN).map((reason) => (
                <p key={reason} className={classes['reason']}>
                  {reason}.
                </p>
              ))}
              {row.reasons.length > REASONS_SHOWN ? (
                <p className={classes['of']}>
                  <Link to="/searches/$searchId" params={{ searchId: row.id }} search={{ tab: 'flags' }}>
                    and {row.reasons.length - REASONS_SHOWN} more
                  </Link>
                </p>
              ) : null}
              {row.nextStep ? <p className={classes['step']}>{row.nextStep}</p> : null}
            </div>
            <div className={classes['day']}>day {row.day}</div>
          </li>
        ))}
      </ul>
    </>
  );
}
