import { Alert, Anchor, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { SignedOutFrame } from '../../../components/signed-out-frame';
import { Loaded } from '../../../components/states';
import { useSignIn } from '../api/sign-in';
import { signUpState, useSetUp, useSignUp } from '../api/sign-up';
import { FirmForm } from '../components/firm-form';

const route = getRouteApi('/sign-up');

export function SignUpPage() {
  const { setup } = route.useSearch();
  const state = useQuery(signUpState);
  const [refusal, setRefusal] = useState<string>();
  return (
    <SignedOutFrame
      title="Set up your firm"
      refusal={refusal}
      about="You will be its first administrator. A list of first steps then leads to your first search."
    >
      <Loaded query={state}>
        {({ mode, first }) => {
          if (first && setup) return <SetUp token={setup} onRefusal={setRefusal} />;
          if (first) {
            return (
              <Alert color="gray">
                Nobody has set up this installation yet. Its server prints a link for that when it starts; the command
                “setup-link” prints it again.
              </Alert>
            );
          }
          if (mode === 'closed') {
            return <Alert color="gray">This installation is not open to new firms. Ask whoever runs it.</Alert>;
          }
          return <SignUp asks={mode === 'token' ? 'token' : 'nothing more'} onRefusal={setRefusal} />;
        }}
      </Loaded>
      <Text size="sm" c="dimmed">
        Already set up?{' '}
        <Anchor component={Link} to="/sign-in" size="sm" underline="always">
          Sign in
        </Anchor>
      </Text>
    </SignedOutFrame>
  );
}

interface FormProps {
  onRefusal: (sentence: string | undefined) => void;
}

function SignUp({ asks, onRefusal }: FormProps & { asks: 'token' | 'nothing more' }) {
  const signUp = useSignUp();
  if (signUp.isSuccess) {
    return (
      <Alert color="teal" role="status" icon={<IconMail size={18} />} title="Check your email">
        We have sent a link to {signUp.variables.email}. Follow it to set up your firm; it works once, within a day.
        Nothing there? Check your spam folder, then sign up again.
      </Alert>
    );
  }
  return (
    <FirmForm
      asks={asks}
      button="Send me the link"
      busy={signUp.isPending}
      onRefusal={onRefusal}
      submit={({ password: _, token, ...values }, refused) =>
        signUp.mutate(asks === 'token' ? { ...values, token } : values, { onError: refused })
      }
    />
  );
}

/** The operator, with the link that the start printed. */
function SetUp({ token, onRefusal }: FormProps & { token: string }) {
  const setUp = useSetUp();
  const signIn = useSignIn();
  const navigate = useNavigate();
  return (
    <FirmForm
      asks="password"
      button="Set up the firm"
      busy={setUp.isPending || signIn.isPending}
      onRefusal={onRefusal}
      submit={(values, refused) =>
        setUp.mutate(
          { ...values, token },
          {
            onError: refused,
            onSuccess: () =>
              signIn.mutate(
                { email: values.email, password: values.password },
                {
                  onSuccess: () => void navigate({ to: '/' }),
                  onError: () => void navigate({ to: '/sign-in' }),
                },
              ),
          },
        )
      }
    />
  );
}
