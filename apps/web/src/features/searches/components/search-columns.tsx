import { Text, Tooltip } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { HealthBadge } from '../../../components/health-badge';
import type { Column } from '../../../components/list';
import type { SearchRow } from '../../../lib/answers';
import { plainDate } from '../../../lib/dates';
import { useNow } from '../../../lib/use-now';
import classes from './search-columns.module.css';

export const ROW = classes['row'];

export const SEARCH_COLUMNS: Column<SearchRow>[] = [
  { head: 'Health', width: 104, cell: ({ health, status }) => <HealthBadge health={health} status={status} /> },
  { head: 'Search', cell: (row) => <Title row={row} /> },
  {
    head: 'Why, and what next',
    cell: ({ reason, nextStep }) => (
      <>
        {reason ? <p className={classes['reason']}>{reason}.</p> : null}
        {nextStep ? <p className={classes['step']}>{nextStep}</p> : null}
      </>
    ),
  },
  { head: 'Lead', width: 150, cell: ({ lead }) => lead.name },
  { head: 'Active', width: 76, align: 'right', cell: ({ activeCount }) => activeCount },
  { head: 'Day', width: 124, align: 'right', cell: (row) => <Day row={row} /> },
];

function Title({ row: { id, title, confidential, client, ref } }: { row: SearchRow }) {
  return (
    <>
      <Link to="/searches/$searchId" params={{ searchId: id }} className={classes['title']}>
        {title}
      </Link>
      {confidential ? (
        <Tooltip label="Confidential: only its team sees it">
          <IconLock size={14} className={classes['lock']} role="img" aria-label="Confidential" />
        </Tooltip>
      ) : null}
      <Text size="xs" c="dimmed">
        {client.name}
        {ref ? <span className={classes['ref']}> · {ref}</span> : null}
      </Text>
    </>
  );
}

function Day({ row: { day, targetDate } }: { row: SearchRow }) {
  const now = useNow();
  return (
    <>
      {day}
      {targetDate ? (
        <Text size="xs" c="dimmed" className={classes['ref']}>
          by {plainDate(targetDate, now).replace(/^\w+ /, '')}
        </Text>
      ) : null}
    </>
  );
}
