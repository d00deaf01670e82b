import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ClientRecord, Contact } from '../../lib/answers';
import { problemToForm } from '../../lib/form-problem';
import { CONTACT_ROLE, options } from '../../lib/words';
import { AskedToBeForgotten, type KeepReason, useForgotten } from '../asked-to-be-forgotten';
import { SubmitBar } from '../form/submit-bar';
import { useAddContact, useEditContact } from './contacts';

interface ContactFormProps {
  clientId: string;
  /** Absent: somebody new. */
  contact?: Contact | undefined;
  onDone: (client?: ClientRecord) => void;
}

export function ContactForm({ clientId, contact, onDone }: ContactFormProps) {
  const add = useAddContact(clientId);
  const edit = useEditContact(clientId, contact?.id ?? '');
  const forgotten = useForgotten();
  const form = useForm({
    initialValues: {
      name: contact?.name ?? '',
      email: contact?.email ?? '',
      role: contact?.role ?? 'decision_maker',
      despiteErasure: null as KeepReason | null,
    },
    validate: { name: (value) => (value.trim() ? null : 'Enter a name.') },
  });
  const submit = form.onSubmit(({ name, email, role, despiteErasure }) => {
    const body = {
      ...{ name: name.trim(), email: email.trim() || null, role },
      ...(despiteErasure ? { despiteErasure } : {}),
    };
    const then = {
      onSuccess: onDone,
      onError: (error: unknown) => {
        if (!forgotten.hear(error)) problemToForm(form, error);
      },
    };
    if (contact) edit.mutate({ ...body, version: contact.version }, then);
    else add.mutate(body, then);
  });
  const label = contact ? 'Save' : 'Add contact';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        // it may stand inside a dialog over another form
        event.stopPropagation();
        submit(event);
      }}
    >
      <Stack>
        <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label="Email" type="email" {...form.getInputProps('email')} />
          <Select label="Role" data={options(CONTACT_ROLE)} allowDeselect={false} {...form.getInputProps('role')} />
        </SimpleGrid>
        <AskedToBeForgotten
          refusal={forgotten.refusal}
          submitLabel={label}
          input={form.getInputProps('despiteErasure')}
        />
        <SubmitBar label={label} pending={add.isPending || edit.isPending} onCancel={() => onDone()} />
      </Stack>
    </form>
  );
}
