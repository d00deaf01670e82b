import { Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Loaded, Waiting } from '../../../components/states';
import { WindowRing } from '../../../components/window-ring';
import { OUTCOME } from '../../../lib/words';
import { useStanding } from '../api/list-standing';
import classes from './standing.module.css';

/** Where a person stands, in the searches the reader may see. */
export function Standing({ candidateId }: { candidateId: string }) {
  const standing = useStanding(candidateId);
  return (
    <Loaded query={standing} waiting={<Waiting rows={2} height={56} />}>
      {(items) =>
        items.length === 0 ? (
          <Paper p="lg">
            <Text size="sm" c="dimmed">
              In no search that you may see. Open a search and add them there.
            </Text>
          </Paper>
        ) : (
          <ul className={classes['list']}>
            {items.map(({ id, search, stageLabel, outcome, window }) => (
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
        )
      }
    </Loaded>
  );
}
