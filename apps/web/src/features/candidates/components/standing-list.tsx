import { Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { WindowRing } from '../../../components/window-ring';
import type { Standing } from '../../../lib/answers';
import { OUTCOME } from '../../../lib/words';
import classes from './standing-list.module.css';

/** Where a person stands, in the searches the reader may see. */
export function StandingList({ standing }: { standing: Standing[] }) {
  if (standing.length === 0)
    return (
      <Paper p="lg">
        <Text size="sm" c="dimmed">
          Not in any search you may see. Open a search and add them there.
        </Text>
      </Paper>
    );
  return (
    <ul className={classes['list']}>
      {standing.map(({ id, search, stageLabel, outcome, window }) => (
        <li key={id}>
          <Link
            to="/searches/$searchId"
            params={{ searchId: search.id }}
            search={{ candidacy: id }}
            className={classes['row']}
          >
            <span className={classes['what']}>
              <strong>{search.title}</strong>
              <small>{outcome ? `${OUTCOME[outcome]}, last in ${stageLabel}` : stageLabel}</small>
            </span>
            {window && !outcome ? <WindowRing window={window} /> : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}
