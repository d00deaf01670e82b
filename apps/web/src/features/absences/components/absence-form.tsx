import '@mantine/dates/styles.layer.css';
import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { Absence } from '../../../lib/answers';
import { plainDate } from '../../../lib/dates';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { isStale, sentenceOf } from '../../../lib/problem';
import { useMe } from '../../../lib/session';
import { useNow } from '../../../lib/use-now';
import { useAddAbsence, useChangeAbsence, useColleagues } from '../api/absences';

interface Values {
  userId: string | null;
  deputyUserId: string | null;
  firstDay: string | null;
  lastDay: string | null;
}

const needed = (sentence: string) => (value: string | null) => (value ? null : sentence);

/** Adds an absence, or changes one. */
export function AbsenceForm({ absence, onDone }: { absence?: Absence | undefined; onDone: () => void }) {
  const me = useMe();
  const now = useNow();
  const colleagues = useColleagues();
  const add = useAddAbsence();
  const change = useChangeAbsence(absence?.id ?? '');
  const [refusal, setRefusal] = useState<string | null>(null);
  // The version that was looked at; after a conflict, which shows the newest state, the newest one.
  const [version, setVersion] = useState(absence?.version ?? null);
  const form = useForm<Values>({
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
  const { userId, deputyUserId, firstDay, lastDay } = form.values;
  const nameOf = (id: string | null): string => colleagues.data?.find(({ value }) => value === id)?.label ?? '';
  const outcome = {
    onSuccess: () => {
      notifyDone('Saved.');
      onDone();
    },
    onError: (error: unknown) => {
      if (isStale(error)) setVersion(null);
      problemToForm(form, error, (told) => setRefusal(sentenceOf(told)));
    },
  };
  const submit = form.onSubmit((values) => {
    setRefusal(null);
    const given = {
      deputyUserId: values.deputyUserId ?? '',
      firstDay: values.firstDay ?? '',
      lastDay: values.lastDay ?? '',
    };
    if (absence) {
      // what was not touched stays as somebody else may have set it
      const touched = Object.entries(given).filter(([field]) => form.isDirty(field as keyof Values));
      change.mutate({ ...Object.fromEntries(touched), version: version ?? absence.version }, outcome);
    } else add.mutate({ ...given, userId: values.userId ?? me.user.id }, outcome);
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {me.allowed.manageFirm && !absence ? (
          <Select
            label="Who is away"
            data={colleagues.data ?? []}
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
          data={(colleagues.data ?? []).filter(({ value }) => value !== userId)}
          searchable
          openOnFocus={false}
          {...form.getInputProps('deputyUserId')}
        />
        {deputyUserId && firstDay && lastDay ? (
          <Text size="sm" c="dimmed" role="status">
            Flags and reminders for {nameOf(userId)} go to {nameOf(deputyUserId)} from {plainDate(firstDay, now)} until{' '}
            {plainDate(lastDay, now)}.
          </Text>
        ) : null}
        {refusal ? (
          <Alert color="red" variant="light" role="alert">
            {refusal}
          </Alert>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={add.isPending || change.isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
