import { Button, Group, Modal, Text } from '@mantine/core';
import { IconClipboardText, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { choice, countryNarrowing, narrowed } from '../../../components/filters';
import { FindBox } from '../../../components/find-box';
import type { Column } from '../../../components/list';
import type { Narrowing } from '../../../components/list-bar';
import { type Acts, ListPage, without } from '../../../components/list-page';
import { PasteList } from '../../../components/newcomers/paste-list';
import { PutOnSearch } from '../../../components/newcomers/put-on-search';
import { Person, position } from '../../../components/person';
import { CandidateForm } from '../../../components/pickers/candidate-form';
import { useAddCandidate, useCandidates } from '../../../components/pickers/candidates';
import type { Asked, CandidateRow } from '../../../lib/answers';
import { countryName, IN_SEARCH, LAYER, SIGNAL } from '../../../lib/words';

type CandidateListParams = Asked<'/api/candidates'> & { columns?: string; add?: true; paste?: true };

const route = getRouteApi('/app/candidates');

const COLUMNS: Column<CandidateRow>[] = [
  {
    by: 'name',
    head: 'Person',
    cell: ({ id, name, title, employer }) => (
      <Link to="/candidates/$candidateId" params={{ candidateId: id }}>
        <Person name={name} detail={position(title, employer)} />
      </Link>
    ),
  },
  {
    id: 'place',
    by: 'city',
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
  { id: 'employer', by: 'employer', extra: true, head: 'Employer', cell: ({ employer }) => employer },
  { id: 'layer', head: 'Layer', cell: ({ layer }) => (layer ? LAYER[layer] : null) },
  {
    id: 'background',
    head: 'Background',
    cell: ({ signals }) => signals.map((signal) => SIGNAL[signal]).join(', '),
  },
  { id: 'source', extra: true, head: 'Source', cell: ({ source }) => source },
  { id: 'ref', extra: true, head: 'Reference', cell: ({ ref }) => ref },
  {
    id: 'active',
    head: 'Active in',
    width: 90,
    align: 'right',
    cell: ({ activeSearches }) => (activeSearches === 0 ? '–' : activeSearches),
  },
];

const ACTS: Acts<CandidateRow> = {
  of: ({ id, name, version }) => ({ id, name, version }),
  buttons: (candidates, done) => <PutOnSearch candidates={candidates} onDone={done} />,
};

export function CandidatesPage() {
  const { add = false, paste = false, columns, ...asked } = route.useSearch();
  const navigate = route.useNavigate();
  const candidates = useCandidates(asked);
  const change = (changes: Partial<CandidateListParams>): void =>
    void navigate({ search: (before) => narrowed<CandidateListParams>(before, changes), replace: true });
  const narrowings = useNarrowings(asked, change);
  const addButton = <AddButton onClick={() => change({ add: true })} />;
  return (
    <ListPage
      title="Candidates"
      about="Everyone the firm might place, one record per person"
      actions={
        <Group gap="xs">
          <PasteButton onClick={() => change({ paste: true })} />
          {addButton}
        </Group>
      }
      listing={{
        list: 'candidates',
        asked: { ...asked, columns },
        otherwise: 'name',
        change,
        open: (search) => void navigate({ search }),
        find: <FindBox label="Name, title or employer" value={asked.q ?? ''} onChange={(q) => change({ q })} />,
        narrowings,
      }}
      query={candidates}
      one="person"
      many="people"
      none={{
        icon: <IconUsers size={22} />,
        title: 'No candidates yet',
        sentence: 'Add the first person, or import your history.',
        action: addButton,
      }}
      filtered={
        narrowings.some(({ said }) => said)
          ? {
              title: 'No one like that',
              sentence: 'Take a filter away, or add the person.',
              showAll: () => change(without(['q', ...narrowings.map(({ key }) => key)])),
            }
          : asked.q !== undefined && { title: 'No one by that name', sentence: 'Try fewer letters, or add the person.' }
      }
      label="Candidates"
      minWidth={780}
      columns={COLUMNS}
      acts={ACTS}
      over={
        <>
          <AddCandidate opened={add} onClose={() => change({ add: undefined })} />
          <PasteCandidates opened={paste} onClose={() => change({ paste: undefined })} />
        </>
      }
    />
  );
}

function AddButton({ onClick }: { onClick: () => void }) {
  return (
    <Button leftSection={<IconUserPlus size={16} />} onClick={onClick}>
      Add a candidate
    </Button>
  );
}

function PasteButton({ onClick }: { onClick: () => void }) {
  return (
    <Button variant="default" leftSection={<IconClipboardText size={16} />} onClick={onClick}>
      Paste a list
    </Button>
  );
}

function useNarrowings(
  { city, country, layer, signal, active }: CandidateListParams,
  change: (changes: Partial<CandidateListParams>) => void,
): Narrowing[] {
  return [
    {
      key: 'city',
      label: 'City',
      said: city,
      field: <FindBox label="City" value={city ?? ''} onChange={(next) => change({ city: next })} />,
    },
    countryNarrowing(country, (next) => change({ country: next })),
    choice('layer', 'Layer', LAYER, layer, (next) => change({ layer: next })),
    choice('signal', 'Background', SIGNAL, signal, (next) => change({ signal: next })),
    choice('active', 'In a search', IN_SEARCH, active, (next) => change({ active: next })),
  ];
}

function PasteCandidates({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Add a list of people" size="min(76rem, 100%)">
      <PasteList onDone={onClose} onCancel={onClose} />
    </Modal>
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
