import { Table, Text, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Moment } from '../../../components/moment';
import { Page } from '../../../components/page';
import { Empty, Loaded } from '../../../components/states';
import { TablePaper } from '../../../components/table-paper';
import type { ImportSummary } from '../../../lib/answers';
import { useMe } from '../../../lib/session';
import { useImports } from '../api/list-imports';
import { DropFiles } from '../components/drop-files';
import { RunBadge } from '../components/run-badge';

const sum = ({ files }: ImportSummary, key: 'rows' | 'kept' | 'refused'): string =>
  files.reduce((total, file) => total + file[key], 0).toLocaleString('en-GB');

export function ImportsPage() {
  const { allowed } = useMe();
  return (
    <Page title="Imports" about="Bring the firm's history in; every duration needs it" width="read">
      {allowed.import ? (
        <Imports />
      ) : (
        <Empty icon={<IconLock size={22} />} title="For partners and administrators">
          Ask one of them to bring the files in.
        </Empty>
      )}
    </Page>
  );
}

function Imports() {
  const runs = useImports();
  const navigate = useNavigate();
  return (
    <>
      <DropFiles onStarted={(runId) => void navigate({ to: '/imports/$runId', params: { runId } })} />
      <Title order={2} mt="xl" mb="sm">
        Runs so far
      </Title>
      <Loaded query={runs}>
        {(items) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              Nothing imported yet.
            </Text>
          ) : (
            <TablePaper minWidth={560} label="Import runs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Started</Table.Th>
                  <Table.Th>State</Table.Th>
                  <Table.Th ta="right">Rows</Table.Th>
                  <Table.Th ta="right">Kept</Table.Th>
                  <Table.Th ta="right">Refused</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((run) => (
                  <Table.Tr key={run.id}>
                    <Table.Td>
                      <Link to="/imports/$runId" params={{ runId: run.id }}>
                        <Moment at={run.createdAt} />
                      </Link>
                    </Table.Td>
                    <Table.Td>
                      <RunBadge run={run} />
                    </Table.Td>
                    <Table.Td ta="right">{sum(run, 'rows')}</Table.Td>
                    <Table.Td ta="right">{sum(run, 'kept')}</Table.Td>
                    <Table.Td ta="right">{sum(run, 'refused')}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </TablePaper>
          )
        }
      </Loaded>
    </>
  );
}
