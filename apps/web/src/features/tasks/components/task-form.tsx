import '@mantine/dates/styles.layer.css';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { DateInput, TimePicker } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useState, type ComponentType, type ReactNode } from 'react';
import type { Task } from '../../../lib/answers';
import { clockTime, localDate, momentAt } from '../../../lib/dates';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { isStale } from '../../../lib/problem';
import { useMe, useZone } from '../../../lib/session';
import { useAddTask, useEditTask, type TaskSubject } from '../api/tasks';

/** The firm's people, put in by the page. */
export type AssigneeField = ComponentType<{
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  error?: ReactNode;
}>;

interface TaskFormProps {
  task?: Task;
  about?: TaskSubject;
  Assignee: AssigneeField;
  onDone: () => void;
}

interface Values {
  title: string;
  date: string | null;
  time: string;
  assigneeId: string | null;
}

const USUAL_HOUR = '09:00';
const DAY = 86_400_000;

export function TaskForm({ task, about, Assignee, onDone }: TaskFormProps) {
  const zone = useZone();
  const me = useMe();
  const add = useAddTask();
  const edit = useEditTask();
  // The version that was looked at; after a conflict, which shows the newest state, the newest one.
  const [version, setVersion] = useState<number | null>(task?.version ?? null);
  const [tomorrow] = useState(() => localDate(new Date(Date.now() + DAY), zone));
  const form = useForm<Values>({
    initialValues: {
      title: task?.title ?? '',
      date: task ? localDate(task.dueAt, zone) : tomorrow,
      time: task ? clockTime(task.dueAt, zone) : USUAL_HOUR,
      assigneeId: task?.assignee.id ?? me.user.id,
    },
    validate: {
      title: (value) => (value.trim() ? null : 'Say what is to be done.'),
      date: (value) => (value ? null : 'Choose a day.'),
    },
  });
  const submit = form.onSubmit(({ title, date, time, assigneeId }) => {
    const values = {
      title: title.trim(),
      dueAt: momentAt(date ?? tomorrow, time || USUAL_HOUR, zone),
      assigneeId: assigneeId ?? undefined,
    };
    const then = {
      onError: (error: unknown) => {
        if (isStale(error)) setVersion(null);
        problemToForm(form, error);
      },
      onSuccess: () => {
        notifyDone(task ? 'Saved.' : 'Added.');
        onDone();
      },
    };
    if (task) edit.mutate({ ...values, id: task.id, version: version ?? task.version }, then);
    else add.mutate({ ...about, ...values }, then);
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label="What is to be done"
          placeholder="Ask for references"
          required
          autoFocus
          {...form.getInputProps('title')}
        />
        <Group gap="sm" grow preventGrowOverflow={false} align="flex-start">
          <DateInput label="Due on" valueFormat="D MMM YYYY" w={150} {...form.getInputProps('date')} />
          <TimePicker
            label="At"
            hoursInputLabel="Hour"
            minutesInputLabel="Minute"
            w={90}
            {...form.getInputProps('time')}
          />
        </Group>
        <Assignee
          label="Who does it"
          value={form.values.assigneeId}
          onChange={(value) => form.setFieldValue('assigneeId', value)}
          error={form.errors['assigneeId']}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" size="xs" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" size="xs" loading={add.isPending || edit.isPending}>
            {task ? 'Save' : 'Add the task'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
