import { Anchor, Button, Paper, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { TablePaper } from '../../../components/table-paper';
import type { RoleTemplate, RoleTemplates } from '../../../lib/answers';
import { count, FAMILY } from '../../../lib/words';
import classes from './role-templates.module.css';
import { useArchive } from './use-archive';

export function RoleTemplateList({ templates: { items, archived } }: { templates: RoleTemplates }) {
  return (
    <>
      <TablePaper minWidth={520} label="Role templates" stacked>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Title</Table.Th>
            <Table.Th>Function</Table.Th>
            <Table.Th>References</Table.Th>
            <Table.Th>Brief</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ id, title, family, code, criteria }) => (
            <Table.Tr key={id}>
              <Table.Td data-lead>
                <Link to="/settings/roles" search={{ role: id }}>
                  {title}
                </Link>
              </Table.Td>
              <Table.Td>{FAMILY[family]}</Table.Td>
              <Table.Td>{code}-…</Table.Td>
              <Table.Td>{criteria.length === 0 ? 'none' : count(criteria.length, 'criterion', 'criteria')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </TablePaper>
      {archived.length > 0 ? <Archived templates={archived} /> : null}
    </>
  );
}

function Archived({ templates }: { templates: readonly RoleTemplate[] }) {
  const archive = useArchive();
  return (
    <Paper p="lg" mt="lg" component="section" aria-labelledby="archived">
      <Title order={2} id="archived" mb={4}>
        Archived
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        No search is opened from them any more. Searches opened from them keep their title and brief.
      </Text>
      <ul className={classes['archived']}>
        {templates.map((template) => (
          <li key={template.id}>
            <Anchor
              inherit
              renderRoot={(root) => <Link {...root} to="/settings/roles" search={{ role: template.id }} />}
            >
              {template.title}
            </Anchor>
            {template.allowed.edit ? (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`Bring back ${template.title}`}
                onClick={() => archive(template, false)}
              >
                Bring back
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Paper>
  );
}
