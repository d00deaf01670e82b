import { Table } from '@mantine/core';
import { TablePaper } from '../../../components/table-paper';
import type { Stage } from '../../../lib/answers';
import { count, STAGE_KIND } from '../../../lib/words';

export function StageList({ stages }: { stages: readonly Stage[] }) {
  return (
    <TablePaper minWidth={480} label="Stages">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={60}>Order</Table.Th>
          <Table.Th>Stage</Table.Th>
          <Table.Th>Kind</Table.Th>
          <Table.Th>Budget</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {stages.map(({ id, label, kind, budgetWorkingDays }, index) => (
          <Table.Tr key={id}>
            <Table.Td>{index + 1}</Table.Td>
            <Table.Td>{label}</Table.Td>
            <Table.Td>{STAGE_KIND[kind]}</Table.Td>
            <Table.Td>{budgetWorkingDays === null ? 'none' : count(budgetWorkingDays, 'working day')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </TablePaper>
  );
}
