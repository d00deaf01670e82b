import { Modal, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useClients } from './clients';
import { AddClientForm } from './add-client-form';

interface ClientPickerProps {
  label: string;
  value: string | null;
  /** the client that is chosen already */
  chosen?: { id: string; name: string };
  onChange: (value: string | null) => void;
  error?: ReactNode;
  required?: boolean;
}

const NEW = 'new';

/** Finds a client by typing; one that is not there yet is added on the spot. */
export function ClientPicker({ value, chosen, onChange, ...rest }: ClientPickerProps) {
  const [typed, setTyped] = useState(chosen?.name ?? '');
  const [adding, setAdding] = useState<string | null>(null);
  const [picked, setPicked] = useState<{ value: string; label: string } | null>(
    chosen ? { value: chosen.id, label: chosen.name } : null,
  );
  const [q] = useDebouncedValue(picked?.label === typed ? '' : typed.trim(), 160);
  const clients = useClients({ q: q || undefined });
  const known = (clients.data?.pages[0]?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const listed = picked && !known.some((option) => option.value === picked.value) ? [picked, ...known] : known;
  const wanted = typed.trim();
  const isKnown = listed.some(({ label }) => label.toLowerCase() === wanted.toLowerCase());
  const offer = wanted && !isKnown ? [{ value: NEW, label: `Add “${wanted}” as a new client` }] : [];
  return (
    <>
      <Select
        {...rest}
        value={value}
        data={[...listed, ...offer]}
        searchable
        openOnFocus={false}
        searchValue={typed}
        onSearchChange={setTyped}
        filter={({ options }) => options}
        placeholder="Type a name"
        nothingFoundMessage="Type the client's name"
        onChange={(next, option) => {
          if (next === NEW) return setAdding(wanted);
          setPicked(next && option ? { value: next, label: option.label } : null);
          onChange(next);
        }}
      />
      <Modal opened={adding !== null} onClose={() => setAdding(null)} title="Add a client">
        <AddClientForm
          name={adding ?? ''}
          onCancel={() => setAdding(null)}
          onAdded={({ id, name }) => {
            setPicked({ value: id, label: name });
            setTyped(name);
            onChange(id);
            setAdding(null);
          }}
        />
      </Modal>
    </>
  );
}
