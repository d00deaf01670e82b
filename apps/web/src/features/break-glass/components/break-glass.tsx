import { Button, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconLockOpen } from '@tabler/icons-react';
import { SubmitBar } from '../../../components/form/submit-bar';
import type { Search } from '../../../lib/answers';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { useBreakGlass } from '../api/break-glass';

interface BreakGlassProps {
  /** its reference or id, where it is known already */
  search?: string;
  onOpened: (search: Search) => void;
}

/** For admins: the last key to a confidential search whose team cannot be reached. */
export function BreakGlass({ search = '', onOpened }: BreakGlassProps) {
  const [opened, dialog] = useDisclosure(false);
  const glass = useBreakGlass();
  const form = useForm({
    initialValues: { search, reason: '' },
    validate: { reason: (value) => (value.trim() ? null : 'Give a reason; the team will see it.') },
  });
  const submit = form.onSubmit(({ search: named, reason }) =>
    glass.mutate(
      { reason: reason.trim(), ...(named.trim() ? { search: named.trim() } : {}) },
      {
        onError: (error) => problemToForm(form, error),
        onSuccess: ({ items }) => {
          dialog.close();
          const [first] = items;
          notifyDone(first ? 'You are on the team now, and its members have been told.' : 'There is nothing to open.');
          if (first) onOpened(first);
        },
      },
    ),
  );
  return (
    <>
      <Button variant="default" leftSection={<IconLockOpen size={16} />} onClick={dialog.open}>
        Open a confidential search
      </Button>
      <Modal opened={opened} onClose={dialog.close} title="Open a confidential search">
        <form onSubmit={submit} noValidate>
          <Stack>
            <Text size="sm" c="dimmed">
              For a search whose team cannot be reached. You join the team; everyone on it is told, with your reason,
              and the audit records it.
            </Text>
            <TextInput
              label="Reference"
              description="Leave empty to open every confidential search whose team can no longer sign in."
              data-autofocus
              {...form.getInputProps('search')}
            />
            <Textarea label="Reason" required maxLength={200} autosize minRows={2} {...form.getInputProps('reason')} />
            <SubmitBar label="Join the team" pending={glass.isPending} onCancel={dialog.close} />
          </Stack>
        </form>
      </Modal>
    </>
  );
}
