import '@mantine/dates/styles.layer.css';
import { Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { SubmitBar } from '../../../components/form/submit-bar';
import type { Search } from '../../../lib/answers';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { useEditSearch } from '../api/edit-search';

/** Another day for the first offer, as agreed with the client. */
export function TargetDateForm({ search, onDone }: { search: Search; onDone: () => void }) {
  const edit = useEditSearch(search.id);
  const form = useForm<{ targetDate: string | null }>({ initialValues: { targetDate: search.targetDate } });
  const submit = form.onSubmit(({ targetDate }) =>
    edit.mutate(
      { version: search.version, targetDate },
      {
        onError: (error) => problemToForm(form, error),
        onSuccess: () => {
          notifyDone('Target date changed.');
          onDone();
        },
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <DateInput
          label="Target date"
          description="As agreed with the client. Leave empty if there is none."
          valueFormat="D MMM YYYY"
          clearable
          autoFocus
          {...form.getInputProps('targetDate')}
        />
        <SubmitBar label="Save" size="xs" pending={edit.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}
