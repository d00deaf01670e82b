import { Button, Group, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { type Account, useRename } from '../api/account';

export function NameForm({ account }: { account: Account }) {
  const rename = useRename();
  const form = useForm({ initialValues: { name: account.name } });
  const submit = form.onSubmit(({ name }) =>
    rename.mutate(
      { name, version: account.version },
      { onSuccess: () => notifyDone('Name changed.'), onError: (error) => problemToForm(form, error) },
    ),
  );
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <TextInput
          label="Name"
          description="What colleagues see, and how emails greet you."
          autoComplete="name"
          required
          withAsterisk={false}
          maxLength={200}
          flex={1}
          miw={220}
          {...form.getInputProps('name')}
        />
        <Button type="submit" variant="default" disabled={!form.isDirty()} loading={rename.isPending}>
          Save
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mt="xs">
        You sign in with {account.email}.
      </Text>
    </form>
  );
}
