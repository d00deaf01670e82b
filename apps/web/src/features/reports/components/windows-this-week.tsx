import { Paper, Text, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { WindowRing } from '../../../components/window-ring';
import type { PipelineHealth } from '../../../lib/answers';
import { plainDate } from '../../../lib/dates';
import { useNow } from '../../../lib/use-now';
import classes from './health.module.css';

const SHOWN = 8;

export function WindowsThisWeek({ windows, closing }: { windows: PipelineHealth['windowsThisWeek']; closing: number }) {
  const now = useNow();
  const [all, setAll] = useState(false);
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
      {windows
        .slice(0, all ? undefined : SHOWN)
        .map(({ candidacyId, searchId, searchTitle, candidateName, stageLabel, window }) => (
          <li key={candidacyId}>
            <Link
              to="/searches/$searchId"
              params={{ searchId }}
              search={{ candidacy: candidacyId }}
              className={classes['window']}
            >
              <WindowRing window={window} />
              <span className={classes['who']}>
                <strong>{candidateName}</strong>
                <small>
                  {stageLabel} · {searchTitle}
                </small>
              </span>
              <span className={classes['when']}>{plainDate(window.closesOn, now)}</span>
            </Link>
          </li>
        ))}
      {windows.length > SHOWN ? (
        <li>
          <UnstyledButton className={classes['all']} aria-expanded={all} onClick={() => setAll(!all)}>
            {all
              ? 'Show fewer'
              : closing > windows.length
                ? `Show ${windows.length} of ${closing}`
                : `Show all ${closing}`}
          </UnstyledButton>
        </li>
      ) : null}
    </ul>
  );
}
