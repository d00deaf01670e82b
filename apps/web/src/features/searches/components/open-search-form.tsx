import '@mantine/dates/styles.layer.css';
import { Button, Checkbox, Group, Paper, Select, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import type { ComponentType } from 'react';
import type { Search } from '../../../lib/answers';
import { filled, problemToForm } from '../../../lib/form-problem';
import { useMe } from '../../../lib/session';
import { ENGAGEMENT, options } from '../../../lib/words';
import { useRoleTemplates } from '../api/list-role-templates';
import { useOpenSearch } from '../api/open-search';
import classes from './brief.module.css';
import { Criteria } from './criteria';
import type { Field } from './field';

interface OpenSearchFormProps {
  onOpened: (search: Search) => void;
  onCancel: () => void;
  /** pickers of other rooms, put in by the page */
  ClientField: ComponentType<Field<string | null>>;
  OfficeField: ComponentType<Field<string | null>>;
  LeadField: ComponentType<Field<string | null>>;
  TeamField: ComponentType<Field<string[]>>;
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

export function OpenSearchForm({ onOpened, onCancel, ...fields }: OpenSearchFormProps) {
  const { ClientField, OfficeField, LeadField, TeamField } = fields;
  const me = useMe();
  const templates = useRoleTemplates();
  const open = useOpenSearch();
  const form = useForm<Values>({
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
      roleKey: missing('Choose the role: it brings its criteria.'),
      clientId: missing('Choose the client.'),
      officeId: missing('Choose the office: its holidays count.'),
      leadUserId: missing('Choose who leads.'),
    },
  });
  const pick = <K extends keyof Values>(key: K) => ({
    value: form.values[key],
    onChange: (value: Values[K]) => form.setFieldValue(key as string, value as never),
    error: form.errors[key],
  });
  const template = templates.data?.find(({ key }) => key === form.values.roleKey);
  const submit = form.onSubmit(
    ({ clientId, officeId, leadUserId, engagement, confidential, roleKey: _chosen, ...rest }) => {
      if (!template || !clientId || !officeId || !leadUserId) return;
      open.mutate(
        { ...filled(rest), roleKey: template.key, clientId, officeId, leadUserId, engagement, confidential },
        { onSuccess: onOpened, onError: (error) => problemToForm(form, error) },
      );
    },
  );
  return (
    <form onSubmit={submit} className={classes['grid']} noValidate>
      <Paper p="lg">
        <Stack>
          <Select
            label="Role"
            required
            searchable
            placeholder="Choose a role"
            data={(templates.data ?? []).map(({ key, title }) => ({ value: key, label: title }))}
            {...form.getInputProps('roleKey')}
          />
          <TextInput
            label="Title"
            description="How the client calls the seat, when it is not the role's own name"
            placeholder={template?.title}
            {...form.getInputProps('title')}
          />
          <ClientField label="Client" required {...pick('clientId')} />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <LeadField label="Lead" required {...pick('leadUserId')} />
            <OfficeField label="Office" required {...pick('officeId')} />
          </SimpleGrid>
          <TeamField label="Team" description="Who else works on it" {...pick('teamUserIds')} />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label="Engagement"
              data={options(ENGAGEMENT)}
              allowDeselect={false}
              {...form.getInputProps('engagement')}
            />
            <DateInput
              label="Wanted by"
              placeholder="Pick a date"
              valueFormat="D MMM YYYY"
              clearable
              minDate={new Date()}
              {...form.getInputProps('targetDate')}
            />
          </SimpleGrid>
          <TextInput label="Region" placeholder="Europe" {...form.getInputProps('region')} />
          <Checkbox
            label="Confidential"
            description="Only the lead and the team see it; not even partners outside the team."
            {...form.getInputProps('confidential', { type: 'checkbox' })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
            <Button type="submit" loading={open.isPending}>
              Open the search
            </Button>
          </Group>
        </Stack>
      </Paper>
      <Paper p="lg" component="section" aria-labelledby="template">
        <Title order={2} id="template" mb="xs">
          {template ? template.title : 'The brief'}
        </Title>
        {template ? (
          <Criteria criteria={template.criteria} />
        ) : (
          <Text size="sm" c="dimmed">
            The role you choose brings a brief to start from. Its criteria stand here.
          </Text>
        )}
      </Paper>
    </form>
  );
}
