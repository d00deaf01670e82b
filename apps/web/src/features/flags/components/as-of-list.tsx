import { Paper, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { HealthBadge } from '../../../components/health-badge';
import type { SearchAsOf } from '../../../lib/answers';
import { ruleName } from '../../../lib/words';
import classes from './as-of.module.css';

const FLAGS_SHOWN = 4;

/** Searches as the rules saw them at a moment, the worst first. */
export function AsOfList({ rows }: { rows: readonly SearchAsOf[] }) {
  return (
    <Paper component="ul" className={classes['list'] ?? ''} aria-label="Searches as of then">
      {rows.map((row) => (
        <li key={row.id} className={classes['row']}>
          <div>
            <HealthBadge health={row.health} />
          </div>
          <div>
            <Link to="/searches/$searchId" params={{ searchId: row.id }} className={classes['title']}>
              {row.title}
            </Link>{' '}
            {row.confidential ? <IconLock size={13} role="img" aria-label="Confidential" /> : null}
            <Text size="xs" c="dimmed">
              {row.clientName} · {row.lead.name} · day {row.day}
            </Text>
          </div>
          <div className={classes['flags']}>
            {row.flags.slice(0, FLAGS_SHOWN).map((flag) => (
              <p key={`${flag.rule} ${flag.candidacyId ?? ''}`} className={classes['flag']}>
                <span className={classes['rule']} data-severity={flag.severity}>
                  {ruleName(flag.rule)}
                </span>{' '}
                {flag.candidateName ? `${flag.candidateName}: ` : null}
                {flag.sentence}.
              </p>
            ))}
            {row.flags.length > FLAGS_SHOWN ? (
              <Text size="xs" c="dimmed">
                and {row.flags.length - FLAGS_SHOWN} more
              </Text>
            ) : null}
            {row.flags.length === 0 ? (
              <Text size="sm" c="dimmed">
                Nothing was stuck.
              </Text>
            ) : null}
          </div>
        </li>
      ))}
    </Paper>
  );
}
