import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMemo } from 'react';
import { SubmitBar } from '../../../components/form/submit-bar';
import type { ClientRecord } from '../../../lib/answers';
import { countryOptions } from '../../../lib/countries';
import { emptyAsNull, problemToForm } from '../../../lib/form-problem';
import { useEditClient } from '../api/edit-client';

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
