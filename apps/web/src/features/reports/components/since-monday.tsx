import { Button, Paper, Skeleton, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { HealthChanges } from '../../../lib/answers';
import classes from './health.module.css';

const SHOWN = 6;
const KINDS = [
  ['becameStalled', 'Became stalled'],
  ['recovered', 'Recovered'],
  ['putOnHold', 'Put on hold'],
  ['opened', 'Opened'],
  ['placed', 'Placed'],
  ['closed', 'Closed'],
] as const satisfies readonly (readonly [keyof HealthChanges, string])[];

interface SinceMondayProps {
  changes: HealthChanges | undefined;
  failed: boolean;
  onAgain: () => void;
}

/** Which searches are otherwise than they were. */
export function SinceMonday({ changes, failed, onAgain }: SinceMondayProps) {
  if (!changes)
    return failed ? (
      <Paper p="lg">
        <Text size="sm" c="dimmed">
          What was then could not be worked out just now. The figures of today are not touched by that.
        </Text>
        <Button variant="default" size="xs" mt="sm" onClick={onAgain}>
          Try again
        </Button>
      </Paper>
    ) : (
      <Skeleton height={96} radius="md" />
    );
  const kinds = KINDS.filter(([key]) => changes[key].count > 0);
  return (
    <Paper p="lg">
      {kinds.length === 0 ? (
        <Text size="sm" c="dimmed">
          No search has become stalled, recovered, been opened or ended.
        </Text>
      ) : (
        <dl className={classes['changes']}>
          {kinds.map(([key, label]) => (
            <div key={key}>
              <dt>
                {label} <strong>{changes[key].count}</strong>
              </dt>
              <dd>
                <ul>
                  {changes[key].items.slice(0, SHOWN).map(({ id, title, clientName, ref }) => (
                    <li key={id}>
                      <Link to="/searches/$searchId" params={{ searchId: id }}>
                        {title}
                      </Link>
                      , {[clientName, ref].filter(Boolean).join(', ')}
                    </li>
                  ))}
                  {changes[key].count > SHOWN ? <li>and {changes[key].count - SHOWN} more</li> : null}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Paper>
  );
}
