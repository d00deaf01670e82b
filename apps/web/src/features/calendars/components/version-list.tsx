import { Table, Text } from '@mantine/core';
import { Moment } from '../../../components/moment';
import { TablePaper } from '../../../components/table-paper';
import type { CalendarVersion } from '../../../lib/answers';

/** Every version a calendar had; deadlines say by which one they were counted. */
export function VersionList({ versions }: { versions: readonly CalendarVersion[] }) {
  if (versions.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nobody has changed it here yet.
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
          <Table.Tr key={version}>
            <Table.Td className="tabular">{version}</Table.Td>
            <Table.Td>{by ? <Moment at={at} /> : 'before'}</Table.Td>
            <Table.Td>{by?.name ?? 'import or founding'}</Table.Td>
            <Table.Td>
              {changes.map((change) => (
                <div key={change}>{change}</div>
              ))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </TablePaper>
  );
}
