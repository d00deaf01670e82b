import '@mantine/dates/styles.layer.css';
import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { DateInput, TimePicker } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { Interview } from '../../../lib/answers';
import { clockTime, localDate, momentAt } from '../../../lib/dates';
import { emptyAsNull, filled, problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { isStale } from '../../../lib/problem';
import { useEditInterview, useSetInterview } from '../api/interviews';

interface InterviewFormProps {
  candidacyId: string;
  interview?: Interview;
  /** of the office that runs the search */
  zone: string;
  onDone: () => void;
}

interface Values {
  startsAt: string | null;
  time: string;
  minutes: string | null;
  place: string;
  withWhom: string;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const LENGTHS = [30, 45, 60, 90, 120, 180, 240];

const lengthWords = (minutes: number): string => {
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
};

export function InterviewForm({ candidacyId, interview, zone, onDone }: InterviewFormProps) {
  const set = useSetInterview(candidacyId);
  const edit = useEditInterview();
  const [version, setVersion] = useState<number | null>(interview?.version ?? null);
  const lasts = interview ? (Date.parse(interview.endsAt) - Date.parse(interview.startsAt)) / MINUTE : 60;
  const [tomorrow] = useState(() => localDate(new Date(Date.now() + DAY), zone));
  const form = useForm<Values>({
    initialValues: {
      startsAt: interview ? localDate(interview.startsAt, zone) : tomorrow,
      time: interview ? clockTime(interview.startsAt, zone) : '10:00',
      minutes: String(lasts),
      place: interview?.place ?? '',
      withWhom: interview?.withWhom ?? '',
    },
    validate: {
      startsAt: (value) => (value ? null : 'Choose a day.'),
      time: (value) => (value ? null : 'Choose a time.'),
    },
  });
  const lengths = [...new Set([...LENGTHS, lasts])].sort((a, b) => a - b);
  const submit = form.onSubmit(({ startsAt: date, time, minutes, ...rest }) => {
    const startsAt = momentAt(date ?? tomorrow, time, zone);
    const endsAt = new Date(Date.parse(startsAt) + Number(minutes ?? 60) * MINUTE).toISOString();
    const then = {
      onError: (error: unknown) => {
        if (isStale(error)) setVersion(null);
        problemToForm(form, error);
      },
      onSuccess: () => {
        notifyDone(interview ? 'Saved.' : 'Interview set. It counts as progress.');
        onDone();
      },
    };
    if (interview) {
      const { id } = interview;
      edit.mutate({ ...emptyAsNull(rest), startsAt, endsAt, id, version: version ?? interview.version }, then);
    } else {
      set.mutate({ ...filled({ ...rest }), startsAt, endsAt }, then);
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Group gap="sm" grow preventGrowOverflow={false} align="flex-start">
          <DateInput label="On" valueFormat="D MMM YYYY" w={140} {...form.getInputProps('startsAt')} />
          <TimePicker
            label="From"
            hoursInputLabel="Hour"
            minutesInputLabel="Minute"
            w={90}
            {...form.getInputProps('time')}
          />
          <Select
            label="Lasts"
            w={115}
            allowDeselect={false}
            data={lengths.map((minutes) => ({ value: String(minutes), label: lengthWords(minutes) }))}
            {...form.getInputProps('minutes')}
          />
        </Group>
        <Text size="xs" c="dimmed" mt={-6}>
          Clock of {zone}
        </Text>
        <TextInput label="With whom" placeholder="The board" autoFocus {...form.getInputProps('withWhom')} />
        <TextInput label="Where" placeholder="A room, an address or a link" {...form.getInputProps('place')} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" size="xs" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" size="xs" loading={set.isPending || edit.isPending}>
            {interview ? 'Save' : 'Set the interview'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
