import { Alert, Anchor, Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getRouteApi, Link } from '@tanstack/react-router';
import { NewPassword } from '../../../components/new-password';
import { sentenceOf } from '../../../lib/problem';
import { useResetPassword } from '../api/reset-password';
import { SignedOutFrame } from '../../../components/signed-out-frame';

const route = getRouteApi('/reset-password');

export function ResetPasswordPage() {
  const { token } = route.useSearch();
  const reset = useResetPassword();
  const form = useForm({
    initialValues: { newPassword: '', again: '' },
    validate: {
      again: (value, values) => (value === values.newPassword ? null : 'The passwords do not match.'),
    },
  });
  const refusal = token ? undefined : 'This link is incomplete. Ask for a new one.';
  return (
    <SignedOutFrame title="Choose a new password" refusal={reset.error ? sentenceOf(reset.error) : refusal}>
      {reset.isSuccess ? (
        <Alert color="teal" role="status">
          Your password has been changed. You can sign in with it now.
        </Alert>
      ) : null}
      {token && !reset.isSuccess ? (
        <form onSubmit={form.onSubmit(({ newPassword }) => reset.mutate({ newPassword, token }))}>
          <NewPassword label="New password" input={form.getInputProps('newPassword')} />
          <PasswordInput
            label="Repeat the password"
            autoComplete="new-password"
            size="md"
            mt="md"
            required
            withAsterisk={false}
            {...form.getInputProps('again')}
          />
          <Button type="submit" size="md" fullWidth mt="md" loading={reset.isPending}>
            Change the password
          </Button>
        </form>
      ) : null}
      <Anchor component={Link} to={reset.isSuccess || token ? '/sign-in' : '/forgot-password'} size="sm">
        {reset.isSuccess || token ? 'Go to sign in' : 'Ask for a new link'}
      </Anchor>
    </SignedOutFrame>
  );
}
