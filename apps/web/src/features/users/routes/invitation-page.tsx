import { Alert, Anchor, Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { SignedOutFrame } from '../../../components/signed-out-frame';
import { NewPassword } from '../../../components/new-password';
import { ApiProblem, sentenceOf } from '../../../lib/problem';
import { type Invitation, useInvitation, useJoin } from '../api/invitation';

const route = getRouteApi('/invitation');
const INCOMPLETE = 'This link is not complete. Use the one in the email.';

export function InvitationPage() {
  const { token } = route.useSearch();
  const invitation = useInvitation(token);
  const join = useJoin();
  const told = invitation.data;
  const error = join.error ?? invitation.error;
  if (error instanceof ApiProblem && error.code === 'invitation_used') return <JoinedAlready />;
  return (
    <SignedOutFrame
      title={told ? `Join ${told.firmName}` : 'Your invitation'}
      about={told ? aboutOf(told.hasPassword) : undefined}
      refusal={error ? sentenceOf(error) : token ? undefined : INCOMPLETE}
    >
      {told ? <JoinForm token={token ?? ''} invitation={told} join={join} /> : null}
      <Anchor component={Link} to={told?.hasPassword ? '/forgot-password' : '/sign-in'} size="sm">
        {told?.hasPassword ? 'Forgot your password?' : 'Go to sign in'}
      </Anchor>
    </SignedOutFrame>
  );
}

interface JoinFormProps {
  token: string;
  invitation: Invitation;
  join: ReturnType<typeof useJoin>;
}

function JoinForm({ token, invitation: { email, hasPassword }, join }: JoinFormProps) {
  const router = useRouter();
  const form = useForm({ initialValues: { password: '' } });
  const submit = form.onSubmit(({ password }) =>
    join.mutate({ token, password }, { onSuccess: () => router.history.push('/') }),
  );
  return (
    <form onSubmit={submit}>
      <TextInput label="Email" type="email" autoComplete="username" size="md" mb="md" value={email} readOnly />
      {hasPassword ? (
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          size="md"
          required
          withAsterisk={false}
          autoFocus
          {...form.getInputProps('password')}
        />
      ) : (
        <NewPassword label="Choose a password" input={form.getInputProps('password')} />
      )}
      <Button type="submit" size="md" fullWidth mt="md" loading={join.isPending}>
        Join
      </Button>
    </form>
  );
}

/** The link was used, perhaps a moment ago by an answer that got lost. */
function JoinedAlready() {
  return (
    <SignedOutFrame title="You have joined">
      <Alert color="teal" role="status">
        You have joined already with this link. Sign in with the password you chose.
      </Alert>
      <Button component={Link} to="/sign-in" size="md" fullWidth>
        Sign in
      </Button>
    </SignedOutFrame>
  );
}

const aboutOf = (hasPassword: boolean): string =>
  hasPassword
    ? 'You sign in to Searchlight with this address already. Join with the password you have.'
    : 'Choose a password and you are in.';
