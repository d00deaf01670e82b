import '@mantine/dates/styles.layer.css';
import { Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { SubmitBar } from '../../../components/form/submit-bar';
import { UserSelect, UsersSelect } from '../../../components/pickers/user-select';
import type { Search } from '../../../lib/answers';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { useVersion } from '../../../lib/use-version';
import { useEditSearch } from '../api/edit-search';

interface EditSearchFormProps {
  search: Search;
  onDone: () => void;
}

interface Values {
  title: string;
  targetDate: string | null;
  leadUserId: string | null;
  teamUserIds: string[];
  confidential: boolean;
}

export function EditSearchForm({ search, onDone }: EditSearchFormProps) {
  const { form, submit, pending } = useEditForm({ search, onDone });
  const isFixed = !search.allowed.changeAccess;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label="Title" required data-autofocus {...form.getInputProps('title')} />
        {isFixed ? (
          <Text size="sm" c="dimmed">
            Only the lead, partners and admins can change the lead, the team and confidentiality.
          </Text>
        ) : null}
        <UserSelect
          label="Lead"
          required
          disabled={isFixed}
          value={form.values.leadUserId}
          onChange={(value) => form.setFieldValue('leadUserId', value)}
          error={form.errors['leadUserId']}
        />
        <UsersSelect
          label="Team"
          disabled={isFixed}
          value={form.values.teamUserIds}
          onChange={(value) => form.setFieldValue('teamUserIds', value)}
          error={form.errors['teamUserIds']}
        />
        <DateInput label="Target date" valueFormat="D MMM YYYY" clearable {...form.getInputProps('targetDate')} />
        <Checkbox
          label="Confidential"
          disabled={isFixed}
          description="Visible to the lead and the team only, not even to other partners."
          {...form.getInputProps('confidential', { type: 'checkbox' })}
        />
        <SubmitBar label="Save" pending={pending} onCancel={onDone} />
      </Stack>
    </form>
  );
}

function useEditForm({ search, onDone }: EditSearchFormProps) {
  const edit = useEditSearch(search.id);
  const version = useVersion(search.version);
  const form = useForm<Values>({
    initialValues: {
      title: search.title,
      targetDate: search.targetDate,
      leadUserId: search.lead.id,
      teamUserIds: search.team.map(({ id }) => id).filter((id) => id !== search.lead.id),
      confidential: search.confidential,
    },
    validate: {
      title: (value) => (value.trim() ? null : 'Enter a title.'),
      leadUserId: (value) => (value ? null : 'Choose a lead.'),
    },
  });
  const submit = form.onSubmit(({ leadUserId, ...values }) =>
    edit.mutate(
      { ...values, leadUserId: leadUserId ?? search.lead.id, version: version.or(search.version) },
      {
        onError: (error) => {
          version.heed(error);
          problemToForm(form, error);
        },
        onSuccess: () => {
          notifyDone('Saved.');
          onDone();
        },
      },
    ),
  );
  return { form, submit, pending: edit.isPending };
}
