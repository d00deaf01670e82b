import { Title } from '@mantine/core';
import { IconFileImport, IconLock } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { List, type Column } from '../../../components/list';
import { Moment } from '../../../components/moment';
import { Page } from '../../../components/page';
import { Empty } from '../../../components/states';
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
    <Page title="Imports" about="Bring in the firm’s history; every duration is measured from it" width="read">
      {allowed.import ? (
        <Imports />
      ) : (
        <Empty icon={<IconLock size={22} />} title="For partners and administrators only">
          Ask one of them to import the files.
        </Empty>
      )}
    </Page>
  );
}

const COLUMNS: Column<ImportSummary>[] = [
  {
    head: 'Started',
    cell: ({ id, createdAt }) => (
      <Link to="/imports/$runId" params={{ runId: id }}>
        <Moment at={createdAt} />
      </Link>
    ),
  },
  { head: 'State', cell: (run) => <RunBadge run={run} /> },
  { head: 'Rows', align: 'right', cell: (run) => sum(run, 'rows') },
  { head: 'Kept', align: 'right', cell: (run) => sum(run, 'kept') },
  { head: 'Refused', align: 'right', cell: (run) => sum(run, 'refused') },
];

function Imports() {
  const runs = useImports();
  const navigate = useNavigate();
  return (
    <>
      <DropFiles onStarted={(runId) => void navigate({ to: '/imports/$runId', params: { runId } })} />
      <Title order={2} mt="xl" mb="sm">
        Previous imports
      </Title>
      <List
        query={runs}
        one="import"
        none={{
          icon: <IconFileImport size={22} />,
          title: 'Nothing imported yet',
          sentence: 'Each import is listed here with the rows it kept and refused.',
        }}
        label="Previous imports"
        minWidth={560}
        columns={COLUMNS}
      />
    </>
  );
}
