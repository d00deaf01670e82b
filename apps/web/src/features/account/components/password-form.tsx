import { Alert, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Moment } from '../../../components/moment';
import { NewPassword } from '../../../components/new-password';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { ApiProblem, sentenceOf } from '../../../lib/problem';
import { type Account, useChangePassword } from '../api/account';

/** Refusals that are about one field. */
const FIELD: Record<string, 'password' | 'newPassword' | undefined> = {
  wrong_password: 'password',
  password_refused: 'newPassword',
};

export function PasswordForm({ account }: { account: Account }) {
  const change = useChangePassword();
  const [refusal, setRefusal] = useState<string>();
  const form = useForm({ initialValues: { password: '', newPassword: '' } });
  const refused = (error: unknown) => {
    const field = error instanceof ApiProblem ? FIELD[error.code] : undefined;
    if (field) form.setFieldError(field, sentenceOf(error));
    else problemToForm(form, error, (rest) => setRefusal(sentenceOf(rest)));
  };
  const submit = form.onSubmit((values) => {
    setRefusal(undefined);
    change.mutate(values, {
      onSuccess: () => {
        form.reset();
        change.reset();
        notifyDone('Password changed. Your other sessions have ended.');
      },
      onError: refused,
    });
  });
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {account.passwordSince ? (
          <Text size="sm" c="dimmed">
            Last changed <Moment at={account.passwordSince} />.
          </Text>
        ) : null}
        {refusal ? (
          <Alert color="red" role="alert">
            {refusal}
          </Alert>
        ) : null}
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          size="md"
          required
          withAsterisk={false}
          {...form.getInputProps('password')}
        />
        <NewPassword label="New password" input={form.getInputProps('newPassword')} />
        <div>
          <Button type="submit" variant="default" loading={change.isPending}>
            Change the password
          </Button>
        </div>
      </Stack>
    </form>
  );
}
