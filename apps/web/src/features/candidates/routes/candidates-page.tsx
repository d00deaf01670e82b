import { Button, Modal, Text } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { FindBox } from '../../../components/find-box';
import type { Column } from '../../../components/list';
import { ListPage } from '../../../components/list-page';
import { Person, position } from '../../../components/person';
import { CandidateForm } from '../../../components/pickers/candidate-form';
import { useAddCandidate, useCandidates } from '../../../components/pickers/candidates';
import type { CandidateRow } from '../../../lib/answers';
import { countryName, LAYER, SIGNAL } from '../../../lib/words';

const route = getRouteApi('/app/candidates');

const COLUMNS: Column<CandidateRow>[] = [
  {
    head: 'Person',
    cell: ({ id, name, title, employer }) => (
      <Link to="/candidates/$candidateId" params={{ candidateId: id }}>
        <Person name={name} detail={position(title, employer)} />
      </Link>
    ),
  },
  {
    head: 'Location',
    cell: ({ city, country }) => (
      <>
        {city}
        <Text size="xs" c="dimmed">
          {country ? countryName(country) : null}
        </Text>
      </>
    ),
  },
  { head: 'Layer', cell: ({ layer }) => (layer ? LAYER[layer] : null) },
  { head: 'Background', cell: ({ signals }) => signals.map((signal) => SIGNAL[signal]).join(', ') },
  {
    head: 'Active in',
    width: 90,
    align: 'right',
    cell: ({ activeSearches }) => (activeSearches === 0 ? '–' : activeSearches),
  },
];

export function CandidatesPage() {
  const { q = '', add = false } = route.useSearch();
  const navigate = route.useNavigate();
  const candidates = useCandidates(q);
  const setAdding = (adding: boolean): void =>
    void navigate({ search: (before) => ({ ...before, add: adding ? true : undefined }), replace: true });
  const addButton = (
    <Button leftSection={<IconUserPlus size={16} />} onClick={() => setAdding(true)}>
      Add a candidate
    </Button>
  );
  return (
    <ListPage
      title="Candidates"
      about="Everyone the firm might place, one record per person"
      actions={addButton}
      filters={
        <FindBox
          label="Name, title or employer"
          width={380}
          value={q}
          onChange={(next) =>
            void navigate({ search: (before) => ({ ...before, q: next || undefined }), replace: true })
          }
        />
      }
      query={candidates}
      one="person"
      many="people"
      none={{
        icon: <IconUsers size={22} />,
        title: 'No candidates yet',
        sentence: 'Add the first person, or import your history.',
        action: addButton,
      }}
      filtered={q !== '' && { title: 'No one by that name', sentence: 'Try fewer letters, or add the person.' }}
      label="Candidates"
      minWidth={780}
      columns={COLUMNS}
      over={<AddCandidate opened={add} onClose={() => setAdding(false)} />}
    />
  );
}

function AddCandidate({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const create = useAddCandidate();
  const goTo = useNavigate();
  return (
    <Modal opened={opened} onClose={onClose} title="Add a candidate" size="lg">
      <CandidateForm
        submitLabel="Add the candidate"
        pending={create.isPending}
        onCancel={onClose}
        onSubmit={(values, refused) =>
          create.mutate(values, {
            onError: refused,
            onSuccess: ({ id }) => void goTo({ to: '/candidates/$candidateId', params: { candidateId: id } }),
          })
        }
      />
    </Modal>
  );
}
