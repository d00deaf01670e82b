import { Anchor, Button, Group, Paper, Text } from '@mantine/core';
import { IconArchive, IconArrowBackUp, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Criteria } from '../../../components/brief/criteria';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { Failed, Loaded } from '../../../components/states';
import type { RoleTemplate } from '../../../lib/answers';
import { ApiProblem } from '../../../lib/problem';
import { useRoleTemplates } from '../../../lib/role-templates-query';
import { FAMILY } from '../../../lib/words';
import { RoleTemplateForm } from '../components/role-template-form';
import { RoleTemplateList } from '../components/role-template-list';
import { useArchive } from '../components/use-archive';

const route = getRouteApi('/app/settings/roles');
const NOT_THERE = new ApiProblem(404, 'role_template_not_found', 'There is no role template with this id.');

export function RoleTemplatesPage() {
  const templates = useRoleTemplates();
  const { role, add } = route.useSearch();
  if (role) return <OneTemplate key={role} id={role} />;
  if (add && templates.data?.allowed.add) return <NewTemplate />;
  return (
    <Page
      title="Role templates"
      about="What a search starts with: its title, its brief and the letters of its reference."
      width="read"
      actions={
        templates.data?.allowed.add ? (
          <LinkButton to="/settings/roles" search={{ add: true }} leftSection={<IconPlus size={16} />}>
            Add a role template
          </LinkButton>
        ) : null
      }
    >
      <Loaded query={templates}>{(all) => <RoleTemplateList templates={all} />}</Loaded>
    </Page>
  );
}

function useBack(): () => void {
  const navigate = route.useNavigate();
  return () => void navigate({ search: {} });
}

function NewTemplate() {
  const back = useBack();
  return (
    <Page title="New role template" about={<All />} width="read">
      <RoleTemplateForm onDone={back} />
    </Page>
  );
}

const All = () => (
  <Anchor inherit renderRoot={(root) => <Link {...root} to="/settings/roles" />}>
    All role templates
  </Anchor>
);

function OneTemplate({ id }: { id: string }) {
  const templates = useRoleTemplates();
  const back = useBack();
  const archive = useArchive();
  const all = [...(templates.data?.items ?? []), ...(templates.data?.archived ?? [])];
  const template = all.find((one) => one.id === id);
  if (templates.data && !template) return <Failed error={NOT_THERE} retry={back} onward={<All />} />;
  const isArchived = template?.archived ?? false;
  return (
    <Page
      title={template?.title ?? 'Role template'}
      about={
        <>
          <All />
          {template ? (
            <>
              {' · '}
              <Anchor
                inherit
                renderRoot={(root) => <Link {...root} to="/settings/policies" search={{ role: template.key }} />}
              >
                Its limits and stage budgets
              </Anchor>
            </>
          ) : null}
        </>
      }
      width="read"
      actions={
        template?.allowed.edit ? (
          <Button
            variant="default"
            leftSection={isArchived ? <IconArrowBackUp size={16} /> : <IconArchive size={16} />}
            onClick={() => archive(template, !isArchived, isArchived ? undefined : back)}
          >
            {isArchived ? 'Bring back' : 'Archive'}
          </Button>
        ) : null
      }
    >
      <Loaded query={templates}>
        {() => {
          if (!template) return null;
          return template.allowed.edit && !isArchived ? (
            <RoleTemplateForm template={template} onDone={back} />
          ) : (
            <Readable template={template} />
          );
        }}
      </Loaded>
    </Page>
  );
}

function Readable({ template: { family, code, criteria, archived } }: { template: RoleTemplate }) {
  return (
    <Paper p="lg">
      <Group gap="xs" mb="md">
        <Text size="sm" c="dimmed">
          {FAMILY[family]} · references begin with {code}
          {archived ? ' · archived: no search is opened from it' : ''}
        </Text>
      </Group>
      <Criteria criteria={criteria} none="A search for it starts without criteria." />
    </Paper>
  );
}
