import { Table, Text } from '@mantine/core';
import { Moment } from '../../../components/moment';
import { TablePaper } from '../../../components/table-paper';
import type { CalendarVersion } from '../../../lib/answers';
import { count } from '../../../lib/words';
import classes from './version-list.module.css';

const SHOWN = 3;

/** Every version a calendar had; deadlines say by which one they were counted. */
export function VersionList({ versions }: { versions: readonly CalendarVersion[] }) {
  if (versions.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Not changed here yet.
      </Text>
    );
  return (
    <TablePaper minWidth={520} label="Versions of the calendar">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={80}>Version</Table.Th>
          <Table.Th w={150}>When</Table.Th>
          <Table.Th w={170}>By</Table.Th>
          <Table.Th>What changed</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {versions.map(({ version, at, by, changes }) => (
          <Table.Tr key={version} className={classes['version']}>
            <Table.Td className="tabular">{version}</Table.Td>
            <Table.Td>{by ? <Moment at={at} /> : 'before'}</Table.Td>
            <Table.Td>{by?.name ?? 'import or setup'}</Table.Td>
            <Table.Td>
              {changes.slice(0, SHOWN).map((change) => (
                <div key={change}>{change}</div>
              ))}
              {changes.length > SHOWN ? (
                <details>
                  <summary>{count(changes.length - SHOWN, 'more change')}</summary>
                  {changes.slice(SHOWN).map((change) => (
                    <div key={change}>{change}</div>
                  ))}
                </details>
              ) : null}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </TablePaper>
  );
}
