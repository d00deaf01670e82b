import { Table } from '@mantine/core';
import { Person } from '../../../components/person';
import { Loaded } from '../../../components/states';
import { TablePaper } from '../../../components/table-paper';
import { officeName, ROLE } from '../../../lib/words';
import { useOffices } from '../api/list-offices';
import { useUsers } from '../api/list-users';

export function PeopleList() {
  const users = useUsers();
  const offices = useOffices();
  return (
    <Loaded query={users}>
      {(items) => (
        <TablePaper minWidth={520} label="People">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Person</Table.Th>
              <Table.Th>Role</Table.Th>
              <Table.Th>Office</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ id, name, email, role, officeId }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Person name={name} detail={email} />
                </Table.Td>
                <Table.Td>{ROLE[role]}</Table.Td>
                <Table.Td>{officeName(offices.data?.find((office) => office.id === officeId)?.key ?? '')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </TablePaper>
      )}
    </Loaded>
  );
}
