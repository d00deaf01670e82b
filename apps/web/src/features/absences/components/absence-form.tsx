import '@mantine/dates/styles.layer.css';
import { Group, Select, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { Refusal } from '../../../components/form/refusal';
import { SubmitBar } from '../../../components/form/submit-bar';
import { useUsers } from '../../../components/pickers/users';
import type { Absence } from '../../../lib/answers';
import { plainDate } from '../../../lib/dates';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { sentenceOf } from '../../../lib/problem';
import { useMe } from '../../../lib/session';
import { useNow } from '../../../lib/use-now';
import { useVersion } from '../../../lib/use-version';
import { useAddAbsence, useChangeAbsence } from '../api/absences';

interface Values {
  userId: string | null;
  deputyUserId: string | null;
  firstDay: string | null;
  lastDay: string | null;
}

interface AbsenceFormProps {
  absence?: Absence | undefined;
  onDone: () => void;
}

const needed = (sentence: string) => (value: string | null) => (value ? null : sentence);

/** Adds an absence, or changes one. */
export function AbsenceForm({ absence, onDone }: AbsenceFormProps) {
  const me = useMe();
  const users = useUsers();
  const colleagues = (users.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const { form, submit, refusal, pending } = useAbsenceForm({ absence, onDone });
  const { userId, firstDay } = form.values;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {me.allowed.manageFirm && !absence ? (
          <Select
            label="Who is away"
            data={colleagues}
            searchable
            openOnFocus={false}
            allowDeselect={false}
            {...form.getInputProps('userId')}
          />
        ) : null}
        <Group grow align="flex-start">
          <DateInput label="First day away" valueFormat="ddd D MMM YYYY" {...form.getInputProps('firstDay')} />
          <DateInput
            label="Last day away"
            valueFormat="ddd D MMM YYYY"
            {...(firstDay ? { defaultDate: firstDay, minDate: firstDay } : {})}
            {...form.getInputProps('lastDay')}
          />
        </Group>
        <Select
          label="Who stands in"
          data={colleagues.filter(({ value }) => value !== userId)}
          searchable
          openOnFocus={false}
          {...form.getInputProps('deputyUserId')}
        />
        <Effect values={form.values} names={new Map(colleagues.map(({ value, label }) => [value, label]))} />
        <Refusal sentence={refusal} />
        <SubmitBar label="Save" pending={pending} onCancel={onDone} />
      </Stack>
    </form>
  );
}

function useAbsenceForm({ absence, onDone }: AbsenceFormProps) {
  const me = useMe();
  const add = useAddAbsence();
  const change = useChangeAbsence(absence?.id ?? '');
  const [refusal, setRefusal] = useState<string | null>(null);
  const version = useVersion(absence?.version);
  const form: UseFormReturnType<Values> = useForm<Values>({
    initialValues: {
      userId: absence?.user.id ?? me.user.id,
      deputyUserId: absence?.deputy.id ?? null,
      firstDay: absence?.firstDay ?? null,
      lastDay: absence?.lastDay ?? null,
    },
    validate: {
      deputyUserId: needed('Choose who stands in.'),
      firstDay: needed('Choose the first day away.'),
      lastDay: needed('Choose the last day away.'),
    },
  });
  const then = {
    onSuccess: () => {
      notifyDone('Saved.');
      onDone();
    },
    onError: (error: unknown) => {
      version.heed(error);
      problemToForm(form, error, (told) => setRefusal(sentenceOf(told)));
    },
  };
  const submit = form.onSubmit(({ userId, deputyUserId, firstDay, lastDay }) => {
    setRefusal(null);
    const given = { deputyUserId: deputyUserId ?? '', firstDay: firstDay ?? '', lastDay: lastDay ?? '' };
    if (!absence) return add.mutate({ ...given, userId: userId ?? me.user.id }, then);
    // what was not touched stays as somebody else may have set it
    const touched = Object.entries(given).filter(([field]) => form.isDirty(field as keyof Values));
    change.mutate({ ...Object.fromEntries(touched), version: version.or(absence.version) }, then);
  });
  return { form, submit, refusal, pending: add.isPending || change.isPending };
}

function Effect({ values, names }: { values: Values; names: ReadonlyMap<string, string> }) {
  const now = useNow();
  const { userId, deputyUserId, firstDay, lastDay } = values;
  if (!deputyUserId || !firstDay || !lastDay) return null;
  return (
    <Text size="sm" c="dimmed" role="status">
      Flags and reminders for {names.get(userId ?? '')} go to {names.get(deputyUserId)} from {plainDate(firstDay, now)}{' '}
      until {plainDate(lastDay, now)}.
    </Text>
  );
}
