import { Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { DateTime } from '../../../components/form/date-time';
import { DraftNote } from '../../../components/form/draft-note';
import { SubmitBar } from '../../../components/form/submit-bar';
import type { Interview } from '../../../lib/answers';
import { clockTime, dateIn, localDate, momentAt } from '../../../lib/dates';
import { emptyAsNull, filled, problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { useDraft } from '../../../lib/use-draft';
import { useNow } from '../../../lib/use-now';
import { useVersion } from '../../../lib/use-version';
import { useEditInterview, useSetInterview } from '../api/interviews';

interface InterviewFormProps {
  candidacyId: string;
  interview?: Interview;
  /** of the office that runs the search */
  zone: string;
  /** A new one was set. */
  onSet?: (() => void) | undefined;
  onDone: () => void;
}

type Values = {
  startsAt: string | null;
  time: string;
  minutes: string | null;
  place: string;
  withWhom: string;
};

const MINUTE = 60_000;
const LENGTHS = [30, 45, 60, 90, 120, 180, 240];

const lengthWords = (minutes: number): string => {
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
};

const lengthOf = (interview: Interview | undefined): number =>
  interview ? (Date.parse(interview.endsAt) - Date.parse(interview.startsAt)) / MINUTE : 60;

export function InterviewForm(props: InterviewFormProps) {
  const { interview, zone, onDone } = props;
  const { form, draft, submit, pending } = useInterviewForm(props);
  const lengths = [...new Set([...LENGTHS, lengthOf(interview)])].sort((a, b) => a - b);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <DraftNote draft={draft} />
        <DateTime
          dateLabel="On"
          timeLabel="From"
          date={form.getInputProps('startsAt')}
          time={form.getInputProps('time')}
        >
          <Select
            label="Length"
            w={115}
            allowDeselect={false}
            data={lengths.map((minutes) => ({ value: String(minutes), label: lengthWords(minutes) }))}
            {...form.getInputProps('minutes')}
          />
        </DateTime>
        <Text size="xs" c="dimmed" mt={-6}>
          Times are in {zone}
        </Text>
        <TextInput label="With whom" placeholder="The board" autoFocus {...form.getInputProps('withWhom')} />
        <TextInput label="Where" placeholder="A room, an address or a link" {...form.getInputProps('place')} />
        <SubmitBar
          label={interview ? 'Save' : 'Set the interview'}
          size="xs"
          pending={pending}
          onCancel={() => {
            draft.forget();
            onDone();
          }}
        />
      </Stack>
    </form>
  );
}

function useInterviewForm({ candidacyId, interview, zone, onSet, onDone }: InterviewFormProps) {
  const set = useSetInterview(candidacyId);
  const edit = useEditInterview();
  const version = useVersion(interview?.version);
  const now = useNow();
  const [tomorrow] = useState(() => dateIn(1, now, zone));
  const form = useForm<Values>({
    initialValues: {
      startsAt: interview ? localDate(interview.startsAt, zone) : tomorrow,
      time: interview ? clockTime(interview.startsAt, zone) : '10:00',
      minutes: String(lengthOf(interview)),
      place: interview?.place ?? '',
      withWhom: interview?.withWhom ?? '',
    },
    validate: {
      startsAt: (value) => (value ? null : 'Choose a day.'),
      time: (value) => (value ? null : 'Choose a time.'),
    },
  });
  const draft = useDraft(interview ? null : `interview ${candidacyId}`, form, () => form.isDirty());
  const then = {
    onError: (error: unknown) => {
      draft.keep();
      version.heed(error);
      problemToForm(form, error);
    },
    onSuccess: () => {
      notifyDone(interview ? 'Saved.' : 'Interview set. It counts as progress.');
      if (!interview) onSet?.();
      onDone();
    },
  };
  const submit = form.onSubmit(({ startsAt: date, time, minutes, ...rest }) => {
    draft.forget();
    const startsAt = momentAt(date ?? tomorrow, time, zone);
    const endsAt = new Date(Date.parse(startsAt) + Number(minutes ?? 60) * MINUTE).toISOString();
    if (interview) {
      const { id } = interview;
      edit.mutate({ ...emptyAsNull(rest), startsAt, endsAt, id, version: version.or(interview.version) }, then);
    } else {
      set.mutate({ ...filled({ ...rest }), startsAt, endsAt }, then);
    }
  });
  return { form, draft, submit, pending: set.isPending || edit.isPending };
}
