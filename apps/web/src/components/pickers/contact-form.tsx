import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ClientRecord, Contact } from '../../lib/answers';
import type { Anyway } from '../../lib/anyway';
import { problemToForm } from '../../lib/form-problem';
import { CONTACT_ROLE, options } from '../../lib/words';
import { AskedToBeForgotten, type KeepReason, useForgotten } from '../asked-to-be-forgotten';
import { PossibleDuplicate, usePossibleDuplicate } from '../possible-duplicate';
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
  const duplicate = usePossibleDuplicate();
  const form = useForm({
    initialValues: {
      name: contact?.name ?? '',
      email: contact?.email ?? '',
      role: contact?.role ?? 'decision_maker',
      despiteErasure: null as KeepReason | null,
    },
    validate: { name: (value) => (value.trim() ? null : 'Enter a name.') },
  });
  const onError = (error: unknown): void => {
    if (![forgotten.hear(error), duplicate.hear(error)].includes(true)) problemToForm(form, error);
  };
  const submit = (anyway: Anyway = {}) =>
    form.onSubmit(({ name, email, role, despiteErasure }) => {
      const body = {
        ...{ name: name.trim(), email: email.trim() || null, role },
        ...(despiteErasure ? { despiteErasure } : {}),
        ...anyway,
      };
      const then = { onSuccess: onDone, onError };
      if (contact) edit.mutate({ ...body, version: contact.version }, then);
      else add.mutate(body, then);
    });
  const pending = add.isPending || edit.isPending;
  const label = contact ? 'Save' : 'Add contact';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        // it may stand inside a dialog over another form
        event.stopPropagation();
        submit()(event);
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
        <PossibleDuplicate
          refusal={duplicate.refusal}
          anyway={contact ? 'Save anyway' : 'Add anyway'}
          pending={pending}
          onAnyway={() => submit({ force: true })()}
        />
        <SubmitBar label={label} pending={pending} onCancel={() => onDone()} />
      </Stack>
    </form>
  );
}
