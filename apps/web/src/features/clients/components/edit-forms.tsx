import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMemo } from 'react';
import { AskedToBeForgotten, type KeepReason, useForgotten } from '../../../components/asked-to-be-forgotten';
import { SubmitBar } from '../../../components/form/submit-bar';
import type { ClientRecord } from '../../../lib/answers';
import { countryOptions } from '../../../lib/countries';
import { emptyAsNull, problemToForm } from '../../../lib/form-problem';
import { options } from '../../../lib/words';
import { useEditClient, useEditContact } from '../api/edit-client';

type Contact = ClientRecord['contacts'][number];

export const CONTACT_ROLE: Record<Contact['role'], string> = {
  decision_maker: 'Decision maker',
  hr: 'People team',
  board: 'Board',
  other: 'Contact',
};

export function EditClientForm({ client, onDone }: { client: ClientRecord; onDone: () => void }) {
  const edit = useEditClient(client.id);
  const countries = useMemo(countryOptions, []);
  const form = useForm({
    initialValues: {
      name: client.name,
      domain: client.domain ?? '',
      industry: client.industry ?? '',
      country: client.country,
    },
    validate: { name: (value) => (value.trim() ? null : 'Enter a name.') },
  });
  const submit = form.onSubmit((values) =>
    edit.mutate(
      { ...emptyAsNull(values), name: values.name.trim(), version: client.version },
      { onSuccess: onDone, onError: (error) => problemToForm(form, error) },
    ),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label="Domain" {...form.getInputProps('domain')} />
          <TextInput label="Industry" {...form.getInputProps('industry')} />
          <Select label="Country" data={countries} searchable clearable {...form.getInputProps('country')} />
        </SimpleGrid>
        <SubmitBar label="Save" pending={edit.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}

export function EditContactForm({
  client,
  contact,
  onDone,
}: {
  client: ClientRecord;
  contact: Contact;
  onDone: () => void;
}) {
  const edit = useEditContact(client.id, contact.id);
  const forgotten = useForgotten();
  const form = useForm({
    initialValues: {
      name: contact.name,
      email: contact.email ?? '',
      role: contact.role,
      despiteErasure: null as KeepReason | null,
    },
    validate: { name: (value) => (value.trim() ? null : 'Enter a name.') },
  });
  const submit = form.onSubmit(({ name, email, role, despiteErasure }) =>
    edit.mutate(
      {
        ...{ name: name.trim(), email: email || null, role, version: contact.version },
        ...(despiteErasure ? { despiteErasure } : {}),
      },
      {
        onSuccess: onDone,
        onError: (error) => {
          if (!forgotten.hear(error)) problemToForm(form, error);
        },
      },
    ),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label="E-mail" type="email" {...form.getInputProps('email')} />
          <Select label="Role" data={options(CONTACT_ROLE)} allowDeselect={false} {...form.getInputProps('role')} />
        </SimpleGrid>
        <AskedToBeForgotten
          refusal={forgotten.refusal}
          submitLabel="Save"
          input={form.getInputProps('despiteErasure')}
        />
        <SubmitBar label="Save" pending={edit.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}
