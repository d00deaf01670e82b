import { Alert, Anchor, Button, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { SignedOutFrame } from '../../../components/signed-out-frame';
import { NewPassword } from '../../../components/new-password';
import { sentenceOf } from '../../../lib/problem';
import { useSignIn } from '../api/sign-in';
import { pendingSignUp, useConfirmSignUp } from '../api/sign-up';

const route = getRouteApi('/confirm-sign-up');

export function ConfirmSignUpPage() {
  const { token = '' } = route.useSearch();
  const navigate = useNavigate();
  const pending = useQuery({ ...pendingSignUp(token), enabled: token !== '' });
  const confirm = useConfirmSignUp();
  const signIn = useSignIn();
  const form = useForm({ initialValues: { password: '' } });
  const problem = confirm.error ?? pending.error;
  const refusal = token ? problem && sentenceOf(problem) : 'This link is incomplete. Sign up again.';
  const submit = form.onSubmit(({ password }) => {
    if (!pending.data) return;
    const { email, needsPassword } = pending.data;
    confirm.mutate(needsPassword ? { token, password } : { token }, {
      onSuccess: () => {
        if (!needsPassword) return;
        const toSignIn = () => void navigate({ to: '/sign-in' });
        signIn.mutate({ email, password }, { onSuccess: () => void navigate({ to: '/' }), onError: toSignIn });
      },
    });
  });
  return (
    <SignedOutFrame
      title={confirm.isSuccess ? 'Your firm is set up' : 'Confirm your address'}
      refusal={refusal ?? undefined}
    >
      {confirm.isSuccess ? (
        <Alert color="teal" role="status">
          You can sign in now. Switch between firms in the menu under your name.
        </Alert>
      ) : null}
      {pending.data && !confirm.isSuccess ? (
        <form onSubmit={submit}>
          <Text mb="md">
            {pending.data.needsPassword ? (
              <>
                You are about to set up <b>{pending.data.firmName}</b> with <b>{pending.data.email}</b>. Choose the
                password you will sign in with.
              </>
            ) : (
              <>
                <b>{pending.data.firmName}</b> joins the login you have for <b>{pending.data.email}</b>. Your password
                stays as it is.
              </>
            )}
          </Text>
          {pending.data.needsPassword ? <NewPassword label="Password" input={form.getInputProps('password')} /> : null}
          <Button type="submit" size="md" fullWidth mt="md" loading={confirm.isPending || signIn.isPending}>
            {pending.data.needsPassword ? 'Set up the firm' : 'Add the firm to my login'}
          </Button>
        </form>
      ) : null}
      <Anchor component={Link} to={refusal ? '/sign-up' : '/sign-in'} size="sm">
        {refusal ? 'Sign up again' : 'Go to sign in'}
      </Anchor>
    </SignedOutFrame>
  );
}
