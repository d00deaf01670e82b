import { Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMemo } from 'react';
import type { ClientRow } from '../../lib/answers';
import { countryOptions } from '../../lib/countries';
import { filled, problemToForm } from '../../lib/form-problem';
import { SubmitBar } from '../form/submit-bar';
import { useAddClient } from './clients';

interface AddClientFormProps {
  name?: string;
  onAdded: (client: ClientRow) => void;
  onCancel: () => void;
}

export function AddClientForm({ name = '', onAdded, onCancel }: AddClientFormProps) {
  const add = useAddClient();
  const countries = useMemo(countryOptions, []);
  const form = useForm({ initialValues: { name, domain: '', country: '', industry: '' } });
  const submit = form.onSubmit((values) =>
    add.mutate(
      { ...filled(values), name: values.name },
      { onSuccess: onAdded, onError: (error) => problemToForm(form, error) },
    ),
  );
  return (
    <form
      onSubmit={(event) => {
        // It may stand inside a dialog over another form.
        event.stopPropagation();
        submit(event);
      }}
    >
      <Stack>
        <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
        <TextInput label="Domain" placeholder="client.example" {...form.getInputProps('domain')} />
        <Select label="Country" data={countries} searchable clearable {...form.getInputProps('country')} />
        <TextInput label="Industry" {...form.getInputProps('industry')} />
        <SubmitBar label="Add the client" pending={add.isPending} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
