import '@mantine/dates/styles.layer.css';
import { Checkbox, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { SubmitBar } from '../../../components/form/submit-bar';
import { ClientPicker } from '../../../components/pickers/client-picker';
import { OfficeSelect } from '../../../components/pickers/office-select';
import { UserSelect, UsersSelect } from '../../../components/pickers/user-select';
import type { Search } from '../../../lib/answers';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { useVersion } from '../../../lib/use-version';
import { ENGAGEMENT, options } from '../../../lib/words';
import { useEditSearch, type EditSearch } from '../api/edit-search';

interface EditSearchFormProps {
  search: Search;
  onDone: () => void;
}

interface Values {
  title: string;
  clientId: string | null;
  officeId: string | null;
  engagement: keyof typeof ENGAGEMENT;
  region: string;
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
        <Mandate form={form} client={search.client} />
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

function Mandate({ form, client }: { form: UseFormReturnType<Values>; client: Search['client'] }) {
  return (
    <>
      <ClientPicker
        label="Client"
        required
        chosen={client}
        value={form.values.clientId}
        onChange={(value) => form.setFieldValue('clientId', value)}
        error={form.errors['clientId']}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <OfficeSelect
          label="Office"
          required
          description="Its days and zone count"
          value={form.values.officeId}
          onChange={(value) => form.setFieldValue('officeId', value)}
          error={form.errors['officeId']}
        />
        <Select
          label="Engagement"
          description="How the firm is paid"
          data={options(ENGAGEMENT)}
          allowDeselect={false}
          {...form.getInputProps('engagement')}
        />
      </SimpleGrid>
      <TextInput label="Region" placeholder="Europe" maxLength={100} {...form.getInputProps('region')} />
    </>
  );
}

/** What was not touched is not sent: somebody else may have changed it meanwhile. */
function changesOf(values: Values, isDirty: (field: string) => boolean): Omit<EditSearch, 'version'> {
  const { leadUserId, clientId, officeId, region, ...others } = values;
  const filled = { ...others, ...definedIds({ leadUserId, clientId, officeId }), region: region.trim() || null };
  return Object.fromEntries(Object.entries(filled).filter(([field]) => isDirty(field)));
}

const definedIds = (ids: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(ids).flatMap(([field, id]) => (id ? [[field, id]] : [])));

function useEditForm({ search, onDone }: EditSearchFormProps) {
  const edit = useEditSearch(search.id);
  const version = useVersion(search.version);
  const form = useForm<Values>({
    initialValues: {
      title: search.title,
      clientId: search.client.id,
      officeId: search.office.id,
      engagement: search.engagement,
      region: search.region ?? '',
      targetDate: search.targetDate,
      leadUserId: search.lead.id,
      teamUserIds: search.team.map(({ id }) => id).filter((id) => id !== search.lead.id),
      confidential: search.confidential,
    },
    validate: {
      title: (value) => (value.trim() ? null : 'Enter a title.'),
      clientId: (value) => (value ? null : 'Choose a client.'),
      officeId: (value) => (value ? null : 'Choose an office: its holidays count.'),
      leadUserId: (value) => (value ? null : 'Choose a lead.'),
    },
  });
  const submit = form.onSubmit((values) =>
    edit.mutate(
      { ...changesOf(values, form.isDirty), version: version.or(search.version) },
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
