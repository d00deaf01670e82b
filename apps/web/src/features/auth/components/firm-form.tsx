import { Button, Group, Select, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMemo } from 'react';
import { NewPassword } from '../../../components/new-password';
import { RegionSelect } from '../../../components/pickers/region-select';
import { browserCountry, browserZone, countryOptions, zoneOptions } from '../../../lib/countries';
import { problemToForm } from '../../../lib/form-problem';
import { sentenceOf } from '../../../lib/problem';

export interface FirmValues {
  firmName: string;
  name: string;
  email: string;
  country: string;
  region: string | null;
  timeZone: string;
  password: string;
  token: string;
}

interface FirmFormProps {
  /** What is asked for beside the firm and its founder. */
  asks: 'password' | 'token' | 'nothing more';
  button: string;
  busy: boolean;
  /** What was typed stays when it is refused. */
  submit: (values: FirmValues, refused: (error: unknown) => void) => void;
  onRefusal: (sentence: string | undefined) => void;
}

const field = { size: 'md', required: true, withAsterisk: false } as const;

export function FirmForm({ asks, button, busy, submit, onRefusal }: FirmFormProps) {
  const form = useForm<FirmValues>({
    initialValues: {
      firmName: '',
      name: '',
      email: '',
      country: browserCountry() ?? '',
      region: null,
      timeZone: browserZone(),
      password: '',
      token: '',
    },
    validate: {
      country: (value) => (value ? null : 'Choose the country of your office: its holidays count in every deadline.'),
      timeZone: (value) => (value ? null : 'Choose the time zone of your office.'),
    },
  });
  const onSubmit = form.onSubmit((values) => {
    onRefusal(undefined);
    submit(values, (error) => problemToForm(form, error, (rest) => onRefusal(sentenceOf(rest))));
  });
  return (
    <form onSubmit={onSubmit}>
      <TextInput label="Firm" autoComplete="organization" {...field} {...form.getInputProps('firmName')} />
      <TextInput label="Your name" autoComplete="name" mt="md" {...field} {...form.getInputProps('name')} />
      <TextInput
        label="Email"
        type="email"
        autoComplete="username"
        mt="md"
        mb="md"
        {...field}
        {...form.getInputProps('email')}
      />
      {asks === 'password' ? <NewPassword label="Password" input={form.getInputProps('password')} /> : null}
      {asks === 'token' ? (
        <TextInput
          label="Sign-up token"
          description="Ask whoever runs this installation for it."
          autoComplete="off"
          {...field}
          {...form.getInputProps('token')}
        />
      ) : null}
      <Place form={form} />
      <Button type="submit" size="md" fullWidth mt="lg" loading={busy}>
        {button}
      </Button>
    </form>
  );
}

function Place({ form }: { form: UseFormReturnType<FirmValues> }) {
  const countries = useMemo(countryOptions, []);
  const zones = useMemo(zoneOptions, []);
  return (
    <>
      <Group grow mt="md" align="flex-start">
        <Select
          label="Country"
          data={countries}
          searchable
          {...field}
          {...form.getInputProps('country')}
          onChange={(country) => form.setValues({ country: country ?? '', region: null })}
        />
        <Select label="Time zone" data={zones} searchable {...field} {...form.getInputProps('timeZone')} />
      </Group>
      <RegionSelect country={form.values.country} size="md" mt="md" {...form.getInputProps('region')} />
    </>
  );
}
