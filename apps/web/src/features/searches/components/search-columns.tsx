import { Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { HealthBadge } from '../../../components/health-badge';
import { Moment } from '../../../components/moment';
import { PlainDate } from '../../../components/plain-date';
import type { Column } from '../../../components/list';
import { Tip } from '../../../components/tip';
import type { SearchRow } from '../../../lib/answers';
import { STATUS } from '../../../lib/words';
import { plainDate } from '../../../lib/dates';
import { useNow } from '../../../lib/use-now';
import classes from './search-columns.module.css';

export const ROW = classes['row'];

export const SEARCH_COLUMNS: Column<SearchRow>[] = [
  {
    id: 'health',
    by: 'health',
    downFirst: true,
    head: 'Health',
    width: 104,
    cell: ({ health, status }) => <HealthBadge health={health} status={status} />,
  },
  { by: 'title', head: 'Search', cell: (row) => <Title row={row} /> },
  {
    id: 'why',
    head: 'Why, and what next',
    cell: ({ reason, nextStep }) => (
      <>
        {reason ? <p className={classes['reason']}>{reason}.</p> : null}
        {nextStep ? <p className={classes['step']}>{nextStep}</p> : null}
      </>
    ),
  },
  { id: 'client', by: 'client', extra: true, head: 'Client', cell: ({ client }) => client.name },
  { id: 'lead', by: 'lead', head: 'Lead', width: 150, cell: ({ lead }) => lead.name },
  { id: 'status', extra: true, head: 'Status', cell: ({ status }) => STATUS[status] },
  {
    id: 'active',
    by: 'active',
    downFirst: true,
    head: 'Active',
    width: 90,
    align: 'right',
    cell: ({ activeCount }) => activeCount,
  },
  { id: 'day', head: 'Day', width: 124, align: 'right', cell: (row) => <Day row={row} /> },
  {
    id: 'opened',
    by: 'opened',
    downFirst: true,
    extra: true,
    head: 'Opened',
    cell: ({ openedAt }) => <Moment at={openedAt} as="day" />,
  },
  {
    id: 'target',
    by: 'target',
    extra: true,
    head: 'Target date',
    cell: ({ targetDate }) => (targetDate ? <PlainDate on={targetDate} /> : null),
  },
];

function Title({ row: { id, title, confidential, client, ref } }: { row: SearchRow }) {
  return (
    <>
      <Link to="/searches/$searchId" params={{ searchId: id }} className={classes['title']}>
        {title}
      </Link>
      {confidential ? (
        <Tip label="Confidential: only its team sees it">
          <IconLock size={14} className={classes['lock']} role="img" aria-label="Confidential" />
        </Tip>
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
