import { Button, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { SubmitBar } from '../../../components/form/submit-bar';
import type { Selected } from '../../../components/matching';
import { stayed, WillStay } from '../../../components/will-stay';
import { countryOptions } from '../../../lib/countries';
import { notifyDone, notifyUndo } from '../../../lib/notify';
import { sentenceOf } from '../../../lib/problem';
import { count } from '../../../lib/words';
import { useChangeClients, useClientChangesPreview, type ClientChanges } from '../api/change-clients';

/** What many clients share, and so may be given at once. */
type Shared = 'industry' | 'country';

interface ChangeClientsProps {
  clients: readonly Selected[];
  onDone: () => void;
}

const these = (n: number): string => count(n, 'client');

/** Gives several clients the same industry or country. */
export function ChangeClients({ clients, onDone }: ChangeClientsProps) {
  const [field, setField] = useState<Shared | null>(null);
  const close = (): void => setField(null);
  return (
    <>
      <Button size="xs" onClick={() => setField('industry')}>
        Set the industry
      </Button>
      <Button size="xs" variant="default" onClick={() => setField('country')}>
        Set the country
      </Button>
      <Modal opened={field !== null} onClose={close} title={`Set the ${field ?? ''} of ${these(clients.length)}`}>
        {field ? <ChangeClientsForm field={field} clients={clients} onDone={onDone} onCancel={close} /> : null}
      </Modal>
    </>
  );
}

type FormProps = ChangeClientsProps & { field: Shared; onCancel: () => void };

function ChangeClientsForm({ field, clients, onDone, onCancel }: FormProps) {
  const [value, setValue] = useState('');
  const countries = useMemo(countryOptions, []);
  const typed = value.trim();
  // every letter is not a question of its own
  const [asked] = useDebouncedValue(typed, field === 'industry' ? 300 : 0);
  const changes = asked ? clients.map(({ id, version }) => ({ clientId: id, version, [field]: asked })) : [];
  const preview = useClientChangesPreview(changes);
  const change = useChangeClients();
  const told = useTold();
  const isAnswered = asked !== '' && asked === typed && !preview.isPlaceholderData;
  const will = isAnswered ? preview.data : undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!will || will.items.length === 0) return;
        change.mutate(changes, {
          onSuccess: (done) => {
            told(done);
            onCancel();
            onDone();
          },
        });
      }}
    >
      <Stack>
        {field === 'industry' ? (
          <TextInput
            label="Industry"
            required
            data-autofocus
            maxLength={200}
            value={value}
            onChange={({ currentTarget }) => setValue(currentTarget.value)}
          />
        ) : (
          <Select
            label="Country"
            required
            searchable
            data={countries}
            value={value || null}
            onChange={(next) => setValue(next ?? '')}
          />
        )}
        {isAnswered && preview.error ? <Text c="red">{sentenceOf(preview.error)}</Text> : null}
        {will ? <WhatWillBe will={will} field={field} clients={clients} /> : null}
        <SubmitBar
          label={will ? `Change ${will.items.length}` : 'Change'}
          pending={change.isPending}
          disabled={!will || will.items.length === 0}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}

function WhatWillBe({
  will: { items, refused },
  field,
  clients,
}: Pick<FormProps, 'field' | 'clients'> & { will: ClientChanges }) {
  const replaced = items.filter(({ before }) => before[field] !== null).length;
  return (
    <Stack gap="xs" aria-live="polite">
      <Text size="sm">
        {these(items.length)} will get {field === 'industry' ? 'this industry' : 'this country'}.
        {replaced > 0 ? ` ${replaced} of them had another.` : ''}
      </Text>
      <WillStay refused={refused} things={clients} />
    </Stack>
  );
}

/** Says what became of them; for a while they can have back what they had. */
function useTold() {
  const back = useChangeClients();
  const undo = ({ items }: ClientChanges): void =>
    back.mutate(
      items.map(({ id, version, before }) => ({ clientId: id, version, ...before })),
      { onSuccess: (done) => notifyDone(`${these(done.items.length)} as before.${stayed(done)}`) },
    );
  return (done: ClientChanges): void => {
    const said = `${these(done.items.length)} changed.${stayed(done)}`;
    if (done.items.length > 0) notifyUndo(said, () => undo(done));
    else notifyDone(said);
  };
}
