import { Table, Text } from '@mantine/core';
import type { RoomCounts } from '../api/erasures';
import { tableWords } from './words';

/** Records per kind. What stands in confidential searches is not among them. */
export function Counts({ counts }: { counts: RoomCounts }) {
  const rows = Object.entries(counts).flatMap(([room, tables]) =>
    Object.entries(tables).map(([table, count]) => ({ key: `${room}.${table}`, what: tableWords(table), count })),
  );
  return (
    <>
      <Table withRowBorders={false} verticalSpacing={4} aria-label="What is erased">
        <Table.Tbody>
          {rows.map(({ key, what, count }) => (
            <Table.Tr key={key}>
              <Table.Td pl={0}>{what}</Table.Td>
              <Table.Td ta="right">{count}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt="xs">
        Anything in confidential searches is erased too; it is not counted here.
      </Text>
    </>
  );
}
