import { Button, Modal, Table, Text } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { FindBox } from '../../../components/find-box';
import { More } from '../../../components/more';
import { Page } from '../../../components/page';
import { Person, position } from '../../../components/person';
import { Empty, Loaded } from '../../../components/states';
import { TablePaper } from '../../../components/table-paper';
import type { CandidateRow } from '../../../lib/answers';
import { countryName, LAYER, SIGNAL } from '../../../lib/words';
import { useAddCandidate } from '../api/add-candidate';
import { useCandidates } from '../api/list-candidates';
import { CandidateForm } from '../components/candidate-form';

const route = getRouteApi('/app/candidates');

export function CandidatesPage() {
  const { q = '', add } = route.useSearch();
  const navigate = route.useNavigate();
  const goTo = useNavigate();
  const candidates = useCandidates(q);
  const create = useAddCandidate();
  const setAdding = (adding: boolean): void =>
    void navigate({ search: (before) => ({ ...before, add: adding ? true : undefined }), replace: true });
  return (
    <Page
      title="Candidates"
      about="Everybody the firm might place, one record per person"
      actions={
        <Button leftSection={<IconUserPlus size={16} />} onClick={() => setAdding(true)}>
          Add a candidate
        </Button>
      }
    >
      <FindBox
        label="Name, title or employer"
        width={380}
        value={q}
        onChange={(next) => void navigate({ search: (before) => ({ ...before, q: next || undefined }), replace: true })}
      />
      <Loaded query={candidates}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0)
            return (
              <Empty
                icon={<IconUsers size={22} />}
                title={q ? 'Nobody of that name' : 'Nobody here yet'}
                action={<Button onClick={() => setAdding(true)}>Add a candidate</Button>}
              >
                {q ? 'Try fewer letters, or add the person.' : 'Add the first person, or import your history.'}
              </Empty>
            );
          return (
            <>
              <TablePaper minWidth={780} label="Candidates">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Person</Table.Th>
                    <Table.Th>Lives in</Table.Th>
                    <Table.Th>Layer</Table.Th>
                    <Table.Th>Background</Table.Th>
                    <Table.Th ta="right" w={90}>
                      Active in
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((row) => (
                    <Row key={row.id} row={row} />
                  ))}
                </Table.Tbody>
              </TablePaper>
              <More
                hasMore={candidates.hasNextPage}
                loading={candidates.isFetchingNextPage}
                load={() => void candidates.fetchNextPage()}
                shown={rows.length}
                one="person"
                many="people"
              />
            </>
          );
        }}
      </Loaded>
      <Modal opened={add ?? false} onClose={() => setAdding(false)} title="Add a candidate" size="lg">
        <CandidateForm
          submitLabel="Add the candidate"
          pending={create.isPending}
          onCancel={() => setAdding(false)}
          onSubmit={(values, refused) =>
            create.mutate(values, {
              onError: refused,
              onSuccess: ({ id }) => void goTo({ to: '/candidates/$candidateId', params: { candidateId: id } }),
            })
          }
        />
      </Modal>
    </Page>
  );
}

function Row({ row }: { row: CandidateRow }) {
  return (
    <Table.Tr>
      <Table.Td>
        <Link to="/candidates/$candidateId" params={{ candidateId: row.id }}>
          <Person name={row.name} detail={position(row.title, row.employer)} />
        </Link>
      </Table.Td>
      <Table.Td>
        {row.city}
        <Text size="xs" c="dimmed">
          {row.country ? countryName(row.country) : null}
        </Text>
      </Table.Td>
      <Table.Td>{row.layer ? LAYER[row.layer] : null}</Table.Td>
      <Table.Td>{row.signals.map((signal) => SIGNAL[signal]).join(', ')}</Table.Td>
      <Table.Td ta="right" className="tabular">
        {row.activeSearches === 0 ? '–' : row.activeSearches}
      </Table.Td>
    </Table.Tr>
  );
}
