import { Anchor, Button, Checkbox, Group, PasswordInput, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { sentenceOf } from '../../../lib/problem';
import { useSignIn } from '../api/sign-in';
import { signUpState } from '../api/sign-up';
import { SignedOutFrame } from '../../../components/signed-out-frame';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { next } = route.useSearch();
  const router = useRouter();
  const signIn = useSignIn();
  const state = useQuery(signUpState);
  const form = useForm({ initialValues: { email: '', password: '', rememberMe: false } });
  const submit = form.onSubmit((values) =>
    signIn.mutate(values, { onSuccess: () => router.history.push(next ?? '/') }),
  );
  return (
    <SignedOutFrame title="Sign in" refusal={signIn.error ? sentenceOf(signIn.error) : undefined}>
      <form onSubmit={submit}>
        <TextInput
          label="Email"
          type="email"
          autoComplete="username"
          size="md"
          required
          withAsterisk={false}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          size="md"
          mt="md"
          required
          withAsterisk={false}
          {...form.getInputProps('password')}
        />
        <Group justify="space-between" mt="sm">
          <Checkbox label="Keep me signed in" size="sm" {...form.getInputProps('rememberMe', { type: 'checkbox' })} />
          <Anchor component={Link} to="/forgot-password" size="sm">
            Forgot your password?
          </Anchor>
        </Group>
        <Button type="submit" size="md" fullWidth mt="md" loading={signIn.isPending}>
          Sign in
        </Button>
      </form>
      {state.data && (state.data.first || state.data.mode !== 'closed') ? (
        <Text size="sm" c="dimmed">
          New here?{' '}
          <Anchor component={Link} to="/sign-up" size="sm" underline="always">
            Set up your firm
          </Anchor>
        </Text>
      ) : null}
    </SignedOutFrame>
  );
}
