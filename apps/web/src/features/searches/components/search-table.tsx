import { Table, Text, Tooltip } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { HealthBadge } from '../../../components/health-badge';
import { TablePaper } from '../../../components/table-paper';
import type { SearchRow } from '../../../lib/answers';
import { plainDate } from '../../../lib/dates';
import { useNow } from '../../../lib/use-now';
import classes from './search-table.module.css';

export function SearchTable({ rows }: { rows: SearchRow[] }) {
  const now = useNow();
  return (
    <TablePaper minWidth={860} label="Searches">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={104}>Health</Table.Th>
          <Table.Th>Search</Table.Th>
          <Table.Th>Why, and what next</Table.Th>
          <Table.Th w={150}>Lead</Table.Th>
          <Table.Th w={76} ta="right">
            Active
          </Table.Th>
          <Table.Th w={124} ta="right">
            Day
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id} className={classes['row']}>
            <Table.Td>
              <HealthBadge health={row.health} status={row.status} />
            </Table.Td>
            <Table.Td>
              <Link to="/searches/$searchId" params={{ searchId: row.id }} className={classes['title']}>
                {row.title}
              </Link>
              {row.confidential ? (
                <Tooltip label="Confidential: only its team sees it">
                  <IconLock size={14} className={classes['lock']} role="img" aria-label="Confidential" />
                </Tooltip>
              ) : null}
              <Text size="xs" c="dimmed">
                {row.client.name}
                {row.ref ? <span className={classes['ref']}> · {row.ref}</span> : null}
              </Text>
            </Table.Td>
            <Table.Td>
              {row.reason ? <p className={classes['reason']}>{row.reason}.</p> : null}
              {row.nextStep ? <p className={classes['step']}>{row.nextStep}</p> : null}
            </Table.Td>
            <Table.Td>{row.lead.name}</Table.Td>
            <Table.Td ta="right" className="tabular">
              {row.activeCount}
            </Table.Td>
            <Table.Td ta="right" className="tabular">
              {row.day}
              {row.targetDate ? (
                <Text size="xs" c="dimmed" className={classes['ref']}>
                  by {plainDate(row.targetDate, now).replace(/^\w+ /, '')}
                </Text>
              ) : null}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </TablePaper>
  );
}
