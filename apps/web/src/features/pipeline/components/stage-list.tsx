import { Table } from '@mantine/core';
import { Loaded } from '../../../components/states';
import { TablePaper } from '../../../components/table-paper';
import { count, STAGE_KIND } from '../../../lib/words';
import { useStages } from '../api/list-stages';

export function StageList() {
  const stages = useStages();
  return (
    <Loaded query={stages}>
      {(items) => (
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
            {[...items]
              .sort((a, b) => a.position - b.position)
              .map(({ id, label, kind, budgetWorkingDays }, index) => (
                <Table.Tr key={id}>
                  <Table.Td>{index + 1}</Table.Td>
                  <Table.Td>{label}</Table.Td>
                  <Table.Td>{STAGE_KIND[kind]}</Table.Td>
                  <Table.Td>{budgetWorkingDays === null ? 'none' : count(budgetWorkingDays, 'working day')}</Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </TablePaper>
      )}
    </Loaded>
  );
}
