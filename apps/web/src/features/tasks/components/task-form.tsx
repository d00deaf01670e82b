import { Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { DateTime } from '../../../components/form/date-time';
import { DraftNote } from '../../../components/form/draft-note';
import { SubmitBar } from '../../../components/form/submit-bar';
import { UserSelect } from '../../../components/pickers/user-select';
import type { Task } from '../../../lib/answers';
import { clockTime, dateIn, localDate, momentAt } from '../../../lib/dates';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { useMe, useZone } from '../../../lib/session';
import { useDraft } from '../../../lib/use-draft';
import { useNow } from '../../../lib/use-now';
import { useVersion } from '../../../lib/use-version';
import { useAddTask, useEditTask, type TaskSubject } from '../api/tasks';

interface TaskFormProps {
  task?: Task;
  about?: TaskSubject;
  onDone: () => void;
}

type Values = {
  title: string;
  date: string | null;
  time: string;
  assigneeId: string | null;
};

const USUAL_HOUR = '09:00';

export function TaskForm(props: TaskFormProps) {
  const { task, onDone } = props;
  const { form, draft, submit, pending } = useTaskForm(props);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <DraftNote draft={draft} />
        <TextInput label="Task" placeholder="Ask for references" required autoFocus {...form.getInputProps('title')} />
        <DateTime
          dateLabel="Due on"
          timeLabel="At"
          date={form.getInputProps('date')}
          time={form.getInputProps('time')}
        />
        <UserSelect
          label="Assigned to"
          value={form.values.assigneeId}
          onChange={(value) => form.setFieldValue('assigneeId', value)}
          error={form.errors['assigneeId']}
        />
        <SubmitBar
          label={task ? 'Save' : 'Add the task'}
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

function useTaskForm({ task, about, onDone }: TaskFormProps) {
  const zone = useZone();
  const me = useMe();
  const add = useAddTask();
  const edit = useEditTask();
  const version = useVersion(task?.version);
  const now = useNow();
  const [tomorrow] = useState(() => dateIn(1, now, zone));
  const form = useForm<Values>({
    initialValues: {
      title: task?.title ?? '',
      date: task ? localDate(task.dueAt, zone) : tomorrow,
      time: task ? clockTime(task.dueAt, zone) : USUAL_HOUR,
      assigneeId: task?.assignee.id ?? me.user.id,
    },
    validate: {
      title: (value) => (value.trim() ? null : 'Say what needs doing.'),
      date: (value) => (value ? null : 'Choose a day.'),
    },
  });
  const draft = useDraft(
    task ? null : `task ${Object.values(about ?? {}).join(' ')}`,
    form,
    ({ title }) => title.trim() !== '',
  );
  const then = {
    onError: (error: unknown) => {
      draft.keep();
      version.heed(error);
      problemToForm(form, error);
    },
    onSuccess: () => {
      notifyDone(task ? 'Saved.' : 'Added.');
      onDone();
    },
  };
  const submit = form.onSubmit(({ title, date, time, assigneeId }) => {
    draft.forget();
    const values = {
      title: title.trim(),
      dueAt: momentAt(date ?? tomorrow, time || USUAL_HOUR, zone),
      assigneeId: assigneeId ?? undefined,
    };
    if (task) edit.mutate({ ...values, id: task.id, version: version.or(task.version) }, then);
    else add.mutate({ ...about, ...values }, then);
  });
  return { form, draft, submit, pending: add.isPending || edit.isPending };
}
