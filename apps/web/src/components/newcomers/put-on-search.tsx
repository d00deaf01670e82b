import { Alert, Button, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { sentenceOf } from '../../lib/problem';
import { count } from '../../lib/words';
import { SubmitBar } from '../form/submit-bar';
import type { Selected } from '../matching';
import { SearchPicker } from '../pickers/search-picker';
import { useAddNewcomers, useJudged } from './newcomers';
import { useTold } from './use-told';

interface PutOnSearchProps {
  candidates: readonly Selected[];
  onDone: () => void;
}

const people = (n: number): string => count(n, 'person', 'people');

/** Puts several candidates on one search. */
export function PutOnSearch({ candidates, onDone }: PutOnSearchProps) {
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  return (
    <>
      <Button size="xs" onClick={() => setOpened(true)}>
        Put on a search
      </Button>
      <Modal opened={opened} onClose={close} title={`Put ${people(candidates.length)} on a search`}>
        <PutOnSearchForm candidates={candidates} onDone={onDone} onCancel={close} />
      </Modal>
    </>
  );
}

function PutOnSearchForm({ candidates, onDone, onCancel }: PutOnSearchProps & { onCancel: () => void }) {
  const [searchId, setSearch] = useState<string | null>(null);
  const asked = searchId ? candidates.map(({ id }) => ({ candidateId: id })) : [];
  const judged = useJudged(searchId ?? undefined, asked);
  const add = useAddNewcomers(searchId ?? undefined);
  const told = useTold(true);
  const answers = searchId && !judged.isPlaceholderData ? judged.data?.items : undefined;
  const fits = answers && candidates.filter((_, at) => answers[at]?.state === 'known');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(
          (fits ?? []).map(({ id, name }) => ({ candidateId: id, name })),
          {
            onSuccess: (added) => {
              told(added);
              onCancel();
              onDone();
            },
          },
        );
      }}
    >
      <Stack>
        <SearchPicker label="Search" required value={searchId} onChange={setSearch} />
        {judged.error ? <Text c="red">{sentenceOf(judged.error)}</Text> : null}
        {fits ? <WhatWillBe fits={fits} others={candidates.filter((one) => !fits.includes(one))} /> : null}
        <SubmitBar
          label={fits ? `Add ${people(fits.length)}` : 'Add'}
          pending={add.isPending}
          disabled={!fits || fits.length === 0}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}

function WhatWillBe({ fits, others }: { fits: readonly Selected[]; others: readonly Selected[] }) {
  return (
    <Stack gap="xs" aria-live="polite">
      <Text size="sm">{people(fits.length)} will begin in the first stage of the search.</Text>
      {others.length > 0 ? (
        <Alert color="yellow" title={`${people(others.length)} in this search already, or ended in it`}>
          <List size="sm">
            {others.map(({ id, name }) => (
              <List.Item key={id}>{name}</List.Item>
            ))}
          </List>
        </Alert>
      ) : null}
    </Stack>
  );
}
