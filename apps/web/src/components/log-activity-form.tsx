import { SegmentedControl, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Body } from '../lib/answers';
import { answer, api } from '../lib/api';
import { problemToForm } from '../lib/form-problem';
import { notifyDone } from '../lib/notify';
import { useChange } from '../lib/use-change';
import { LOGGED, options } from '../lib/words';
import { SubmitBar } from './form/submit-bar';

type NewActivity = Body<'/api/activities'>;

const useLogActivity = () =>
  useChange({
    fact: 'activities.activity_logged',
    mutationFn: (body: NewActivity) => answer(api.POST('/api/activities', { body })),
    quiet: true,
  });

interface LogActivityFormProps {
  searchId: string;
  candidateId?: string;
  onDone: () => void;
}

export function LogActivityForm({ searchId, candidateId, onDone }: LogActivityFormProps) {
  const log = useLogActivity();
  const form = useForm<{ kind: NewActivity['kind']; text: string }>({ initialValues: { kind: 'call', text: '' } });
  const submit = form.onSubmit(({ kind, text }) =>
    log.mutate(
      { kind, searchId, candidateId, text: text.trim() || undefined },
      {
        onError: (error) => problemToForm(form, error),
        onSuccess: ({ progress }) => {
          notifyDone(
            `${LOGGED[kind]} logged. ${progress ? 'It counts as progress.' : 'It does not count as progress.'}`,
          );
          onDone();
        },
      },
    ),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <SegmentedControl
          aria-label="What it was"
          size="xs"
          fullWidth
          data={options(LOGGED)}
          {...form.getInputProps('kind')}
          styles={{ root: { flexWrap: 'wrap' } }}
        />
        <Textarea
          aria-label="What was said"
          placeholder="What was said, and what was agreed"
          data-autofocus
          {...form.getInputProps('text')}
        />
        <SubmitBar label="Log it" size="xs" pending={log.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}
