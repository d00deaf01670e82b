import { Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Moment } from '../../../components/moment';
import { WindowRing } from '../../../components/window-ring';
import type { PipelineHealth } from '../../../lib/answers';
import { windowOnDay } from '../../../lib/market-window';
import classes from './health.module.css';

export function WindowsThisWeek({ windows }: { windows: PipelineHealth['windowsThisWeek'] }) {
  if (windows.length === 0)
    return (
      <Paper p="lg">
        <Text size="sm" c="dimmed">
          No window closes this week.
        </Text>
      </Paper>
    );
  return (
    <ul className={classes['rows']}>
      {windows.map(({ candidacyId, searchId, searchTitle, candidateName, stageLabel, day, closesAt }) => (
        <li key={candidacyId}>
          <Link
            to="/searches/$searchId"
            params={{ searchId }}
            search={{ candidacy: candidacyId }}
            className={classes['window']}
          >
            <WindowRing window={windowOnDay(day, closesAt, closesAt)} />
            <span className={classes['who']}>
              <strong>{candidateName}</strong>
              <small>
                {stageLabel} · {searchTitle}
              </small>
            </span>
            <span className={classes['when']}>
              <Moment at={closesAt} as="day" />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
