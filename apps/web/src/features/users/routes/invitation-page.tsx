import { Anchor, Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { Door } from '../../../components/door';
import { sentenceOf } from '../../../lib/problem';
import { useInvitation, useJoin } from '../api/invitation';

const route = getRouteApi('/invitation');

export function InvitationPage() {
  const { token } = route.useSearch();
  const router = useRouter();
  const invitation = useInvitation(token);
  const join = useJoin();
  const form = useForm({ initialValues: { password: '' } });
  const told = invitation.data;
  const error = join.error ?? invitation.error;
  const incomplete = 'This link is not complete. Use the one in the mail.';
  const submit = form.onSubmit(({ password }) =>
    join.mutate({ token: token ?? '', password }, { onSuccess: () => router.history.push('/') }),
  );
  return (
    <Door
      title={told ? `Join ${told.firmName}` : 'Your invitation'}
      about={told ? aboutOf(told.hasPassword) : undefined}
      refusal={error ? sentenceOf(error) : token ? undefined : incomplete}
    >
      {told ? (
        <form onSubmit={submit}>
          <TextInput label="E-mail" type="email" autoComplete="username" size="md" value={told.email} readOnly />
          <PasswordInput
            label={told.hasPassword ? 'Your password' : 'Choose a password'}
            description={told.hasPassword ? undefined : 'At least 12 characters; a sentence is best.'}
            autoComplete={told.hasPassword ? 'current-password' : 'new-password'}
            size="md"
            mt="md"
            required
            withAsterisk={false}
            autoFocus
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="md" fullWidth mt="md" loading={join.isPending}>
            Join
          </Button>
        </form>
      ) : null}
      <Anchor component={Link} to={told?.hasPassword ? '/forgot-password' : '/sign-in'} size="sm">
        {told?.hasPassword ? 'Forgotten your password?' : 'Go to sign in'}
      </Anchor>
    </Door>
  );
}

const aboutOf = (hasPassword: boolean): string =>
  hasPassword
    ? 'You sign in to Searchlight with this address already. Join with the password you have.'
    : 'Choose a password and you are in.';
