import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMemo } from 'react';
import type { ClientRow } from '../../../lib/answers';
import { countryOptions } from '../../../lib/countries';
import { filled, problemToForm } from '../../../lib/form-problem';
import { useAddClient } from '../api/add-client';

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
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={add.isPending}>
            Add the client
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
