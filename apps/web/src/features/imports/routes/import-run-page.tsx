import { Alert, Button, Group, Loader, Progress, Table, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Mark } from '../../../components/mark';
import { Moment } from '../../../components/moment';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import { TablePaper } from '../../../components/table-paper';
import type { ImportRun } from '../../../lib/answers';
import { count } from '../../../lib/words';
import { useCancelImport } from '../api/cancel-import';
import { isGoing, useImport } from '../api/find-import';
import { RunBadge } from '../components/run-badge';

const route = getRouteApi('/app/imports/$runId');

export function ImportRunPage() {
  const { runId } = route.useParams();
  const run = useImport(runId);
  return (
    <Loaded query={run}>
      {(record) => (
        <Page
          title={record.checkOnly ? 'Import check' : 'Import'}
          width="read"
          about={
            <Group gap="xs">
              <RunBadge run={record} />
              <span>
                started <Moment at={record.startedAt ?? record.createdAt} />
              </span>
              {record.finishedAt ? (
                <span>
                  · finished <Moment at={record.finishedAt} />
                </span>
              ) : null}
            </Group>
          }
          actions={
            <Group gap="xs">
              {isGoing(record) ? <Cancel run={record} /> : null}
              <Button component={Link} to="/imports" variant="default">
                All imports
              </Button>
            </Group>
          }
        >
          <div role="status">{isGoing(record) ? <Going run={record} /> : <Result run={record} />}</div>
          {record.notices.length > 0 ? <Notices notices={record.notices} /> : null}
          <Files run={record} />
          {record.refusedTotal > 0 && !record.refusalsWithheld ? <Refusals run={record} /> : null}
          {record.refusalsWithheld && record.refusedTotal > 0 ? (
            <Text size="sm" c="dimmed" mt="xl">
              Only the person who started the import sees its refused rows: they may concern searches hidden from
              others.
            </Text>
          ) : null}
        </Page>
      )}
    </Loaded>
  );
}

function Cancel({ run }: { run: ImportRun }) {
  const cancel = useCancelImport(run.id);
  return (
    <Button
      color="red"
      variant="light"
      disabled={!run.mayCancel}
      loading={cancel.isPending}
      onClick={() => cancel.mutate()}
    >
      {run.mayCancel || run.state === 'waiting' ? 'Cancel import' : 'Cancelling…'}
    </Button>
  );
}

function Going({ run }: { run: ImportRun }) {
  const reading = run.files.find(({ state }) => state === 'running')?.name;
  const rows = run.files.reduce((total, file) => total + file.rows, 0);
  return (
    <>
      <Group gap="sm" mb="xs">
        <Loader size={16} />
        <Text size="sm">
          {run.state === 'waiting' ? 'Waiting for its turn' : `Reading ${reading ?? 'the files'}`}, {count(rows, 'row')}{' '}
          so far. You can leave this page; it will continue.
        </Text>
      </Group>
      <Progress value={100} animated striped mb="lg" aria-label="Import is running" />
    </>
  );
}

function Result({ run }: { run: ImportRun }) {
  if (run.state === 'failed')
    return (
      <Alert color="red" title="The import stopped" mb="lg">
        {run.problem ?? 'Start it again with the same files; nothing is duplicated.'}
      </Alert>
    );
  if (run.state === 'cancelled')
    return (
      <Alert color="yellow" title="The import was cancelled" mb="lg">
        {run.checkOnly
          ? 'It was a check: nothing was changed.'
          : 'Files marked as kept below stay imported; nothing from the others was. Import the files again to bring in the rest; nothing is duplicated.'}
      </Alert>
    );
  if (run.refusedTotal === 0)
    return (
      <Alert color="teal" icon={<IconCircleCheck size={20} />} mb="lg" title="No row was refused">
        {run.checkOnly
          ? 'Nothing was changed. Drop the same files again without “Check only” to import them.'
          : 'Everything was imported.'}
      </Alert>
    );
  return (
    <Alert
      color="yellow"
      mb="lg"
      title={`${count(run.refusedTotal, 'row')} refused, everything else ${run.checkOnly ? 'would be kept' : 'kept'}`}
    >
      Correct the rows below and import them again: rows already imported are updated, never duplicated.
    </Alert>
  );
}

function Notices({ notices }: { notices: string[] }) {
  return (
    <Alert variant="default" mb="lg" title="Skipped">
      {notices.map((notice) => (
        <Text key={notice} size="sm">
          {notice}
        </Text>
      ))}
    </Alert>
  );
}

function Files({ run }: { run: ImportRun }) {
  return (
    <TablePaper minWidth={480} label="Files">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>File</Table.Th>
          <Table.Th ta="right">Read</Table.Th>
          <Table.Th ta="right">Kept</Table.Th>
          <Table.Th ta="right">Refused</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {run.files.map(({ name, rows, kept, refused, state }) => (
          <Table.Tr key={name}>
            <Table.Td>
              {name}
              {state === 'running' ? <Loader size={12} ml={8} role="img" aria-label="being read" /> : null}
              {state === 'refused' ? (
                <>
                  {' '}
                  <Mark tone="stall">could not be read</Mark>
                </>
              ) : null}
            </Table.Td>
            {[rows, kept, refused].map((n, index) => (
              <Table.Td key={index} ta="right" className="tabular">
                {n.toLocaleString('en-GB')}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </TablePaper>
  );
}

function Refusals({ run }: { run: ImportRun }) {
  return (
    <section aria-labelledby="refusals">
      <Group justify="space-between" mt="xl" mb="sm">
        <Title order={2} id="refusals">
          Refused rows
        </Title>
        <Group gap="xs">
          {run.files
            .filter(({ refused }) => refused > 0)
            .map(({ name }) => (
              <Button
                key={name}
                component="a"
                href={`/api/imports/${run.id}/refusals.csv?file=${name}`}
                download
                variant="default"
                leftSection={<IconDownload size={16} />}
              >
                Download {name}
              </Button>
            ))}
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        Each download is written like the file it came from. Correct its rows and import it as it is.
      </Text>
      <TablePaper minWidth={620} label="Refused rows">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>File</Table.Th>
            <Table.Th ta="right">Row</Table.Th>
            <Table.Th>Column</Table.Th>
            <Table.Th>Why</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {run.refusals.map(({ file, row, column, sentence }) => (
            <Table.Tr key={`${file} ${row} ${column ?? ''}`}>
              <Table.Td>{file}</Table.Td>
              <Table.Td ta="right" className="tabular">
                {row}
              </Table.Td>
              <Table.Td>{column ?? '–'}</Table.Td>
              <Table.Td>{sentence}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </TablePaper>
      {run.refusedTotal > run.refusals.length ? (
        <Text size="xs" c="dimmed" mt="xs">
          The first {run.refusals.length} of {count(run.refusedTotal, 'row')}; the downloads have all of them.
        </Text>
      ) : null}
    </section>
  );
}
