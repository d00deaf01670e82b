import '@mantine/dates/styles.layer.css';
import { Checkbox, Paper, Select, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { Criteria } from '../../../components/brief/criteria';
import { SubmitBar } from '../../../components/form/submit-bar';
import { ClientPicker } from '../../../components/pickers/client-picker';
import { OfficeSelect } from '../../../components/pickers/office-select';
import { UserSelect, UsersSelect } from '../../../components/pickers/user-select';
import type { RoleTemplate, Search } from '../../../lib/answers';
import { localDate } from '../../../lib/dates';
import { filled, problemToForm } from '../../../lib/form-problem';
import { useRoleTemplates } from '../../../lib/role-templates-query';
import { useMe, useZone } from '../../../lib/session';
import { useNow } from '../../../lib/use-now';
import { ENGAGEMENT, options } from '../../../lib/words';
import { useOpenSearch } from '../api/open-search';
import classes from './brief.module.css';

interface OpenSearchFormProps {
  onOpened: (search: Search) => void;
  onCancel: () => void;
}

interface Values {
  roleKey: string | null;
  title: string;
  clientId: string | null;
  officeId: string | null;
  leadUserId: string | null;
  teamUserIds: string[];
  engagement: keyof typeof ENGAGEMENT;
  confidential: boolean;
  targetDate: string | null;
  region: string;
}

const missing = (sentence: string) => (value: string | null) => (value ? null : sentence);

export function OpenSearchForm({ onOpened, onCancel }: OpenSearchFormProps) {
  const templates = useRoleTemplates().data?.items ?? [];
  const { form, submit, template, pending } = useOpenForm(templates, onOpened);
  return (
    <form onSubmit={submit} className={classes['grid']} noValidate>
      <Paper p="lg">
        <Stack>
          <Select
            label="Role"
            required
            searchable
            autoFocus
            placeholder="Choose a role"
            data={templates.map(({ key, title }) => ({ value: key, label: title }))}
            {...form.getInputProps('roleKey')}
          />
          <TextInput
            label="Title"
            description="What the client calls the seat, if not by the role’s own name"
            placeholder={template?.title}
            {...form.getInputProps('title')}
          />
          <Who form={form} />
          <Terms form={form} />
          <SubmitBar label="Open the search" pending={pending} onCancel={onCancel} />
        </Stack>
      </Paper>
      <TemplateBrief template={template} />
    </form>
  );
}

function useOpenForm(templates: RoleTemplate[], onOpened: (search: Search) => void) {
  const me = useMe();
  const open = useOpenSearch();
  const form: UseFormReturnType<Values> = useForm<Values>({
    initialValues: {
      roleKey: null,
      title: '',
      clientId: null,
      officeId: me.office.id,
      leadUserId: me.user.id,
      teamUserIds: [],
      engagement: 'retained',
      confidential: false,
      targetDate: null,
      region: '',
    },
    validate: {
      roleKey: missing('Choose a role: it brings its criteria.'),
      clientId: missing('Choose a client.'),
      officeId: missing('Choose an office: its holidays count.'),
      leadUserId: missing('Choose a lead.'),
    },
  });
  const template = templates.find(({ key }) => key === form.values.roleKey);
  const submit = form.onSubmit(
    ({ clientId, officeId, leadUserId, engagement, confidential, roleKey: _chosen, ...rest }) => {
      if (!template || !clientId || !officeId || !leadUserId) return;
      open.mutate(
        { ...filled(rest), roleKey: template.key, clientId, officeId, leadUserId, engagement, confidential },
        { onSuccess: onOpened, onError: (error) => problemToForm(form, error) },
      );
    },
  );
  return { form, submit, template, pending: open.isPending };
}

interface PartProps {
  form: UseFormReturnType<Values>;
}

function Who({ form }: PartProps) {
  const pick = <K extends keyof Values>(key: K) => ({
    value: form.values[key],
    onChange: (value: Values[K]) => form.setFieldValue(key as string, value as never),
    error: form.errors[key],
  });
  return (
    <>
      <ClientPicker label="Client" required {...pick('clientId')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <UserSelect label="Lead" required {...pick('leadUserId')} />
        <OfficeSelect label="Office" required {...pick('officeId')} />
      </SimpleGrid>
      <UsersSelect label="Team" description="Who else works on it" {...pick('teamUserIds')} />
    </>
  );
}

function Terms({ form }: PartProps) {
  const today = localDate(useNow(), useZone());
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label="Engagement"
          data={options(ENGAGEMENT)}
          allowDeselect={false}
          {...form.getInputProps('engagement')}
        />
        <DateInput
          label="Target date"
          placeholder="Pick a date"
          valueFormat="D MMM YYYY"
          clearable
          minDate={today}
          {...form.getInputProps('targetDate')}
        />
      </SimpleGrid>
      <TextInput label="Region" placeholder="Europe" {...form.getInputProps('region')} />
      <Checkbox
        label="Confidential"
        description="Visible to the lead and the team only, not even to other partners."
        {...form.getInputProps('confidential', { type: 'checkbox' })}
      />
    </>
  );
}

function TemplateBrief({ template }: { template: RoleTemplate | undefined }) {
  return (
    <Paper p="lg" component="section" aria-labelledby="template">
      <Title order={2} id="template" mb="xs">
        {template ? template.title : 'The brief'}
      </Title>
      {template ? (
        <Criteria criteria={template.criteria} none="A search for it starts without criteria." />
      ) : (
        <Text size="sm" c="dimmed">
          Each role comes with a brief to start from. Choose one to see its criteria here.
        </Text>
      )}
    </Paper>
  );
}
