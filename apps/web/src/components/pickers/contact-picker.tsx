import { Modal, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { CONTACT_ROLE } from '../../lib/words';
import { ContactForm } from './contact-form';
import { clientQuery } from './contacts';

interface ContactPickerProps {
  client: { id: string; name: string };
  label: string;
  /** What an empty choice means. */
  placeholder: string;
  error?: ReactNode;
  value: string | null;
  onChange: (value: string | null) => void;
}

const NEW = 'new';

/** Chooses somebody at the client; who is not known yet is added on the spot. */
export function ContactPicker({ client, value, onChange, ...rest }: ContactPickerProps) {
  const { data } = useQuery(clientQuery(client.id));
  const [adding, setAdding] = useState(false);
  const known = (data?.contacts ?? []).filter(({ erased }) => !erased);
  const people = known.map(({ id, name, role }) => ({ value: id, label: `${name} · ${CONTACT_ROLE[role]}` }));
  const more = data?.allowed.edit ? [{ value: NEW, label: `Add somebody at ${client.name}` }] : [];
  return (
    <>
      <Select
        {...rest}
        value={value}
        data={[...people, ...more]}
        searchable
        clearable
        onChange={(next) => (next === NEW ? setAdding(true) : onChange(next))}
      />
      <Modal opened={adding} onClose={() => setAdding(false)} title={`Add a contact at ${client.name}`}>
        <ContactForm
          clientId={client.id}
          onDone={(record) => {
            setAdding(false);
            const added = record?.contacts.find(({ id }) => !known.some((contact) => contact.id === id));
            if (added) onChange(added.id);
          }}
        />
      </Modal>
    </>
  );
}
