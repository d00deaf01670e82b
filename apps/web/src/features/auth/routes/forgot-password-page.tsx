import { Alert, Anchor, Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconMail } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { sentenceOf } from '../../../lib/problem';
import { useRequestReset } from '../api/reset-password';
import { SignedOutFrame } from '../../../components/signed-out-frame';

export function ForgotPasswordPage() {
  const request = useRequestReset();
  const form = useForm({ initialValues: { email: '' } });
  return (
    <SignedOutFrame
      title="Forgot your password?"
      about="Enter your email address to get a link for choosing a new one."
      refusal={request.error ? sentenceOf(request.error) : undefined}
    >
      {request.isSuccess ? (
        <Alert color="teal" role="status" icon={<IconMail size={18} />}>
          If this address belongs to an account, a link is on its way. It works once and for a short time.
        </Alert>
      ) : (
        <form onSubmit={form.onSubmit(({ email }) => request.mutate(email))}>
          <TextInput
            label="Email"
            type="email"
            autoComplete="username"
            size="md"
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
          <Button type="submit" size="md" fullWidth mt="md" loading={request.isPending}>
            Send the link
          </Button>
        </form>
      )}
      <Anchor component={Link} to="/sign-in" size="sm">
        Back to sign in
      </Anchor>
    </SignedOutFrame>
  );
}
