import { Checkbox, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { problemToForm } from '../../lib/form-problem';
import { notifyDone } from '../../lib/notify';
import { SubmitBar } from '../form/submit-bar';
import { useSaveView, type ListName } from './views';

interface SaveViewProps {
  opened: boolean;
  list: ListName;
  asked: string[];
  onClose: () => void;
}

export function SaveView({ opened, onClose, ...view }: SaveViewProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Save this view">
      <SaveViewForm {...view} onClose={onClose} />
    </Modal>
  );
}

function SaveViewForm({ list, asked, onClose }: Omit<SaveViewProps, 'opened'>) {
  const save = useSaveView();
  const form = useForm({ initialValues: { name: '', shared: false } });
  const submit = form.onSubmit((values) =>
    save.mutate(
      { list, asked, ...values },
      {
        onSuccess: ({ name }) => {
          notifyDone(`“${name}” is saved`);
          onClose();
        },
        onError: (error) => problemToForm(form, error),
      },
    ),
  );
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label="Name"
          description="Order, filters and columns as they are now. The rows are looked up anew each time."
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Checkbox label="Share it with everybody in the firm" {...form.getInputProps('shared', { type: 'checkbox' })} />
        <SubmitBar label="Save the view" pending={save.isPending} onCancel={onClose} />
      </Stack>
    </form>
  );
}
