import { Anchor, Table } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Moment } from '../../../components/moment';
import { More } from '../../../components/more';
import { Page } from '../../../components/page';
import { Empty, Loaded } from '../../../components/states';
import { TablePaper } from '../../../components/table-paper';
import { plainDate } from '../../../lib/dates';
import { useNow } from '../../../lib/use-now';
import { type Erasure, useErasures } from '../api/erasures';
import { erasedBy, REASON } from '../components/words';

/** The proofs of all erasures, the latest first. */
export function ErasuresPage() {
  const erasures = useErasures();
  return (
    <Page
      title="Erasures"
      about="Who was erased, when and why. A proof names nobody: it keeps the number of the record."
    >
      <Loaded query={erasures}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0)
            return (
              <Empty icon={<IconShieldLock size={22} />} title="Nobody was erased yet">
                Whoever asks to be forgotten is erased from their own page, under “Their data”.
              </Empty>
            );
          return (
            <>
              <TablePaper minWidth={720} label="Erasures">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Erased</Table.Th>
                    <Table.Th>Who</Table.Th>
                    <Table.Th>Ground</Table.Th>
                    <Table.Th>Asked on</Table.Th>
                    <Table.Th>By</Table.Th>
                    <Table.Th ta="right">Records</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((row) => (
                    <Row key={row.id} row={row} />
                  ))}
                </Table.Tbody>
              </TablePaper>
              <More
                hasMore={erasures.hasNextPage}
                loading={erasures.isFetchingNextPage}
                load={() => void erasures.fetchNextPage()}
                shown={rows.length}
                one="erasure"
              />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Row({ row: { id, at, by, person, reason, requestedOn, total } }: { row: Erasure }) {
  const now = useNow();
  return (
    <Table.Tr>
      <Table.Td>
        <Moment at={at} />
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Anchor component={Link} to={`/erasures/${id}`} inherit underline="always">
          {person.kind === 'candidate' ? 'Candidate' : 'Contact'} …{person.id.slice(-6)}
        </Anchor>
      </Table.Td>
      <Table.Td>{REASON[reason]}</Table.Td>
      <Table.Td>{plainDate(requestedOn, now)}</Table.Td>
      <Table.Td>{erasedBy(by)}</Table.Td>
      <Table.Td ta="right" className="tabular">
        {total}
      </Table.Td>
    </Table.Tr>
  );
}
