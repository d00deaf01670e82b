import '@mantine/dates/styles.layer.css';
import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useState, type ComponentType } from 'react';
import type { Search } from '../../../lib/answers';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { isStale } from '../../../lib/problem';
import { useEditSearch } from '../api/edit-search';
import type { Field } from './field';

interface EditSearchFormProps {
  search: Search;
  onDone: () => void;
  LeadField: ComponentType<Field<string | null>>;
  TeamField: ComponentType<Field<string[]>>;
}

interface Values {
  title: string;
  targetDate: string | null;
  leadUserId: string | null;
  teamUserIds: string[];
  confidential: boolean;
}

export function EditSearchForm({ search, onDone, LeadField, TeamField }: EditSearchFormProps) {
  const edit = useEditSearch(search.id);
  // The version that was looked at; after a conflict, which shows the newest state, the newest one.
  const [version, setVersion] = useState<number | null>(search.version);
  const form = useForm<Values>({
    initialValues: {
      title: search.title,
      targetDate: search.targetDate,
      leadUserId: search.lead.id,
      teamUserIds: search.team.map(({ id }) => id).filter((id) => id !== search.lead.id),
      confidential: search.confidential,
    },
    validate: {
      title: (value) => (value.trim() ? null : 'A search needs a title.'),
      leadUserId: (value) => (value ? null : 'Choose who leads.'),
    },
  });
  const submit = form.onSubmit(({ leadUserId, ...values }) =>
    edit.mutate(
      { ...values, leadUserId: leadUserId ?? search.lead.id, version: version ?? search.version },
      {
        onError: (error) => {
          if (isStale(error)) setVersion(null);
          problemToForm(form, error);
        },
        onSuccess: () => {
          notifyDone('Saved.');
          onDone();
        },
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label="Title" required data-autofocus {...form.getInputProps('title')} />
        {search.allowed.changeAccess ? null : (
          <Text size="sm" c="dimmed">
            Lead, team and confidentiality are changed by the lead and by partners and admins.
          </Text>
        )}
        <LeadField
          label="Lead"
          required
          disabled={!search.allowed.changeAccess}
          value={form.values.leadUserId}
          onChange={(value) => form.setFieldValue('leadUserId', value)}
          error={form.errors['leadUserId']}
        />
        <TeamField
          label="Team"
          disabled={!search.allowed.changeAccess}
          value={form.values.teamUserIds}
          onChange={(value) => form.setFieldValue('teamUserIds', value)}
          error={form.errors['teamUserIds']}
        />
        <DateInput label="Wanted by" valueFormat="D MMM YYYY" clearable {...form.getInputProps('targetDate')} />
        <Checkbox
          label="Confidential"
          disabled={!search.allowed.changeAccess}
          description="Only the lead and the team see it; not even partners outside the team."
          {...form.getInputProps('confidential', { type: 'checkbox' })}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={edit.isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
