import { Button, Combobox, Group, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { isEnough } from '../../lib/found';
import { Person, position } from '../person';
import { CandidateForm } from './candidate-form';
import { useAddCandidate, useCandidates } from './candidates';

interface CandidatePickerProps {
  /** the caller says when it is done with the person; until then the picker waits */
  onPick: (candidate: { id: string; name: string }) => void;
  onCancel: () => void;
  pending: boolean;
}

const NEW = 'new';

/** Somebody the firm knows already, found by typing; or a new person, added on the spot. */
export function CandidatePicker({ onPick, onCancel, pending }: CandidatePickerProps) {
  const [typed, setTyped] = useState('');
  const [creating, setCreating] = useState(false);
  const add = useAddCandidate();
  const create = (): void => setCreating(true);
  if (creating)
    return (
      <CandidateForm
        start={{ name: typed.trim() }}
        submitLabel="Add the person"
        pending={add.isPending || pending}
        onCancel={() => setCreating(false)}
        onSubmit={(values, refused) => add.mutate(values, { onSuccess: onPick, onError: refused })}
      />
    );
  return (
    <>
      <FindPerson typed={typed} onType={setTyped} pending={pending} onPick={onPick} onNew={create} />
      <Group justify="space-between" mt="lg">
        <Button variant="subtle" leftSection={<IconUserPlus size={16} />} onClick={create}>
          Add a new person
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </>
  );
}

interface FindPersonProps extends Pick<CandidatePickerProps, 'onPick' | 'pending'> {
  typed: string;
  onType: (typed: string) => void;
  onNew: () => void;
}

function FindPerson({ typed, onType, pending, onPick, onNew }: FindPersonProps) {
  const [q] = useDebouncedValue(typed.trim(), 160);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = useCandidates({ q }, isEnough(q));
  const people = isEnough(q) ? (found.data?.pages[0]?.items ?? []).slice(0, 8) : [];
  const choose = (value: string): void => {
    const person = people.find(({ id }) => id === value);
    if (value === NEW) onNew();
    else if (person) onPick(person);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          label="Who?"
          description="Type a name, a title or an employer"
          data-autofocus
          value={typed}
          disabled={pending}
          leftSection={<IconSearch size={16} />}
          rightSection={found.isFetching || pending ? <Loader size={16} /> : null}
          onFocus={() => combobox.openDropdown()}
          onChange={(event) => {
            onType(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed.trim().length === 0}>
        <Combobox.Options aria-label="People">
          {people.map(({ id, name, title, employer }) => (
            <Combobox.Option key={id} value={id}>
              <Person name={name} detail={position(title, employer)} size={30} />
            </Combobox.Option>
          ))}
          <Combobox.Option value={NEW}>
            <Group gap="sm" wrap="nowrap" py={4}>
              <IconUserPlus size={18} aria-hidden />
              <Text size="sm">Add “{typed.trim()}” as a new person</Text>
            </Group>
          </Combobox.Option>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
