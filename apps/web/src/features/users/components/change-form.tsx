import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useOffices } from '../../../components/pickers/offices';
import { SubmitBar } from '../../../components/form/submit-bar';
import { Refusal } from '../../../components/form/refusal';
import type { User } from '../../../lib/answers';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { isStale, sentenceOf } from '../../../lib/problem';
import { officeName, options, ROLE } from '../../../lib/words';
import { useChangeUser } from '../api/users';

export function ChangeForm({ user, onDone }: { user: User; onDone: () => void }) {
  const offices = useOffices();
  const { form, submit, refusal, isPending } = useChanging(user, onDone);
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label="Name" autoComplete="off" data-autofocus {...form.getInputProps('name')} />
        <Group grow align="flex-start">
          <Select
            label="Role"
            data={options(ROLE)}
            allowDeselect={false}
            disabled={!user.allowed.changeRole}
            {...form.getInputProps('role')}
          />
          <Select
            label="Office"
            data={(offices.data ?? []).map(({ id, key }) => ({ value: id, label: officeName(key) }))}
            allowDeselect={false}
            {...form.getInputProps('officeId')}
          />
        </Group>
        {user.allowed.changeRole ? null : (
          <Text size="sm" c="dimmed">
            Only administrators change roles, and never their own.
          </Text>
        )}
        <Refusal sentence={refusal} />
        <SubmitBar label="Save" pending={isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}

function useChanging(user: User, onDone: () => void) {
  const change = useChangeUser(user.id);
  const [refusal, setRefusal] = useState<string | null>(null);
  // the version that was looked at; after a conflict, which shows the newest state, the newest one
  const [version, setVersion] = useState<number | null>(user.version);
  const form = useForm({ initialValues: { name: user.name, role: user.role, officeId: user.officeId } });
  const refused = (error: unknown) => {
    if (isStale(error)) {
      setVersion(null);
      setRefusal(
        'Someone else changed this person a moment ago. Look at the list, and save again if you still want to.',
      );
    }
    problemToForm(form, error, (told) => setRefusal(sentenceOf(told)));
  };
  const submit = form.onSubmit((values) => {
    setRefusal(null);
    // what was not touched stays as somebody else may have set it
    const touched = Object.entries(values).filter(([field]) => form.isDirty(field as keyof typeof values));
    const done = () => {
      notifyDone('Saved.');
      onDone();
    };
    change.mutate(
      { ...Object.fromEntries(touched), version: version ?? user.version },
      { onSuccess: done, onError: refused },
    );
  });
  return { form, submit, refusal, isPending: change.isPending };
}
