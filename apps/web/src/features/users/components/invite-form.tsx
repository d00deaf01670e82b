import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useOffices } from '../../../components/pickers/offices';
import { SubmitBar } from '../../../components/form/submit-bar';
import { Refusal } from '../../../components/form/refusal';
import type { User } from '../../../lib/answers';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { sentenceOf } from '../../../lib/problem';
import { officeName, ROLE } from '../../../lib/words';
import { useInvite } from '../api/users';

const needed = (sentence: string) => (value: string | null) => (value?.trim() ? null : sentence);

export function InviteForm({ roles, onDone }: { roles: User['role'][]; onDone: () => void }) {
  const offices = useOffices();
  const invite = useInvite();
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm({
    initialValues: { name: '', email: '', role: 'consultant' as User['role'], officeId: '' },
    validate: {
      name: needed('Enter their name.'),
      email: needed('Enter their email address.'),
    },
  });
  const officeId = form.values.officeId || offices.data?.[0]?.id || '';
  const submit = form.onSubmit((values) => {
    setRefusal(null);
    invite.mutate(
      { ...values, officeId },
      {
        onSuccess: () => {
          notifyDone(`An invitation is on its way to ${values.email}.`);
          onDone();
        },
        onError: (error) => problemToForm(form, error, (told) => setRefusal(sentenceOf(told))),
      },
    );
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label="Name" autoComplete="off" data-autofocus {...form.getInputProps('name')} />
        <TextInput label="Email" type="email" autoComplete="off" {...form.getInputProps('email')} />
        <Group grow align="flex-start">
          <Select
            label="Role"
            data={roles.map((role) => ({ value: role, label: ROLE[role] }))}
            allowDeselect={false}
            {...form.getInputProps('role')}
          />
          <Select
            label="Office"
            data={(offices.data ?? []).map(({ id, key }) => ({ value: id, label: officeName(key) }))}
            allowDeselect={false}
            {...form.getInputProps('officeId')}
            value={officeId}
          />
        </Group>
        <Text size="sm" c="dimmed">
          They get an email with a link that works for seven days, and choose their own password.
        </Text>
        <Refusal sentence={refusal} />
        <SubmitBar label="Send the invitation" pending={invite.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}
