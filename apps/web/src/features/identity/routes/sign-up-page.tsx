import { Anchor, Button, Group, PasswordInput, Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { browserCountry, browserZone, countryOptions, zoneOptions } from '../../../lib/countries';
import { problemToForm } from '../../../lib/form-problem';
import { sentenceOf } from '../../../lib/problem';
import { useSignIn } from '../api/sign-in';
import { useSignUp } from '../api/sign-up';
import { Door } from '../components/door';

export function SignUpPage() {
  const navigate = useNavigate();
  const signUp = useSignUp();
  const signIn = useSignIn();
  const countries = useMemo(countryOptions, []);
  const zones = useMemo(zoneOptions, []);
  const form = useForm({
    initialValues: {
      firmName: '',
      name: '',
      email: '',
      password: '',
      country: browserCountry() ?? '',
      timeZone: browserZone(),
    },
    validate: {
      country: (value) => (value ? null : 'Choose the country of your office: its holidays count in every deadline.'),
      timeZone: (value) => (value ? null : 'Choose the time zone of your office.'),
    },
  });
  const [refusal, setRefusal] = useState<string>();
  const submit = form.onSubmit((values) => {
    setRefusal(undefined);
    signUp.mutate(values, {
      onError: (error) => problemToForm(form, error, (rest) => setRefusal(sentenceOf(rest))),
      onSuccess: () =>
        signIn.mutate(
          { email: values.email, password: values.password },
          {
            onSuccess: () => void navigate({ to: '/' }),
            onError: () => void navigate({ to: '/sign-in' }),
          },
        ),
    });
  });
  const field = { size: 'md', required: true, withAsterisk: false } as const;
  return (
    <Door
      title="Set up your firm"
      refusal={refusal}
      about="You become its first administrator. Colleagues and history come next."
    >
      <form onSubmit={submit}>
        <TextInput label="Firm" autoComplete="organization" {...field} {...form.getInputProps('firmName')} />
        <TextInput label="Your name" autoComplete="name" mt="md" {...field} {...form.getInputProps('name')} />
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          mt="md"
          {...field}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label="Password"
          description="At least 12 characters; a sentence is best."
          autoComplete="new-password"
          mt="md"
          {...field}
          {...form.getInputProps('password')}
        />
        <Group grow mt="md" align="flex-start">
          <Select label="Country" data={countries} searchable {...field} {...form.getInputProps('country')} />
          <Select label="Time zone" data={zones} searchable {...field} {...form.getInputProps('timeZone')} />
        </Group>
        <Button type="submit" size="md" fullWidth mt="lg" loading={signUp.isPending || signIn.isPending}>
          Set up the firm
        </Button>
      </form>
      <Text size="sm" c="dimmed">
        Already set up?{' '}
        <Anchor component={Link} to="/sign-in" size="sm" underline="always">
          Sign in
        </Anchor>
      </Text>
    </Door>
  );
}
